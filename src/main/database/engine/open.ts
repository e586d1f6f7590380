import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3-multiple-ciphers'
import { setCipher } from './cipher'
import { applicationId, assertProgramFile, sealedApplicationId } from './header'

export interface OpenOptions {
  file: string
  /**
   * `create` refuses a file that exists, the others one that does not. `inspect` leaves no trace, not even a log beside
   * the file: for copies that nobody has open.
   */
  mode: 'create' | 'write' | 'read' | 'inspect'
  /** Path of SQLite's addon where the packaged one does not fit the runtime. */
  nativeBinding?: string | undefined
  /** The secret of an encrypted file, 16 bytes; a new file is encrypted when there is one. */
  secret?: SharedArrayBuffer | null
  /** Number of the newest migration that this version knows. */
  newestVersion: number
}

/** Of the file itself. */
const journal = ['journal_mode', 'wal'] as const

/**
 * Per connection, so set here alone and read back.
 *
 * `synchronous = FULL`: with WAL, NORMAL may lose the last commits when the power fails, and a note that was
 * acknowledged must be there. A save costs 0.3 ms with FULL and half of it with NORMAL: nobody can tell.
 *
 * `wal_autocheckpoint`: the log of pages is copied into the file when nobody waits; only who writes on and on, 16 MB of
 * pages without a pause, does it while saving. `journal_size_limit`: after a large import the log becomes small again.
 *
 * `secure_delete`: what is deleted or overwritten is gone from the file too, not only from its tables. That costs
 * nothing that can be measured in a save.
 */
const pragmas: readonly (readonly [name: string, value: number | string])[] = [
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['temp_store', 2],
  ['secure_delete', 1],
  ['busy_timeout', 5000],
  ['wal_autocheckpoint', 4000],
  ['journal_size_limit', 64 * 1024 * 1024],
]

/**
 * In KiB, and negative as SQLite wants it. Who writes keeps the pages of an import of 100,000 members, which were
 * otherwise written to the log twice and read again.
 */
function cacheSize(mode: OpenOptions['mode']): readonly ['cache_size', number] {
  return ['cache_size', mode === 'write' || mode === 'create' ? -64_000 : -16_000]
}

/**
 * Opens one connection to a program file.
 *
 * @throws AppError `file-exists`, `file-not-found`, `passphrase-needed`, `wrong-passphrase` or `disk-error`; errors of
 *   SQLite as they are.
 */
export function openConnection(options: OpenOptions): Database.Database {
  const { file, mode, nativeBinding, newestVersion } = options
  const there = existsSync(file)
  if (mode === 'create' && there) {
    throw new AppError('file-exists', 'There is a file of that name already. Choose another name.')
  }
  if (mode !== 'create' && !there) {
    throw new AppError(
      'file-not-found',
      'There is no program file at that place. It may have been moved or renamed.',
    )
  }
  if (there && !statSync(file).isFile()) {
    throw new AppError('not-a-program-file', 'That is a folder, not a program file.')
  }
  const encrypted = there ? assertProgramFile(file, newestVersion).seal !== null : options.secret != null
  if (mode === 'write') assertWritable(file)
  const db = new Database(file, {
    fileMustExist: mode !== 'create',
    readonly: mode === 'inspect',
    ...(nativeBinding ? { nativeBinding } : {}),
  })
  try {
    if (encrypted) unlock(db, options.secret ?? null)
    // Before WAL: from the first moment the file itself, not its log, says whose it is.
    if (mode === 'create') db.pragma(`application_id = ${encrypted ? sealedApplicationId : applicationId}`)
    const all = [...(mode === 'inspect' ? [] : [journal]), cacheSize(mode), ...pragmas]
    for (const [name, value] of all) {
      db.pragma(`${name} = ${value}`)
      const set = db.pragma(name, { simple: true })
      if (set !== value)
        throw new AppError('disk-error', `This folder does not support what a program file needs (${name}).`)
    }
    if (mode === 'read' || mode === 'inspect') db.pragma('query_only = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function unlock(db: Database.Database, secret: SharedArrayBuffer | null): void {
  if (secret === null) {
    throw new AppError('passphrase-needed', 'This program file is encrypted: it opens with its passphrase.')
  }
  setCipher(db, secret)
  try {
    db.pragma('schema_version')
  } catch (error) {
    // A page that does not decipher: with one key as with another there is no more to be known.
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') throw wrongPassphrase()
    throw error
  }
}

function wrongPassphrase(): AppError {
  return new AppError(
    'wrong-passphrase',
    'That does not open this file. Check the keyboard and the capitals, and try again; nothing was changed.',
    'passphrase',
  )
}

/** SQLite would quietly open it for reading, and the first note that is written could not be saved. */
function assertWritable(file: string): void {
  try {
    accessSync(file, constants.W_OK)
  } catch {
    throw new AppError(
      'read-only',
      'This program file is read-only. Allow writing to it, or make a copy of it and open that.',
    )
  }
}
