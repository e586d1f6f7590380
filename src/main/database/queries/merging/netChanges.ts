import type { Reader } from '../../engine/reader'
import { imageOf } from '../../engine/undo'
import type { ChangeKind } from '../../engine/writer'
import { currentRow, type Image, stepOf } from '../../history/images'

/** What a command made of one row, from before it to after it; of an update only the columns that it wrote. */
export interface NetChange {
  table: string
  id: number
  from: Image
  to: Image
  /** Whether the row was deleted later, so that its number may be another's by now. */
  goneSince: boolean
}

interface Line {
  id: number
  kind: ChangeKind
  table: string
  first: number
  last: number
  before: string | null
}

/** The rows that a command changed, those that it came to last first. */
export function netChangesOf(db: Reader, command: number): NetChange[] {
  const lines = db.all<Line>(
    `SELECT id, kind, table_name AS "table", first_row AS first, last_row AS last, before FROM changes
      WHERE command_id = ? ORDER BY id DESC`,
    command,
  )
  const nets = new Map<string, NetChange>()
  for (const { id: line, kind, table, first, last, before } of lines) {
    for (let id = last; id >= first; id--) {
      const { from, to } = stepOf(db, table, id, { id: line, command, kind, before: imageOf(before) })
      const later = nets.get(`${table} ${id}`)
      if (later) {
        later.from = kind === 'insert' ? null : { ...later.from, ...from }
        if (later.to !== null) later.to = { ...to, ...later.to }
      } else
        nets.set(`${table} ${id}`, { table, id, from, to, goneSince: isGoneSince(db, table, id, command) })
    }
  }
  return [...nets.values()]
}

/** Numbers of rows that only tie others together are given out again: the same row says the same as before. */
function isGoneSince(db: Reader, table: string, id: number, command: number): boolean {
  const image = db.value<string>(
    `SELECT before FROM changes
      WHERE table_name = ? AND first_row = ? AND kind = 'delete' AND command_id > ? ORDER BY id LIMIT 1`,
    table,
    id,
    command,
  )
  if (image === undefined) return false
  const current = currentRow(db, table, id)
  return (
    current === null || Object.entries(imageOf(image)).some(([column, value]) => current[column] !== value)
  )
}
