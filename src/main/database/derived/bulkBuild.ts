import type { Deriver } from '../engine/derivation'

/** From so many rows on it is worth telling the index that much is coming. */
const many = 1000

/**
 * FTS5 collects what it indexes in memory and writes it out in segments. With 64 MB instead of its default of
 * 1 MB there are fewer of them to write and to merge: a bulk build takes less than half of the time. The setting
 * is kept in the file, so it is put back in the same transaction.
 */
const bulkHashSize = 64 * 1024 * 1024
const usualHashSize = 1024 * 1024

/** Rows `first` to `last` of a table. */
export interface RowRange {
  first: number
  last: number
}

export function isIn(ranges: readonly RowRange[], id: number): boolean {
  return ranges.some(({ first, last }) => id >= first && id <= last)
}

export function withBulkMemory(db: Deriver, table: string, rows: number, build: () => void): void {
  if (rows < many) {
    build()
    return
  }
  setHashSize(db, table, bulkHashSize)
  build()
  setHashSize(db, table, usualHashSize)
}

function setHashSize(db: Deriver, table: string, bytes: number): void {
  // Not as a parameter: JavaScript's numbers are bound as real ones, and FTS5 wants a whole one.
  db.derive(`INSERT INTO ${table} (${table}, rank) VALUES ('hashsize', ${bytes})`)
}
