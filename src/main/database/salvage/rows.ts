import type { Reader, SqlValue } from '../engine/reader'
import { attempt } from './unreadable'

/** Rows that are read at once where nothing is wrong. */
const step = 500

/** Ids that are looked through around an unreadable page; each of them on its own where need be. */
const window = 1024

/**
 * After so many ids in a row of which none can be read, one looks less closely, and from then on through as many at
 * once as were lost already: the parent of thousands of pages is gone, or there is nothing any more.
 */
const patience = 16_384

/** A row, the id first. */
export type SalvagedRow = [id: number, ...columns: SqlValue[]]

interface Wanted {
  table: string
  columns: readonly string[]
  /** The highest id that there may be. */
  until: number
}

/**
 * Reads a table of which pages may be unreadable: in steps, and where one fails, in ranges of ids that are halved
 * until what can be read is told from what cannot.
 *
 * @returns how many ids could not be looked at
 */
export function* readableRows(
  db: Reader,
  { table, columns, until }: Wanted,
): Generator<SalvagedRow[], number> {
  const sql = `SELECT rowid, ${columns.join(', ')} FROM "${table}" NOT INDEXED
    WHERE rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?`
  const read = (from: number, to: number, most: number) =>
    attempt(() => db.arrays<SalvagedRow>(sql, from, to, most))

  /** Reads a range, or its halves; ranges of `finest` ids are given up as they are. */
  function* halved(from: number, to: number, finest: number): Generator<SalvagedRow[], number> {
    const rows = read(from, to, to - from + 1)
    if (rows) {
      if (rows.length > 0) yield rows
      return 0
    }
    if (to - from < finest) return to - from + 1
    const middle = Math.floor((from + to) / 2)
    return (yield* halved(from, middle, finest)) + (yield* halved(middle + 1, to, finest))
  }

  let from = 0
  let unread = 0
  /** Ids since the last row that could be read. */
  let lost = 0
  while (from <= until) {
    const rows = read(from, until, step)
    if (rows) {
      if (rows.length > 0) yield rows
      if (rows.length < step) return unread
      // Never back, whatever ids a damaged page holds.
      from = Math.max(from + rows.length, (rows.at(-1)?.[0] ?? 0) + 1)
      lost = 0
      continue
    }
    const finest = lost < patience ? 1 : Math.ceil(lost / window)
    const to = Math.min(until, from + window * finest - 1)
    const missed = yield* halved(from, to, finest)
    unread += missed
    lost = missed < to - from + 1 ? 0 : lost + missed
    from = to + 1
  }
  return unread
}
