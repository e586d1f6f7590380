import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { currentRow } from '../../history/images'
import { saveGatheringContacts } from '../gatherings/gatheringContacts'
import { saveInteractions } from '../sessions/sessionInteractions'

type Step =
  | { does: 'update'; table: string; id: number; columns: Row }
  | { does: 'insert'; table: string; id: number | null; row: Row }
  | { does: 'remove'; table: string; id: number }

/** The records that contacts follow from, by the column of a contact that says so. */
export const contactSources = {
  session_id: 'sessions',
  gathering_id: 'gatherings',
} as const
export type ContactSource = (typeof contactSources)[keyof typeof contactSources]

/**
 * What is going to be written, and how the rows will be then: so that what a dialog says and what is done are one.
 * Steps are taken in their order.
 */
export class Plan {
  readonly steps: Step[] = []
  /** What is to be told, in sentences. */
  readonly notes: string[] = []
  /** Records whose contacts are drawn anew at the end. */
  readonly sources: Readonly<Record<ContactSource, Set<number>>> = {
    sessions: new Set(),
    gatherings: new Set(),
  }
  private readonly planned = new Map<string, Row | null>()

  constructor(readonly db: Reader) {}

  /** A row as it will be; null when there is none, or will be none. */
  row(table: string, id: number): Row | null {
    const planned = this.planned.get(`${table} ${id}`)
    return planned === undefined ? currentRow(this.db, table, id) : planned
  }

  /** The ids of rows of which a column holds one of these values, as they are in the file now. */
  ids(table: string, column: string, value: number): number[] {
    return this.db.column<number>(`SELECT id FROM ${table} WHERE ${column} = ? ORDER BY id`, value)
  }

  update(table: string, id: number, columns: Row): void {
    const before = this.row(table, id)
    if (before === null || Object.keys(columns).length === 0) return
    this.steps.push({ does: 'update', table, id, columns })
    this.planned.set(`${table} ${id}`, { ...before, ...columns })
  }

  /** With the number of its own that the row holds, or a new one. */
  insert(table: string, row: Row): void {
    const id = typeof row.id === 'number' ? row.id : null
    this.steps.push({ does: 'insert', table, id, row })
    if (id !== null) this.planned.set(`${table} ${id}`, row)
  }

  remove(table: string, id: number): void {
    if (this.row(table, id) === null) return
    this.steps.push({ does: 'remove', table, id })
    this.planned.set(`${table} ${id}`, null)
  }

  /** How many rows of which table it writes or takes away. */
  changed(table: string): number {
    return new Set(this.steps.filter((step) => step.table === table).map(({ id }) => id)).size
  }
}

export function carryOut(writer: Writer, { steps, sources }: Plan): void {
  // Rows point at each other in any order meanwhile; all of them are there at the commit.
  writer.derive('PRAGMA defer_foreign_keys = ON')
  for (const step of steps) {
    if (step.does === 'update') writer.update(step.table, step.id, step.columns)
    else if (step.does === 'insert') writer.insert(step.table, step.row)
    else writer.remove(step.table, step.id)
  }
  for (const id of sources.sessions) drawSession(writer, id)
  for (const id of sources.gatherings) saveGatheringContacts(writer, id)
}

function drawSession(writer: Writer, id: number): void {
  const heldOn = writer.value<string>('SELECT held_on FROM sessions WHERE id = ?', id)
  if (heldOn === undefined) return
  const attendeeIds = writer.column<number>(
    'SELECT member_id FROM session_attendees WHERE session_id = ?',
    id,
  )
  saveInteractions(writer, { id, heldOn, attendeeIds })
}
