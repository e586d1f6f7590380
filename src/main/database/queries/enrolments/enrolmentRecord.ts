import type { Enrolment, EnrolmentMove, Journeys } from '@shared/contract/enrolments'
import { enrolmentSteps } from '@shared/domain/vocabulary'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { waitsForMatch } from '../matching/matchingTies'
import { ranked } from '../ranked'
import { grouped } from '../references'
import { enrolmentRows } from './enrolmentList'

/** @throws AppError `not-found`. */
export function getEnrolment(db: Reader, id: number): Enrolment {
  const [row] = enrolmentRows(db, [id])
  const more = db.get<
    Pick<Enrolment, 'capacity' | 'goals' | 'note'> & { programId: number; program: string; waits: number }
  >(
    `SELECT e.capacity, e.goals, e.note, p.id AS programId, p.name AS program, ${waitsForMatch} AS waits
      FROM enrolments e JOIN programs p ON p.id = e.program_id WHERE e.id = ?`,
    id,
  )
  if (!row || !more) throw enrolmentGone()
  const { programId, program, waits, ...facts } = more
  return {
    ...row,
    ...facts,
    program: { id: programId, name: program },
    waitsForMatch: waits === 1,
    moves: movesOf(db, id),
    checklist: db.all(
      `SELECT pc.id, pc.step, pc.text, ec.done_on AS doneOn
        FROM program_checks pc LEFT JOIN enrolment_checks ec ON ec.check_id = pc.id AND ec.enrolment_id = ?
        WHERE pc.program_id = ? AND (pc.role IS NULL OR pc.role = ?)
        ORDER BY ${ranked('pc.step', enrolmentSteps)}, pc.position, pc.id`,
      id,
      programId,
      row.role,
    ),
  }
}

export function movesOf(db: Reader, id: number): EnrolmentMove[] {
  return db.all<EnrolmentMove>(
    `SELECT id, from_step AS "from", to_step AS "to", on_day AS "on", reason
      FROM enrolment_moves WHERE enrolment_id = ? ORDER BY id`,
    id,
  )
}

export function enrolmentGone(): AppError {
  return new AppError(
    'not-found',
    'This enrolment is no longer in the program file; it may have been removed meanwhile.',
  )
}

/** What the funnel is drawn from: everybody's way through the program. */
export function journeysOf(db: Reader, programId: number): Journeys {
  const moves = grouped(
    db.all<{ enrolment: number; to: Journeys[number]['step']; on: string }>(
      `SELECT mo.enrolment_id AS enrolment, mo.to_step AS "to", mo.on_day AS "on"
        FROM enrolment_moves mo JOIN enrolments e ON e.id = mo.enrolment_id
        WHERE e.program_id = ? ORDER BY mo.enrolment_id, mo.id`,
      programId,
    ),
    ({ enrolment }) => enrolment,
    ({ to, on }) => ({ to, on }),
  )
  return db
    .all<Pick<Journeys[number], 'role' | 'step'> & { id: number; left: number }>(
      'SELECT id, role, step, left_reason IS NOT NULL AS left FROM enrolments WHERE program_id = ? ORDER BY id',
      programId,
    )
    .map(({ id, left, ...journey }) => ({ ...journey, left: left === 1, moves: moves.get(id) ?? [] }))
}
