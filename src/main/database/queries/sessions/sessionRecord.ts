import type { Session } from '@shared/contract/sessions'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { attendeesOf, memberNames } from '../references'
import { topicsOf } from './sessionList'

type StoredSession = Pick<
  Session,
  | 'matchId'
  | 'heldOn'
  | 'minutes'
  | 'medium'
  | 'title'
  | 'agenda'
  | 'notes'
  | 'confidentiality'
  | 'rating'
  | 'createdAt'
  | 'updatedAt'
  | 'notesErasedAt'
>

type StoredItem = Omit<Session['actionItems'][number], 'owner'>

/** @throws AppError `not-found`. */
export function getSession(db: Reader, id: number): Session {
  const stored = db.get<StoredSession>(
    `SELECT match_id AS matchId, held_on AS heldOn, minutes, medium, title, agenda, notes, confidentiality, rating,
        created_at AS createdAt, updated_at AS updatedAt, notes_erased_at AS notesErasedAt
      FROM sessions WHERE id = ?`,
    id,
  )
  if (!stored) {
    throw new AppError(
      'not-found',
      'This session is no longer in the program file; it may have been removed meanwhile.',
    )
  }
  const attendees = attendeesOf(db, [id]).get(id) ?? []
  return {
    ...stored,
    id,
    attendeeIds: attendees.map((attendee) => attendee.id),
    attendees,
    topics: topicsOf(db, [id]).get(id) ?? [],
    actionItems: actionItemsOf(db, id),
    match: matchOf(db, stored.matchId),
  }
}

function actionItemsOf(db: Reader, sessionId: number): Session['actionItems'] {
  const items = db.all<StoredItem>(
    `SELECT id, text, owner_id AS ownerId, due_on AS dueOn, done_on AS doneOn
      FROM action_items WHERE session_id = ? ORDER BY id`,
    sessionId,
  )
  const names = memberNames(
    db,
    items.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId])),
  )
  return items.map((item) => {
    const name = item.ownerId === null ? undefined : names.get(item.ownerId)
    return { ...item, owner: item.ownerId === null || name === undefined ? null : { id: item.ownerId, name } }
  })
}

function matchOf(db: Reader, matchId: number | null): Session['match'] {
  if (matchId === null) return null
  const program = db.value<string>(
    'SELECT p.name FROM matches ma JOIN programs p ON p.id = ma.program_id WHERE ma.id = ?',
    matchId,
  )
  return program === undefined ? null : { id: matchId, program }
}
