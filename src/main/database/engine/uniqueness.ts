import type { Reader, Row } from './reader'

/** The columns that no two rows of a table may share, each time together; unique indexes over all rows alone. */
function uniqueKeys(db: Reader, table: string): string[][] {
  return db.remembered(`unique ${table}`, () => {
    const indexes = db.column<string>(
      'SELECT name FROM pragma_index_list(?) WHERE "unique" = 1 AND partial = 0',
      table,
    )
    return indexes.map((index) =>
      db.column<string>('SELECT name FROM pragma_index_info(?) ORDER BY seqno', index),
    )
  })
}

/** Other rows that hold what this one would hold and only one may. */
export function rowsInTheWay(db: Reader, table: string, row: Row): number[] {
  return uniqueKeys(db, table).flatMap((columns) => {
    const values = columns.map((column) => row[column] ?? null)
    // NULL is never the same as NULL in an index.
    if (values.includes(null)) return []
    const sql = `SELECT id FROM ${table} WHERE ${columns.map((column) => `"${column}" = ?`).join(' AND ')} AND id IS NOT ?`
    return db.column<number>(sql, ...values, row.id ?? null)
  })
}

/** What the rows of a table point at, by the column; `needed` where a row cannot be without it. */
export function pointersOf(db: Reader, table: string): { table: string; from: string; needed: number }[] {
  return db.all(
    `SELECT f."table", f."from", c."notnull" AS needed
      FROM pragma_foreign_key_list(@table) f JOIN pragma_table_info(@table) c ON c.name = f."from"`,
    { table },
  )
}
