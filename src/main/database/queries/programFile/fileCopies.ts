import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import { AppError, type ErrorCode } from '@shared/errors'
import { writingError } from '../../../exporting/fileErrors'
import { copySeal, type Encryption, finishCopy, flush } from '../../engine/copy'
import { openConnection } from '../../engine/open'
import type { Reader } from '../../engine/reader'
import { fromSqlite } from '../../engine/sqliteErrors'
import type { Task } from '../../handler'

/** @throws AppError that says why there is no copy, as when it does not read back as it should; nothing is left of it. */
export function copyProgramFile(
  db: Reader,
  { path, encryption }: InputOf<'programFile.copyTo'>,
  { setup }: Task,
): OutputOf<'programFile.copyTo'> {
  try {
    db.copyInto(path)
    if (encryption === 'same') {
      copySeal(setup.file, path)
      flush(path)
    } else finishCopy(path, setup.secret, encryption, setup.nativeBinding)
    assertReadable(path, encryption === 'same' ? setup.secret : secretOf(encryption), setup.nativeBinding)
    return { bytes: statSync(path).size }
  } catch (error) {
    rmSync(path, { force: true })
    throw toldOfCopy(error, dirname(path))
  }
}

const sentences: Partial<Record<ErrorCode, (folder: string) => string>> = {
  'disk-full': (folder) =>
    `There is no room for a copy of the file in “${basename(folder)}”, so nothing was changed. Free some space, and try again.`,
  'read-only': (folder) =>
    `Nothing may be written into “${basename(folder)}”, so nothing was changed. Allow writing to that folder, or choose another one.`,
  'file-not-found': (folder) =>
    `The folder “${basename(folder)}” is not there, so nothing was changed. Check that its disk is connected, and try again.`,
}

/** What SQLite and the system say of the copy would be taken for the file that is open. */
function toldOfCopy(thrown: unknown, folder: string): unknown {
  const error = fromSqlite(writingError(thrown, folder))
  if (thrown instanceof AppError || !(error instanceof AppError)) return error
  // SQLite cannot open what may not be made.
  const code = error.code === 'file-not-found' && existsSync(folder) ? 'read-only' : error.code
  const sentence = sentences[code]
  return sentence ? new AppError(code, sentence(folder)) : error
}

function secretOf(encryption: Encryption | null): SharedArrayBuffer | null {
  return encryption?.secret ?? null
}

/** A copy counts when it has been read back, every page of it, by whoever opens it later. */
function assertReadable(
  file: string,
  secret: SharedArrayBuffer | null,
  nativeBinding: string | undefined,
): void {
  const db = openConnection({
    file,
    mode: 'inspect',
    secret,
    nativeBinding,
    newestVersion: Number.MAX_SAFE_INTEGER,
  })
  try {
    const problem = db.prepare('PRAGMA quick_check(1)').pluck().get()
    if (problem !== 'ok')
      throw new AppError('disk-error', 'The copy could not be read back, so it was not used. Check the disk.')
  } finally {
    db.close()
  }
}
