import type { InputOf, OutputOf } from '@shared/contract'
import { columnWords } from '@shared/domain/historyWords'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../engine/reader'
import { withoutGenerated } from '../engine/undo'
import { pointersOf, rowsInTheWay } from '../engine/uniqueness'
import type { Writer } from '../engine/writer'
import type { Done } from '../handler'
import { currentRow } from '../history/images'
import { Names } from '../history/names'
import { saveAskContacts } from '../queries/asks/askContacts'
import { saveGatheringContacts } from '../queries/gatherings/gatheringContacts'
import { saveInvitationContact } from '../queries/invitations/invitationContact'
import { itemTitled } from '../queries/knowledge/knowledgeLinks'
import { saveItemContacts, saveReuseContacts } from '../queries/knowledge/reuseContacts'
import { mergedInto, nowCalled } from '../queries/merging/mergedInto'
import { carryMentions, mentionsToday } from '../queries/merging/mergeMentions'
import { carryOut, Plan } from '../queries/merging/plan'
import { saveInteractions } from '../queries/sessions/sessionInteractions'
import { itemsBy, type Remains, remainsOf, type TrashItem } from './items'
import { nameOf } from './list'

type Restored = OutputOf<'trash.restore'>

/**
 * Brings records back with all that was deleted with them, whatever was done since. What they point at may be gone by
 * now: then as much as possible comes back, and the rest is told.
 *
 * @throws AppError `not-found` when nothing of it is in the trash any more, `conflict` when nothing could come back.
 */
export function restoreFromTrash(writer: Writer, { ids }: InputOf<'trash.restore'>): Done<Restored> {
  const items = itemsBy(writer, ids)
  if (items.length === 0) {
    throw new AppError('not-found', 'This is no longer in the trash; it may have come back already.')
  }
  const names = new Names(writer)
  const value: Restored = { restored: [], notes: [] }
  for (const item of items) {
    const remains = remainsOf(writer, item)
    const name = nameOf(item, remains, names)
    if (Object.keys(remains.root).length === 0) {
      value.notes.push(`${name} cannot come back: what was written there has been erased.`)
      continue
    }
    if (!restoreOne(writer, item, remains, { name, names, notes: value.notes })) continue
    value.restored.push({ table: item.table, id: item.row, name })
  }
  const [only] = value.restored
  if (!only) throw new AppError('conflict', value.notes.join(' '))
  const what = value.restored.length === 1 ? only.name : `${value.restored.length} things from the trash`
  return { value, summary: `Restored ${what}` }
}

interface Telling {
  name: string
  names: Names
  notes: string[]
}

/** @returns false when it cannot come back; why has been told then. */
function restoreOne(writer: Writer, item: TrashItem, { root, parts }: Remains, telling: Telling): boolean {
  const { table, row: id } = item
  const whole = fitting(writer, table, root, telling)
  if (!whole || (table === 'enrolments' && isEnrolledAnew(writer, whole, telling))) return false
  if (table === 'communities' && isNamedAnew(writer, root, telling)) return false
  if (table === 'knowledge_items' && isTitledAnew(writer, root, telling)) return false
  writer.remove('trash', item.id)
  writer.insert(table, { ...whole, ...mentionsToday(writer, table, whole) })
  for (const part of parts) {
    const row = fitting(writer, part.table, part.row, telling)
    if (!row || isDoubled(writer, part, row)) continue
    const texts = mentionsToday(writer, part.table, row)
    writer.insert(part.table, { ...withFreeId(writer, part.table, row), ...texts })
  }
  if (table === 'sessions') {
    const attendeeIds = writer.column<number>(
      'SELECT member_id FROM session_attendees WHERE session_id = ?',
      id,
    )
    // Where somebody is missing now, others may have become few enough to have been in contact.
    saveInteractions(writer, { id, heldOn: String(root.held_on), attendeeIds })
  } else if (table === 'gatherings') saveGatheringContacts(writer, id)
  else if (table === 'asks') saveAskContacts(writer, id)
  else if (table === 'invitations') saveInvitationContact(writer, id)
  else if (table === 'knowledge_items') saveItemContacts(writer, id)
  else if (table === 'knowledge_reuses') saveReuseContacts(writer, id)
  else if (table === 'members') {
    for (const other of mergedInto(writer, [id])) moveMentions(writer, { keep: id, other })
    noteNamesake(writer, id, root, telling)
  }
  return true
}

/** Texts that came back meanwhile may mention a record that had been merged into whom comes back now. */
function moveMentions(writer: Writer, couple: { keep: number; other: number }): void {
  const plan = new Plan(writer)
  carryMentions(plan, couple)
  carryOut(writer, plan)
}

/**
 * Two who were there may have become one since; their contacts are drawn anew from who was there. Whatever has its
 * number by now is another row.
 */
function isDoubled(writer: Writer, { table, row: image }: Remains['parts'][number], row: Row): boolean {
  if (table === 'interactions') return row.from_id !== image.from_id || row.to_id !== image.to_id
  return rowsInTheWay(writer, table, { ...row, id: null }).length > 0
}

/** Nobody is in a program twice in the same role. */
function isEnrolledAnew(writer: Writer, root: Row, { name, notes }: Telling): boolean {
  const there = writer.value(
    'SELECT 1 FROM enrolments WHERE program_id = ? AND member_id = ? AND role = ?',
    root.program_id,
    root.member_id,
    root.role,
  )
  if (there === undefined) return false
  notes.push(`${name} stays in the trash: they are in the program again by now.`)
  return true
}

/** No two communities have the same name. */
function isNamedAnew(writer: Writer, root: Row, { name, notes }: Telling): boolean {
  const there = writer.value('SELECT 1 FROM communities WHERE name = ? COLLATE NOCASE', root.name)
  if (there === undefined) return false
  notes.push(`${name} stays in the trash: there is another community of that name by now.`)
  return true
}

/** Links could not tell two items of one title apart. */
function isTitledAnew(writer: Writer, root: Row, { name, notes }: Telling): boolean {
  if (itemTitled(writer, String(root.title)) === null) return false
  notes.push(`${name} stays in the trash: there is another piece of knowledge of that title by now.`)
  return true
}

/** The row as it can be written now; null when something that it cannot be without is gone. */
function fitting(writer: Writer, table: string, image: Row, telling: Telling): Row | null {
  const columns = new Set(writer.column<string>('SELECT name FROM pragma_table_info(?)', table))
  const row = Object.fromEntries(
    Object.entries(withoutGenerated(writer, table, image)).filter(([column]) => columns.has(column)),
  )
  for (const { table: target, from, needed } of pointersOf(writer, table)) {
    const id = target === 'members' ? nowCalled(writer, row[from]) : row[from]
    if (typeof id !== 'number') continue
    row[from] = id
    if (currentRow(writer, target, id)) continue
    const { name, names, notes } = telling
    const gone = names.of(target, id)
    // Contacts follow from the attendees, of whom it is said already.
    if (needed === 1) {
      if (table !== 'interactions') notes.push(`${gone} is no longer here and was left out of: ${name}.`)
      return null
    }
    row[from] = null
    notes.push(`${name}: “${columnWords(table, from).label}” is empty now, since ${gone} is no longer here.`)
  }
  return row
}

/** Numbers of rows that only tie others together are given out again; then such a row takes a new one. */
function withFreeId(db: Reader, table: string, row: Row): Row {
  if (!currentRow(db, table, Number(row.id))) return row
  const { id: _, ...rest } = row
  return rest
}

function noteNamesake(db: Reader, id: number, { email }: Row, { name, notes }: Telling): void {
  if (typeof email !== 'string') return
  const other = db.value<string>(
    'SELECT name FROM members WHERE lower(email) = lower(?) AND id <> ? LIMIT 1',
    email,
    id,
  )
  if (other !== undefined) {
    notes.push(`${other} has the e-mail address of ${name} by now: the two may be the same person.`)
  }
}
