import type { InputOf } from '@shared/contract'
import type { EnrolmentStep } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { list, listed } from '../conditions'
import { enrolmentGone } from './enrolmentRecord'

interface Stored {
  id: number
  name: string
  program: string
  step: EnrolmentStep
  since: string
  leftReason: string | null
}

interface Move {
  step: EnrolmentStep
  onDay: string
  /** Why, in the history of moves. */
  reason: string | null
  leftReason: string | null
}

/** @throws AppError `not-found`, or `invalid-input` for a day before somebody came to the step they are in. */
export function moveEnrolments(
  writer: Writer,
  { ids, step, onDay, reason }: InputOf<'enrolments.move'>,
): Done<{ moved: number }> {
  const moved = move(writer, ids, { step, onDay, reason, leftReason: null })
  return { value: { moved: moved.length }, summary: `${whoOf(moved)} moved to ${step}` }
}

/** @throws as `moveEnrolments` does. */
export function dropEnrolments(
  writer: Writer,
  { ids, onDay, reason, note }: InputOf<'enrolments.drop'>,
): Done<{ moved: number }> {
  const why = note === '' ? reason : `${reason}: ${note}`
  const moved = move(writer, ids, { step: 'closed', onDay, reason: why, leftReason: reason })
  const [only] = moved
  const where =
    only && moved.every(({ program }) => program === only.program) ? only.program : 'their programs'
  return { value: { moved: moved.length }, summary: `${whoOf(moved)} left ${where}` }
}

/** @returns those who were not there already. */
function move(writer: Writer, ids: readonly number[], { step, onDay, reason, leftReason }: Move): Stored[] {
  const known = enrolled(writer, ids)
  const moving = known.filter((one) => one.step !== step || one.leftReason !== leftReason)
  const early = moving.find(({ since }) => onDay < since)
  if (early) {
    throw new AppError(
      'invalid-input',
      `${early.name} came to “${early.step}” on ${early.since}; a move cannot be earlier than that. Choose a later day.`,
      'onDay',
    )
  }
  for (const { id, step: from } of moving) {
    const columns = { step, step_since: onDay, left_reason: leftReason, updated_at: writer.now }
    writer.update('enrolments', id, columns)
    writer.insert('enrolment_moves', {
      enrolment_id: id,
      from_step: from,
      to_step: step,
      on_day: onDay,
      reason,
    })
  }
  return moving
}

/** @throws AppError `not-found` when one of them is no longer there. */
export function enrolled(writer: Writer, ids: readonly number[]): Stored[] {
  const wanted = [...new Set(ids)]
  const known = writer.all<Stored>(
    `SELECT e.id, m.name, p.name AS program, e.step, e.step_since AS since, e.left_reason AS leftReason
      FROM enrolments e JOIN members m ON m.id = e.member_id JOIN programs p ON p.id = e.program_id
      WHERE e.id IN ${listed} ORDER BY e.id`,
    list(wanted),
  )
  if (known.length < wanted.length) throw enrolmentGone()
  return known
}

export function whoOf(people: readonly Pick<Stored, 'name'>[]): string {
  const [only] = people
  return people.length === 1 && only ? only.name : `${people.length.toLocaleString('en')} people`
}
