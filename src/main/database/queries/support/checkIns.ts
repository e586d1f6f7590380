import type { InputOf, OutputOf } from '@shared/contract'
import type { Deletion } from '@shared/contract/trash'
import { addDays } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { matchGone } from '../matches/matches'
import { memberName } from '../references'
import { supportOfMatches } from './supportDue'

/** @throws AppError `not-found`. */
export function getCheckIn(db: Reader, id: number): OutputOf<'checkIns.get'> {
  type Stored = Omit<OutputOf<'checkIns.get'>, 'person'> & { name: string }
  const stored = db.get<Stored>(
    `SELECT c.id, c.match_id AS matchId, c.member_id AS memberId, m.name, c.made_on AS madeOn, c.means, c.depth,
        c.minutes, c.notes, c.confidentiality, c.due_on AS dueOn, c.preset
      FROM check_ins c JOIN members m ON m.id = c.member_id WHERE c.id = ?`,
    id,
  )
  if (!stored) throw checkInGone()
  const { name, ...checkIn } = stored
  return { ...checkIn, person: { id: checkIn.memberId, name } }
}

function checkInGone(): AppError {
  return new AppError(
    'not-found',
    'This check-in is no longer in the program file; it may have been removed meanwhile.',
  )
}

/**
 * Notes a contact, whenever it took place. With a new one it is kept what was due then, and by which preset.
 *
 * @throws AppError `not-found`, or `invalid-input` for a day to come or somebody who is not in the match.
 */
export function saveCheckIn(writer: Writer, { id, checkIn }: InputOf<'checkIns.save'>): Done<{ id: number }> {
  const { matchId, memberId, madeOn, means, depth, minutes, notes, confidentiality } = checkIn
  // Where the coordinator is, it may be tomorrow already.
  if (madeOn > addDays(writer.now.slice(0, 10), 1)) {
    throw new AppError(
      'invalid-input',
      'A check-in is noted when it has taken place. Choose a day until today.',
      'madeOn',
    )
  }
  const name = personOf(writer, matchId, memberId, id)
  const columns = {
    match_id: matchId,
    member_id: memberId,
    made_on: madeOn,
    means,
    depth,
    minutes,
    notes,
    confidentiality,
  }
  if (id !== null) {
    getCheckIn(writer, id)
    if (writer.update('check_ins', id, columns)) writer.update('check_ins', id, { updated_at: writer.now })
    return { value: { id }, summary: `Check-in with ${name}` }
  }
  const [match] = supportOfMatches(writer, [matchId], madeOn)
  const due = match?.people.find((person) => person.id === memberId)?.due ?? null
  const fresh = writer.insert('check_ins', {
    ...columns,
    due_on: due?.dueOn ?? null,
    preset: due?.preset ?? null,
    created_at: writer.now,
    updated_at: writer.now,
  })
  return { value: { id: fresh }, summary: `Check-in with ${name}` }
}

/** @throws AppError `not-found`, or `invalid-input` for somebody else; an old check-in keeps whom it was with. */
function personOf(db: Reader, match: number, member: number, id: number | null): string {
  if (db.value('SELECT 1 FROM matches WHERE id = ?', match) === undefined) throw matchGone()
  const name = memberName(db, member)
  const isThere =
    db.value('SELECT 1 FROM match_members WHERE match_id = ? AND member_id = ?', match, member) !== undefined
  if (isThere || (id !== null && getCheckIn(db, id).memberId === member)) return name
  throw new AppError(
    'invalid-input',
    `${name} is not in this match. Choose one of those who are.`,
    'memberId',
  )
}

/** @throws AppError `not-found`. */
export function removeCheckIn(writer: Writer, { id }: InputOf<'checkIns.remove'>): Done<Deletion> {
  const { person } = getCheckIn(writer, id)
  const trash = [moveToTrash(writer, 'check_ins', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted a check-in with ${person.name}` }
}

/** @throws AppError `not-found`, or `invalid-input` for a day that is not after the one it is made on. */
export function snooze(
  writer: Writer,
  { matchId, memberId, madeOn, until, reason }: InputOf<'checkIns.snooze'>,
): Done<{ id: number }> {
  const name = personOf(writer, matchId, memberId, null)
  if (until <= madeOn) throw new AppError('invalid-input', 'Choose a day after today.', 'until')
  const id = writer.insert('snoozes', {
    match_id: matchId,
    member_id: memberId,
    made_on: madeOn,
    until_on: until,
    reason,
  })
  return { value: { id }, summary: `Put off the check-in with ${name}` }
}
