import type { Row } from './reader'
import type { ChangeKind, Writer } from './writer'

interface Change {
  kind: ChangeKind
  table_name: string
  first_row: number
  last_row: number
  before: string | null
}

/**
 * Takes back everything that a command changed, last change first, through the writer: so the reversal is recorded
 * like any other command, and redo is nothing but taking back the undo.
 */
export function reverse(writer: Writer, commandId: number): void {
  const changes = writer.all<Change>(
    'SELECT kind, table_name, first_row, last_row, before FROM changes WHERE command_id = ? ORDER BY id DESC',
    commandId,
  )
  // The rows of one command may point at each other in any order; all of them are there at the commit.
  writer.derive('PRAGMA defer_foreign_keys = ON')
  for (const change of changes) reverseChange(writer, change)
}

function reverseChange(writer: Writer, change: Change): void {
  const { table_name: table, first_row: first, last_row: last } = change
  const before = change.before === null ? {} : (JSON.parse(change.before) as Row)
  switch (change.kind) {
    case 'insert':
      for (let id = last; id >= first; id--) writer.remove(table, id)
      break
    case 'update':
      writer.update(table, first, before)
      break
    case 'delete':
      writer.insert(table, withoutGenerated(writer, table, before))
  }
}

/** A generated column is part of a row's image, but cannot be written. */
function withoutGenerated(writer: Writer, table: string, row: Row): Row {
  const generated = writer.column<string>(
    'SELECT name FROM pragma_table_xinfo(?) WHERE hidden IN (2, 3)',
    table,
  )
  return Object.fromEntries(Object.entries(row).filter(([column]) => !generated.includes(column)))
}
