import type { InputOf, OutputOf } from '@shared/contract'
import type { EnrolmentStep, MatchSide } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { list, listed } from '../conditions'
import { nameOfProgram } from '../programs/programRecord'
import { memberNames } from '../references'

/** @throws AppError `not-found`, or `conflict` when one of them was erased. */
export function addEnrolments(
  writer: Writer,
  { programId, memberIds, role, step, onDay }: InputOf<'enrolments.add'>,
): Done<OutputOf<'enrolments.add'>> {
  const program = nameOfProgram(writer, programId)
  const wanted = [...new Set(memberIds)]
  const names = memberNames(writer, wanted)
  if (wanted.some((id) => !names.has(id))) {
    throw new AppError('not-found', 'One of these members is no longer in the directory. Choose again.')
  }
  assertNotErased(writer, wanted)
  const enrolled = new Set(
    writer.column<number>(
      `SELECT member_id FROM enrolments WHERE program_id = ? AND role = ? AND member_id IN ${listed}`,
      programId,
      role,
      list(wanted),
    ),
  )
  const fresh = wanted.filter((id) => !enrolled.has(id))
  const ids = fresh.map((memberId) => insertEnrolment(writer, { programId, memberId, role, step, onDay }))
  const [only] = fresh
  const whom = fresh.length === 1 && only !== undefined ? (names.get(only) ?? '') : `${fresh.length} people`
  return {
    value: { ids, already: enrolled.size },
    summary: `Enrolled ${whom} as ${role}${fresh.length === 1 ? '' : 's'} in ${program}`,
  }
}

function assertNotErased(writer: Writer, ids: readonly number[]): void {
  const erased = writer.value(
    `SELECT 1 FROM members WHERE erased_at IS NOT NULL AND id IN ${listed} LIMIT 1`,
    list(ids),
  )
  if (erased === undefined) return
  throw new AppError('conflict', 'Nobody who was erased can be enrolled.')
}

interface NewEnrolment {
  programId: number
  memberId: number
  role: MatchSide
  step: EnrolmentStep
  /** They are in this step since. */
  onDay: string
}

/** With the first of its moves. @returns the enrolment's id. */
function insertEnrolment(writer: Writer, { programId, memberId, role, step, onDay }: NewEnrolment): number {
  const id = writer.insert('enrolments', {
    program_id: programId,
    member_id: memberId,
    role,
    step,
    step_since: onDay,
    // Whoever is added further on has applied on a day that nobody knows, or never.
    applied_on: step === 'applied' ? onDay : null,
    created_at: writer.now,
    updated_at: writer.now,
  })
  writer.insert('enrolment_moves', { enrolment_id: id, from_step: null, to_step: step, on_day: onDay })
  return id
}
