import { resolve } from 'node:path'
import { AppError } from '@shared/errors'
import { programOf } from '../../backups/inspect'
import { openConnection } from '../../engine/open'
import { Reader } from '../../engine/reader'
import { newestVersion } from '../../migrations/newest'
import type { WorkerSetup } from '../../protocol'

/**
 * Reads in another copy of the open file.
 *
 * What is wrong with the copy is never told as a damage of the open file, which would have to be left for a backup.
 *
 * @throws AppError `unreadable-input` for what is no copy of this file, of another version, or damaged; what opening a
 * file throws.
 */
export function inOtherCopy<T>(
  db: Reader,
  { path, secret, setup }: { path: string; secret: SharedArrayBuffer | null; setup: WorkerSetup },
  use: (other: Reader) => T,
): T {
  if (resolve(path) === resolve(setup.file))
    throw new AppError('invalid-input', 'This is the file that is open. Choose the copy of your colleague.')
  const connection = opened(path, secret, setup)
  try {
    const other = new Reader(connection)
    try {
      assertCopy(db, other)
      return use(other)
    } catch (thrown) {
      if (!(thrown instanceof AppError) && isSqlite(thrown) && !isWhole(other)) throw damaged()
      throw thrown
    }
  } finally {
    connection.close()
  }
}

function opened(file: string, secret: SharedArrayBuffer | null, { nativeBinding }: WorkerSetup) {
  try {
    return openConnection({ file, mode: 'inspect', secret, newestVersion, nativeBinding })
  } catch (thrown) {
    throw !(thrown instanceof AppError) && isSqlite(thrown) ? damaged() : thrown
  }
}

function assertCopy(db: Reader, other: Reader): void {
  if (!hasTable(other, 'migrations') || programOf(db) !== programOf(other)) {
    throw new AppError(
      'unreadable-input',
      'This file did not begin as a copy of the same program file, so the two cannot be merged. Import it instead.',
    )
  }
  if ((other.value<number>('PRAGMA user_version') ?? 0) < newestVersion) {
    throw new AppError(
      'unreadable-input',
      'This copy was last opened with an older version of Coppice. Open it once with this version, then merge it.',
    )
  }
  const theirs = new Set(columnsOf(other))
  if (columnsOf(db).some((column) => !theirs.has(column))) throw damaged()
}

function hasTable(db: Reader, name: string): boolean {
  return db.value("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name) !== undefined
}

function columnsOf(db: Reader): string[] {
  return db.column<string>(
    `SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
  )
}

function isSqlite(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_')
}

function isWhole(db: Reader): boolean {
  try {
    return db.value<string>('PRAGMA quick_check(1)') === 'ok'
  } catch {
    return false
  }
}

function damaged(): AppError {
  return new AppError(
    'unreadable-input',
    'The copy is damaged and cannot be merged; nothing was written. Ask your colleague for a new one.',
  )
}
