import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3-multiple-ciphers'
import { applicationId, assertProgramFile } from './header'

export interface OpenOptions {
  file: string
  /** `create` refuses a file that exists; `write` and `read` refuse one that does not. */
  mode: 'create' | 'write' | 'read'
  /** Path of SQLite's addon where the packaged one does not fit the runtime. */
  nativeBinding?: string | undefined
  /** Number of the newest migration that this version knows. */
  newestVersion: number
}

/**
 * Per connection, so set here alone and read back.
 *
 * `synchronous = FULL`: with WAL, NORMAL may lose the last commits when the power fails, and a note that was
 * acknowledged must be there. A save costs 0.3 ms with FULL and half of it with NORMAL: nobody can tell.
 */
const pragmas: readonly [name: string, value: number | string][] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['temp_store', 2],
  ['busy_timeout', 5000],
  ['cache_size', -16_000],
]

/**
 * Opens one connection to a program file.
 *
 * @throws AppError `file-exists`, `file-not-found` or `disk-error`; errors of SQLite as they are.
 */
export function openConnection({ file, mode, nativeBinding, newestVersion }: OpenOptions): Database.Database {
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
  if (there) assertProgramFile(file, newestVersion)
  if (mode === 'write') assertWritable(file)
  const db = new Database(file, {
    fileMustExist: mode !== 'create',
    ...(nativeBinding ? { nativeBinding } : {}),
  })
  try {
    // Before WAL: from the first moment the file itself, not its log, says whose it is.
    if (mode === 'create') db.pragma(`application_id = ${applicationId}`)
    for (const [name, value] of pragmas) {
      db.pragma(`${name} = ${value}`)
      const set = db.pragma(name, { simple: true })
      if (set !== value)
        throw new AppError('disk-error', `This folder does not support what a program file needs (${name}).`)
    }
    if (mode === 'read') db.pragma('query_only = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
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
