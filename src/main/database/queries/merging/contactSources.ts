import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { saveAskContacts } from '../asks/askContacts'
import { saveGatheringContacts } from '../gatherings/gatheringContacts'
import { saveInvitationContact } from '../invitations/invitationContact'
import { saveReuseContacts } from '../knowledge/reuseContacts'
import { saveInteractions } from '../sessions/sessionInteractions'

/** The records that contacts follow from, by the column of a contact that says so: how their contacts are drawn anew. */
export const contactSources = {
  session_id: drawSession,
  gathering_id: saveGatheringContacts,
  ask_id: saveAskContacts,
  invitation_id: saveInvitationContact,
  reuse_id: saveReuseContacts,
} as const satisfies Readonly<Record<string, (writer: Writer, id: number) => unknown>>
export type ContactSource = keyof typeof contactSources

export const contactSourceColumns = Object.keys(contactSources) as ContactSource[]

function drawSession(writer: Writer, id: number): void {
  const heldOn = writer.value<string>('SELECT held_on FROM sessions WHERE id = ?', id)
  if (heldOn === undefined) return
  const attendeeIds = writer.column<number>(
    'SELECT member_id FROM session_attendees WHERE session_id = ?',
    id,
  )
  saveInteractions(writer, { id, heldOn, attendeeIds })
}

/** Where a row says who was somewhere, or did something: the source that its contacts follow from. */
const ofTables: Readonly<Record<string, readonly [ContactSource, string]>> = {
  session_attendees: ['session_id', 'session_id'],
  gathering_attendees: ['gathering_id', 'gathering_id'],
  asks: ['ask_id', 'id'],
  ask_answers: ['ask_id', 'ask_id'],
  invitations: ['invitation_id', 'id'],
  knowledge_reuses: ['reuse_id', 'id'],
}

/** The sources of the contacts that follow from a row, or that it is itself. */
export function sourcesOfRow(db: Reader, table: string, row: Row): [ContactSource, number][] {
  // Whoever wrote a piece of knowledge has been in contact with all who used it.
  if (table === 'knowledge_authors')
    return db
      .column<number>('SELECT id FROM knowledge_reuses WHERE item_id = ? ORDER BY id', Number(row.item_id))
      .map((id) => ['reuse_id', id])
  const named: (readonly [ContactSource, string])[] =
    table === 'interactions' ? contactSourceColumns.map((column) => [column, column]) : []
  const own = Object.hasOwn(ofTables, table) ? ofTables[table] : undefined
  return [...named, ...(own ? [own] : [])].flatMap(([source, column]): [ContactSource, number][] => {
    const id = row[column]
    return typeof id === 'number' ? [[source, id]] : []
  })
}

/** The sources of all contacts of a member. */
export function sourcesOfMember(db: Reader, member: number): [ContactSource, number][] {
  const rows = [
    ...rowsOf(db, 'interactions', 'from_id', member),
    ...rowsOf(db, 'interactions', 'to_id', member),
    ...rowsOf(db, 'session_attendees', 'member_id', member),
    ...rowsOf(db, 'gathering_attendees', 'member_id', member),
    ...rowsOf(db, 'knowledge_authors', 'member_id', member),
    ...rowsOf(db, 'knowledge_reuses', 'member_id', member),
  ]
  return rows.flatMap(({ table, row }) => sourcesOfRow(db, table, row))
}

function rowsOf(db: Reader, table: string, column: string, member: number): { table: string; row: Row }[] {
  return db.all(`SELECT * FROM ${table} WHERE ${column} = ?`, member).map((row) => ({ table, row }))
}
