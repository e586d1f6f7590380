import type { InputOf } from '@shared/contract'
import type { closures } from '@shared/contract/closures'
import { closureSteps } from '@shared/domain/support/closure'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { moveEnrolments } from '../enrolments/enrolmentMoves'
import { matchName, moveMatch, storedMatch } from '../matches/matchStatus'
import { memberName } from '../references'

export const closureHandlers: Handlers<typeof closures> = {
  'closures.begin': begin,
  'closures.step': takeStep,
  'closures.finish': finish,
  'closures.cancel': cancel,
  'closures.reopen': reopen,
}

interface StoredClosure {
  matchId: number
  anticipated: number
  reason: string
  closedOn: string | null
}

/** @throws AppError `not-found`. */
function storedClosure(db: Reader, id: number): StoredClosure {
  const closure = db.get<StoredClosure>(
    'SELECT match_id AS matchId, anticipated, reason, closed_on AS closedOn FROM closures WHERE id = ?',
    id,
  )
  if (closure) return closure
  throw new AppError('not-found', 'This closure is no longer there; it may have been called off meanwhile.')
}

/** @throws AppError `not-found`, `conflict` when the match has ended or is being closed, `invalid-input` for the days. */
function begin(
  writer: Writer,
  { matchId, anticipated, reason, begunOn, endsOn }: InputOf<'closures.begin'>,
): Done<{ id: number }> {
  const { status } = storedMatch(writer, matchId)
  const name = matchName(writer, matchId)
  if (status !== 'active' && status !== 'paused')
    throw new AppError('conflict', `The match of ${name} does not run, so there is nothing to close.`)
  if (writer.value('SELECT 1 FROM closures WHERE match_id = ? AND closed_on IS NULL', matchId) !== undefined)
    throw new AppError('conflict', `The match of ${name} is being closed already.`)
  if (endsOn < begunOn) throw new AppError('invalid-input', 'The last day lies in the past.', 'endsOn')
  const id = writer.insert('closures', {
    match_id: matchId,
    anticipated: anticipated ? 1 : 0,
    reason,
    begun_on: begunOn,
    ends_on: endsOn,
  })
  const people = writer.column<number>(
    `SELECT mm.member_id FROM match_members mm JOIN members m ON m.id = mm.member_id
      WHERE mm.match_id = ? AND m.erased_at IS NULL ORDER BY mm.side <> 'mentor', mm.id`,
    matchId,
  )
  for (const { kind, memberId } of closureSteps(people, anticipated))
    writer.insert('closure_steps', { closure_id: id, kind, member_id: memberId, notes: '' })
  return { value: { id }, summary: `Closing the match of ${name}` }
}

/** @throws AppError `not-found`. */
function takeStep(
  writer: Writer,
  { id, doneOn, afterwards, notes }: InputOf<'closures.step'>,
): Done<{ id: number }> {
  const step = writer.get<{ closure: number; memberId: number | null }>(
    'SELECT closure_id AS closure, member_id AS memberId FROM closure_steps WHERE id = ?',
    id,
  )
  if (!step)
    throw new AppError('not-found', 'This step is no longer there; the closure may have been called off.')
  writer.update('closure_steps', id, {
    ...(doneOn === undefined ? {} : { done_on: doneOn }),
    ...(afterwards === undefined || step.memberId === null ? {} : { afterwards }),
    ...(notes === undefined ? {} : { notes }),
  })
  const what =
    step.memberId === null
      ? `Last meeting of ${matchName(writer, storedClosure(writer, step.closure).matchId)}`
      : `Last talk with ${memberName(writer, step.memberId)}`
  return { value: { id }, summary: what }
}

/** @throws AppError `not-found`, `conflict` when it is closed already, `invalid-input` for the day. */
function finish(
  writer: Writer,
  { id, onDay, contactRule }: InputOf<'closures.finish'>,
): Done<{ id: number }> {
  const { matchId, anticipated, reason, closedOn } = storedClosure(writer, id)
  const name = matchName(writer, matchId)
  if (closedOn !== null) throw new AppError('conflict', `The match of ${name} is closed already.`)
  const to = anticipated === 1 ? 'completed' : 'ended early'
  moveMatch(writer, matchId, { to, onDay, reason, columns: { ended_on: onDay } })
  writer.update('closures', id, { closed_on: onDay, contact_rule: contactRule })
  moveOn(writer, id, matchId, onDay)
  return { value: { id }, summary: `Closed the match of ${name}` }
}

/** Who is in no other match of the program goes on there: ready for another one, or at its end. */
function moveOn(writer: Writer, closure: number, match: number, onDay: string): void {
  const enrolled = writer.all<{ id: number; afterwards: string | null }>(
    `SELECT e.id, s.afterwards FROM match_members mm
      JOIN matches ma ON ma.id = mm.match_id
      JOIN enrolments e ON e.program_id = ma.program_id AND e.member_id = mm.member_id AND e.role = mm.side
      LEFT JOIN closure_steps s ON s.closure_id = ? AND s.member_id = mm.member_id
      WHERE mm.match_id = ? AND e.step = 'matched' AND e.step_since <= ? AND NOT EXISTS (
        SELECT 1 FROM match_members mm2 JOIN matches ma2 ON ma2.id = mm2.match_id
          WHERE mm2.member_id = mm.member_id AND mm2.side = mm.side AND ma2.program_id = ma.program_id
            AND ma2.status IN ('active', 'paused'))`,
    closure,
    match,
    onDay,
  )
  for (const { id, afterwards } of enrolled) {
    const step = afterwards === 'rematch' ? 'ready' : 'closed'
    moveEnrolments(writer, { ids: [id], step, onDay, reason: null })
  }
}

/** @throws AppError `not-found`, or `conflict` when the match has been closed. */
function cancel(writer: Writer, { id }: InputOf<'closures.cancel'>): Done<{ id: number }> {
  const { matchId, closedOn } = storedClosure(writer, id)
  const name = matchName(writer, matchId)
  if (closedOn !== null) throw new AppError('conflict', `The match of ${name} is closed. Reopen it instead.`)
  for (const step of writer.column<number>('SELECT id FROM closure_steps WHERE closure_id = ?', id))
    writer.remove('closure_steps', step)
  writer.remove('closures', id)
  return { value: { id }, summary: `The match of ${name} is not closed after all` }
}

/** @throws AppError `not-found`, `conflict` when it has not ended, `invalid-input` for the day. */
function reopen(
  writer: Writer,
  { matchId, onDay, reason }: InputOf<'closures.reopen'>,
): Done<{ id: number }> {
  const { status } = storedMatch(writer, matchId)
  const name = matchName(writer, matchId)
  if (status !== 'completed' && status !== 'ended early')
    throw new AppError('conflict', `The match of ${name} has not ended.`)
  moveMatch(writer, matchId, { to: 'active', onDay, reason, columns: { ended_on: null } })
  const closure = writer.value<number>(
    'SELECT id FROM closures WHERE match_id = ? AND closed_on IS NOT NULL ORDER BY id DESC LIMIT 1',
    matchId,
  )
  if (closure !== undefined)
    writer.update('closures', closure, { reopened_on: onDay, reopened_because: reason })
  moveBack(writer, matchId, onDay)
  return { value: { id: matchId }, summary: `Reopened the match of ${name}` }
}

/** Whoever was sent on by the end is matched again; who dropped out meanwhile stays so. */
function moveBack(writer: Writer, match: number, onDay: string): void {
  const ids = writer.column<number>(
    `SELECT e.id FROM match_members mm JOIN matches ma ON ma.id = mm.match_id
      JOIN enrolments e ON e.program_id = ma.program_id AND e.member_id = mm.member_id AND e.role = mm.side
      WHERE mm.match_id = ? AND e.step IN ('ready', 'closed') AND e.left_reason IS NULL AND e.step_since <= ?`,
    match,
    onDay,
  )
  if (ids.length > 0) moveEnrolments(writer, { ids, step: 'matched', onDay, reason: null })
}
