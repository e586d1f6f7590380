import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs'
import { AppError } from '@shared/errors'
import { readHeader } from '../engine/header'
import { migrate } from '../engine/migrate'
import { openConnection } from '../engine/open'
import { Reader } from '../engine/reader'
import { fromSqlite } from '../engine/sqliteErrors'
import { migrations } from '../migrations'
import { newestVersion } from '../migrations/newest'
import type { WorkerSetup } from '../protocol'

/** A damaged file that is open for reading, or a copy of it. */
export interface DamagedFile {
  readonly db: Reader
  close(): void
}

interface Opening extends Pick<WorkerSetup, 'nativeBinding' | 'secret'> {
  file: string
  /** Where a copy may be written; gone after `close`. */
  scratch: string
}

/**
 * Opens a damaged file without ever writing to it. With a log beside it, or of an older version, it is a copy that is
 * opened, and brought forward where that can be done.
 *
 * @throws AppError `file-damaged` when not even its tables can be found.
 */
export function openDamaged({ file, scratch, nativeBinding, secret }: Opening): DamagedFile {
  const alone = !existsSync(`${file}-wal`)
  const discard = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${scratch}${end}`, { force: true })
    // A reader cannot take away what it had to put beside the file; there is nothing in it.
    if (alone) for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  }
  try {
    const old = readHeader(file).version < newestVersion
    const copied = old || !alone
    if (copied) copyWithLog(file, scratch)
    const connection = openConnection({
      ...{ nativeBinding, secret, newestVersion },
      ...(copied ? { file: scratch, mode: 'write' } : { file, mode: 'inspect' }),
    })
    if (old) {
      try {
        migrate(connection, migrations)
      } catch (error) {
        // Too much of it is missing: then it is read as it is, by what both versions have.
        if (!isDamage(error)) throw error
      }
    }
    const db = new Reader(connection)
    const close = () => {
      connection.close()
      discard()
    }
    try {
      db.all('SELECT name, sql FROM sqlite_schema')
    } catch (error) {
      close()
      throw error
    }
    return { db, close }
  } catch (error) {
    discard()
    throw isDamage(error) ? hopeless() : error
  }
}

function copyWithLog(file: string, scratch: string): void {
  for (const end of ['', '-wal']) {
    if (!existsSync(`${file}${end}`)) continue
    copyFileSync(`${file}${end}`, `${scratch}${end}`)
    chmodSync(`${scratch}${end}`, 0o600)
  }
}

/** An encrypted file whose first page is damaged cannot be told from one with another passphrase. */
function isDamage(thrown: unknown): boolean {
  const told = fromSqlite(thrown)
  return (
    told instanceof AppError &&
    ['file-damaged', 'not-a-program-file', 'wrong-passphrase', 'disk-error'].includes(told.code)
  )
}

function hopeless(): AppError {
  return new AppError(
    'file-damaged',
    'The beginning of the file is damaged, where it says what is where in it. Nothing can be salvaged from it: only a backup helps.',
  )
}
