import type { Reader, Row } from './reader'
import type { ChangeKind, Writer } from './writer'

interface Change {
  id: number
  kind: ChangeKind
  table_name: string
  first_row: number
  last_row: number
  before: string | null
}

/** So many lines of the record of changes are held in memory at a time. */
const atATime = 5000

/**
 * Takes back everything that a command changed, last change first, through the writer: so the reversal is recorded
 * like any other command, and redo is nothing but taking back the undo.
 *
 * @param onRow is told of each row; what it throws ends the command.
 */
export function reverse(writer: Writer, commandId: number, onRow: () => void): void {
  // The rows of one command may point at each other in any order; all of them are there at the commit.
  writer.derive('PRAGMA defer_foreign_keys = ON')
  for (let before = Number.MAX_SAFE_INTEGER, changes: Change[] = []; ; ) {
    changes = writer.all<Change>(
      `SELECT id, kind, table_name, first_row, last_row, before FROM changes
        WHERE command_id = ? AND id < ? ORDER BY id DESC LIMIT ${atATime}`,
      commandId,
      before,
    )
    for (const run of runsOf(changes)) {
      if (run.length < many || !insertTogether(writer, run, onRow)) {
        for (const change of run) reverseChange(writer, change, onRow)
      }
    }
    const last = changes.at(-1)
    if (!last || changes.length < atATime) return
    before = last.id
  }
}

/** From so many rows on it is worth putting them back together: that is how the redo of an import goes. */
const many = 50

/** Deleted rows of one table with numbers that rise by one stay together; every other change is alone. */
function runsOf(changes: readonly Change[]): Change[][] {
  const runs: Change[][] = []
  for (const change of changes) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const follows =
      last?.kind === 'delete' &&
      change.kind === 'delete' &&
      change.table_name === last.table_name &&
      change.first_row === last.first_row + 1
    if (run && follows) run.push(change)
    else runs.push([change])
  }
  return runs
}

/** @returns whether it was done; rows that do not have the same columns cannot go in together. */
function insertTogether(writer: Writer, run: readonly Change[], onRow: () => void): boolean {
  const table = run[0]?.table_name ?? ''
  const rows = run.map(({ before }) => withoutGenerated(writer, table, imageOf(before)))
  const columns = Object.keys(rows[0] ?? {})
  const alike = rows.every((row) => Object.keys(row).join() === columns.join())
  if (!alike || columns.length === 0) return false
  const bulk = writer.bulk(table, columns)
  for (const row of rows) {
    bulk.add(Object.values(row))
    onRow()
  }
  bulk.end()
  return true
}

function reverseChange(writer: Writer, change: Change, onRow: () => void): void {
  const { table_name: table, first_row: first, last_row: last } = change
  const before = imageOf(change.before)
  switch (change.kind) {
    case 'insert':
      for (let id = last; id >= first; id--) {
        writer.remove(table, id)
        onRow()
      }
      return
    case 'update':
      writer.update(table, first, before)
      break
    case 'delete':
      writer.insert(table, withoutGenerated(writer, table, before))
  }
  onRow()
}

/** The image of a row as it is kept; one that had to be forgotten holds nothing. */
export function imageOf(before: string | null): Row {
  return before === null ? {} : (JSON.parse(before) as Row)
}

/** A generated column is part of a row's image, but cannot be written. */
export function withoutGenerated(db: Reader, table: string, row: Row): Row {
  const generated = db.column<string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden IN (2, 3)', table)
  return Object.fromEntries(Object.entries(row).filter(([column]) => !generated.includes(column)))
}
