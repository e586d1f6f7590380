import type { InputOf } from '@shared/contract'
import type { Deletion } from '@shared/contract/trash'
import type { MatchSide } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { list, listed } from '../conditions'
import { enrolled, whoOf } from './enrolmentMoves'

/** @throws AppError `not-found`. */
export function saveEnrolment(
  writer: Writer,
  { id, enrolment }: InputOf<'enrolments.save'>,
): Done<{ id: number }> {
  const people = enrolled(writer, [id])
  const { appliedOn, capacity, goals, note } = enrolment
  const changed = writer.update('enrolments', id, { applied_on: appliedOn, capacity, goals, note })
  if (changed) writer.update('enrolments', id, { updated_at: writer.now })
  return { value: { id }, summary: `Enrolment of ${whoOf(people)}` }
}

/**
 * Ticks a check off for those of whom it is asked, or takes their ticks away; a tick that is there keeps its day.
 *
 * @throws AppError `not-found`.
 */
export function checkEnrolments(
  writer: Writer,
  { ids, checkId, doneOn }: InputOf<'enrolments.check'>,
): Done<{ changed: number }> {
  const check = writer.get<{ program: number; role: MatchSide | null; text: string }>(
    'SELECT program_id AS program, role, text FROM program_checks WHERE id = ?',
    checkId,
  )
  if (!check) {
    throw new AppError(
      'not-found',
      'This check is no longer in the program; it may have been removed meanwhile.',
    )
  }
  enrolled(writer, ids)
  const rows = writer.all<{ id: number; name: string; tick: number | null }>(
    `SELECT e.id, m.name, ec.id AS tick FROM enrolments e JOIN members m ON m.id = e.member_id
      LEFT JOIN enrolment_checks ec ON ec.enrolment_id = e.id AND ec.check_id = ?
      WHERE e.id IN ${listed} AND e.program_id = ? AND e.role = coalesce(?, e.role) ORDER BY e.id`,
    checkId,
    list(ids),
    check.program,
    check.role,
  )
  const changing = rows.filter(({ tick }) => (tick === null) === (doneOn !== null))
  for (const { id, tick } of changing) {
    if (tick !== null) writer.remove('enrolment_checks', tick)
    else if (doneOn !== null)
      writer.insert('enrolment_checks', { enrolment_id: id, check_id: checkId, done_on: doneOn })
  }
  return {
    value: { changed: changing.length },
    summary: `“${check.text}” ${doneOn === null ? 'open again' : 'done'} for ${whoOf(changing)}`,
  }
}

/** @throws AppError `not-found`. */
export function removeEnrolments(writer: Writer, { ids }: InputOf<'enrolments.remove'>): Done<Deletion> {
  const people = enrolled(writer, ids)
  const trash = people.map(({ id }) => moveToTrash(writer, 'enrolments', id))
  return {
    value: { command: commandOf(writer), trash },
    summary: `Deleted the enrolment of ${whoOf(people)}`,
  }
}
