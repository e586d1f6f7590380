import type { Reader } from './reader'

/** The id that the next row of a table with AUTOINCREMENT gets: ids are never used again. */
export function nextId(db: Reader, table: string): number {
  return (db.value<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table) ?? 0) + 1
}
