import type { Reader, SqlValue } from '../engine/reader'

/** So many rows are read at once: few enough to be let go soon, enough that the reading costs and not the asking. */
const chunk = 5000

/** Gives every row to `take`, one after the other, by their ids, which come first; the millions go through here. */
export function eachRow<Row extends [id: number, ...SqlValue[]]>(
  db: Reader,
  sql: string,
  first: number,
  last: number,
  take: (row: Row) => void,
): void {
  const part = `${sql} ORDER BY id LIMIT ${chunk}`
  for (let from = first, rows: Row[] = []; ; ) {
    rows = db.arrays<Row>(part, from, last)
    for (const row of rows) take(row)
    const end = rows.at(-1)
    if (!end || rows.length < chunk) return
    from = end[0] + 1
  }
}
