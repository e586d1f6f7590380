import { figureTables } from '../derived'
import type { Reader } from '../engine/reader'

/** A reference of a row to another one. */
export interface Reference {
  column: string
  parent: string
  /** Without it the row means nothing. */
  required: boolean
}

/** A table of records in a program file of this version. */
export interface Table {
  name: string
  columns: string[]
  /** Whether its rows have no number of their own. */
  withoutIds: boolean
  references: Reference[]
}

/** The tables of records, those first that others refer to; what is derived from them is made anew. */
export function recordTables(db: Reader): Table[] {
  const tables = db
    .all<{ name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name <> 'migrations'
          AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name`,
    )
    .filter(({ name }) => !figureTables.some((figures) => figures === name))
    .map(({ name, wr }) => ({
      name,
      withoutIds: wr === 1,
      columns: columnsOf(db, name),
      references: referencesOf(db, name),
    }))
  const ordered: Table[] = []
  const follow = (table: Table) => {
    if (ordered.includes(table)) return
    for (const { parent } of table.references) {
      const found = tables.find(({ name }) => name === parent)
      if (found && found !== table) follow(found)
    }
    ordered.push(table)
  }
  tables.forEach(follow)
  return ordered
}

/** The columns that are stored; none when there is no such table. */
export function columnsOf(db: Reader, table: string): string[] {
  return db.column<string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid', table)
}

function referencesOf(db: Reader, table: string): Reference[] {
  return db
    .all<{ column: string; parent: string; required: number }>(
      `SELECT f."from" AS "column", f."table" AS parent, c."notnull" AS required
        FROM pragma_foreign_key_list(?) f JOIN pragma_table_xinfo(?) c ON c.name = f."from"`,
      table,
      table,
    )
    .map((reference) => ({ ...reference, required: reference.required === 1 }))
}
