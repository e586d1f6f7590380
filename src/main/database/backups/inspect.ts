import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Position } from '@shared/domain/backups'
import { AppError } from '@shared/errors'
import { openConnection } from '../engine/open'
import { Reader } from '../engine/reader'
import { fromSqlite } from '../engine/sqliteErrors'
import type { WorkerSetup } from '../protocol'

/** What a program file holds, as far as two can be told apart by it. */
export interface Contents {
  program: string | null
  version: number
  newest: Position | null
  /** Rows of each table of records; what is derived from them can be made anew and is not counted. */
  counts: Record<string, number>
}

/** How the file that is backed up was opened: its backups open the same way. */
export type Opening = Pick<WorkerSetup, 'nativeBinding' | 'secret'>

export function contentsOf(db: Reader): Contents {
  return db.scratch(() => ({
    program: programOf(db),
    version: db.value<number>('PRAGMA user_version') ?? 0,
    newest: newestCommand(db),
    counts: Object.fromEntries(recordTables(db).map((table) => [table, countOf(db, table)])),
  }))
}

/** The moment at which the program's first file was made: it goes with every copy of it, and no two have the same. */
export function programOf(db: Reader): string | null {
  return db.value<string>('SELECT applied_at FROM migrations ORDER BY number LIMIT 1') ?? null
}

export function newestCommand(db: Reader): Position | null {
  return db.get<Position>('SELECT id, at FROM commands ORDER BY id DESC LIMIT 1') ?? null
}

function recordTables(db: Reader): string[] {
  return db.column<string>(
    `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name`,
  )
}

function countOf(db: Reader, table: string): number {
  return db.value<number>(`SELECT count(*) FROM "${table}"`) ?? 0
}

/** Opens a copy that nobody has open, without leaving a trace, for as long as `use` takes. */
export function inspecting<T>(file: string, { nativeBinding, secret }: Opening, use: (db: Reader) => T): T {
  const newestVersion = Number.MAX_SAFE_INTEGER
  const connection = openConnection({ file, mode: 'inspect', nativeBinding, secret, newestVersion })
  try {
    return use(new Reader(connection))
  } finally {
    connection.close()
  }
}

/**
 * Reads a copy through: SQLite's own check of every table and index, then its contents. The search indexes are
 * checked as tables only: reading all words of all notes takes six times as long, and they can be made anew.
 *
 * @throws AppError `file-damaged`, `not-a-program-file`, `passphrase-needed` or `wrong-passphrase`.
 */
export function readThrough(file: string, opening: Opening): Contents {
  try {
    return inspecting(file, opening, (db) => {
      for (const table of storedTables(db)) {
        const [line] = db.column<string>(`PRAGMA quick_check("${table}")`)
        if (line !== 'ok') throw new AppError('file-damaged', 'It is damaged inside.')
      }
      return contentsOf(db)
    })
  } catch (error) {
    const told = fromSqlite(error)
    if (told instanceof AppError && told.code === 'file-damaged') {
      throw new AppError('file-damaged', 'It is damaged inside.')
    }
    throw told
  }
}

/** With those in which the search indexes are kept. */
function storedTables(db: Reader): string[] {
  return db.column<string>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')",
  )
}

/** @returns the SHA-256 of all its bytes, in hexadecimal. */
export async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return hash.digest('hex')
}
