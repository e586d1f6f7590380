import type { Row } from '../engine/reader'
import type { Writer } from '../engine/writer'

/** Writes over what has to go in rows that stay, by table; rows that are gone by now are passed over. */
export function blankRows<Table extends string>(
  writer: Writer,
  tables: readonly Table[],
  rows: Readonly<Record<Table, ReadonlySet<number>>>,
  left: (table: Table, row: Row) => Row,
): void {
  for (const table of tables) {
    for (const id of rows[table]) {
      const row = writer.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id)
      if (row) writer.update(table, id, left(table, row))
    }
  }
}
