import type { SessionInput } from '@shared/contract/sessions'
import type { Deletion } from '@shared/contract/trash'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { forgetSource } from '../knowledge/knowledgeSource'
import { attendeesOf, memberNames, namesInWords } from '../references'
import { saveTies } from '../ties'
import { topicId } from '../topics'
import { saveInteractions } from './sessionInteractions'

export function saveSession(
  writer: Writer,
  input: { id: number | null; session: SessionInput },
): Done<{ id: number }> {
  const session = { ...input.session, attendeeIds: [...new Set(input.session.attendeeIds)] }
  assertKnown(writer, session)
  const columns = columnsOf(session)
  const { id, changed } =
    input.id === null
      ? {
          id: writer.insert('sessions', { ...columns, created_at: writer.now, updated_at: writer.now }),
          changed: false,
        }
      : { id: input.id, changed: updateSession(writer, input.id, columns) }
  const parts = [
    saveTies(
      writer,
      { table: 'session_attendees', parent: 'session_id', id },
      'member_id',
      session.attendeeIds,
    ),
    saveTies(
      writer,
      { table: 'session_topics', parent: 'session_id', id },
      'topic_id',
      session.topics.map((name) => topicId(writer, name)),
    ),
    saveActionItems(writer, id, session.actionItems),
    saveInteractions(writer, { id, ...session }),
  ]
  if (input.id !== null && (changed || parts.includes(true))) {
    writer.update('sessions', id, { updated_at: writer.now })
  }
  return {
    value: { id },
    summary: `${input.id === null ? 'Session' : 'Changes to session'} ${inWords(writer, id)}`,
  }
}

export function removeSession(writer: Writer, { id }: { id: number }): Done<Deletion> {
  assertThere(writer, id)
  const summary = `Deleted session ${inWords(writer, id)}`
  forgetSource(writer, id)
  const trash = [moveToTrash(writer, 'sessions', id)]
  return { value: { command: commandOf(writer), trash }, summary }
}

/** "with Mira Okafor and Rui Silva on 2026-11-20" */
function inWords(db: Reader, id: number): string {
  const names = (attendeesOf(db, [id]).get(id) ?? []).map(({ name }) => name)
  return `with ${namesInWords(names)} on ${db.value<string>('SELECT held_on FROM sessions WHERE id = ?', id)}`
}

/** @throws AppError `not-found`. */
function assertThere(db: Reader, id: number): void {
  if (db.value('SELECT 1 FROM sessions WHERE id = ?', id) !== undefined) return
  throw new AppError(
    'not-found',
    'This session is no longer in the program file; it may have been removed meanwhile.',
  )
}

function assertKnown(db: Reader, session: SessionInput): void {
  const owners = session.actionItems.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]))
  const known = memberNames(db, [...session.attendeeIds, ...owners])
  if (session.attendeeIds.some((id) => !known.has(id))) {
    throw new AppError(
      'not-found',
      'One of the attendees is no longer in the directory. Choose again who met.',
      'attendeeIds',
    )
  }
  const item = session.actionItems.findIndex(({ ownerId }) => ownerId !== null && !known.has(ownerId))
  if (item !== -1) {
    throw new AppError(
      'not-found',
      'The owner of an action item is no longer in the directory. Choose somebody else.',
      `actionItems.${item}.ownerId`,
    )
  }
  if (
    session.matchId !== null &&
    db.value('SELECT 1 FROM matches WHERE id = ?', session.matchId) === undefined
  ) {
    throw new AppError(
      'not-found',
      'The match that this session belongs to is no longer there. Choose another one, or none.',
      'matchId',
    )
  }
}

function columnsOf(session: SessionInput): Row {
  return {
    match_id: session.matchId,
    held_on: session.heldOn,
    minutes: session.minutes,
    medium: session.medium,
    title: session.title,
    agenda: session.agenda,
    notes: session.notes.trim() === '' ? '' : session.notes,
    confidentiality: session.confidentiality,
    rating: session.rating,
  }
}

function updateSession(writer: Writer, id: number, columns: Row): boolean {
  assertThere(writer, id)
  return writer.update('sessions', id, columns)
}

function saveActionItems(writer: Writer, sessionId: number, items: SessionInput['actionItems']): boolean {
  const gone = new Set(writer.column<number>('SELECT id FROM action_items WHERE session_id = ?', sessionId))
  let changed = false
  for (const { id, text, ownerId, dueOn, doneOn } of items) {
    const row = { text, owner_id: ownerId, due_on: dueOn, done_on: doneOn }
    // An item that somebody else's undo took away meanwhile is not lost: what was typed is written anew.
    if (id !== null && gone.delete(id)) changed = writer.update('action_items', id, row) || changed
    else {
      writer.insert('action_items', { session_id: sessionId, ...row })
      changed = true
    }
  }
  for (const id of gone) writer.remove('action_items', id)
  return changed || gone.size > 0
}
