import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AppError } from '@shared/errors'
import { programOf } from '../../backups/inspect'
import { type Bundle, bundleOf, isBundle, mostBytes } from '../../copies/container'
import { databaseOf } from '../../engine/memory'
import { openConnection } from '../../engine/open'
import { Reader } from '../../engine/reader'
import { newestVersion } from '../../migrations/newest'
import type { WorkerSetup } from '../../protocol'
import { recordTables } from '../../salvage/tables'

/**
 * Reads in another copy of the open file, or in a file of what changed there, which comes with who has signed it.
 *
 * What is wrong with the copy is never told as a damage of the open file, which would have to be left for a backup.
 *
 * @throws AppError `unreadable-input` for what is no copy of this file, of another version, or damaged; what opening a
 * file throws.
 */
export function inOtherCopy<T>(
  db: Reader,
  { path, secret, setup }: { path: string; secret: SharedArrayBuffer | null; setup: WorkerSetup },
  use: (other: Reader, bundle: Bundle | null) => T,
): T {
  if (resolve(path) === resolve(setup.file))
    throw new AppError('invalid-input', 'This is the file that is open. Choose the copy of your colleague.')
  const bundle = bundleAt(path)
  if (bundle && bundle.header.program !== programOf(db)) throw otherProgram()
  const connection = bundle
    ? databaseIn(bundle.contents(secret), setup.nativeBinding)
    : opened(path, secret, setup)
  try {
    const other = new Reader(connection)
    try {
      assertCopy(db, other)
      return use(other, bundle)
    } catch (thrown) {
      if (!(thrown instanceof AppError) && isSqlite(thrown) && !isWhole(other)) throw damaged()
      throw thrown
    }
  } finally {
    connection.close()
  }
}

function bundleAt(path: string): Bundle | null {
  const beginning = Buffer.alloc(32)
  const descriptor = openFor(path)
  if (descriptor === null) return null
  try {
    readSync(descriptor, beginning, 0, beginning.length, 0)
    if (!isBundle(beginning)) return null
    if (statSync(path).size > mostBytes) {
      throw new AppError(
        'unreadable-input',
        'This file of changes is larger than one can be. Ask for a whole copy.',
      )
    }
    return bundleOf(readFileSync(descriptor))
  } finally {
    closeSync(descriptor)
  }
}

/** What cannot be opened at all is told by who opens it as a program file. */
function openFor(path: string): number | null {
  try {
    return openSync(path, 'r')
  } catch {
    return null
  }
}

function databaseIn(contents: Buffer, nativeBinding: string | undefined) {
  try {
    const connection = databaseOf(contents, nativeBinding)
    if (connection.pragma('quick_check(1)', { simple: true }) === 'ok') return connection
    connection.close()
  } catch (thrown) {
    if (!isSqlite(thrown)) throw thrown
  }
  throw damaged()
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
    throw otherProgram()
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

/** The columns of all records, as they are stored: no view can stand for a table, nor a text for a number. */
function columnsOf(db: Reader): string[] {
  return recordTables(db).flatMap(({ name }) =>
    db.column<string>(
      `SELECT l.name || '.' || c.name || ' ' || c.type FROM pragma_table_list(@name) l, pragma_table_xinfo(@name) c
        WHERE l.schema = 'main' AND l.type = 'table' AND l.strict = 1`,
      { name },
    ),
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

function otherProgram(): AppError {
  return new AppError(
    'unreadable-input',
    'This file did not begin as a copy of the same program file, so the two cannot be merged. Import it instead.',
  )
}

function damaged(): AppError {
  return new AppError(
    'unreadable-input',
    'The copy is damaged and cannot be merged; nothing was written. Ask your colleague for a new one.',
  )
}
