import type { ProgramRow, StepCounts } from '@shared/contract/programs'
import { stuckBefore, waitingSteps } from '@shared/domain/pipeline/stuck'
import { type EnrolmentStep, enrolmentSteps, type MatchSide } from '@shared/domain/vocabulary'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { grouped } from '../references'
import { programGone } from './programRecord'

type Stored = Pick<
  ProgramRow,
  'id' | 'name' | 'format' | 'status' | 'startsOn' | 'endsOn' | 'mentorPlaces' | 'menteePlaces'
>

const stored = `id, name, format, status, starts_on AS startsOn, ends_on AS endsOn, mentor_places AS mentorPlaces,
  mentee_places AS menteePlaces`

/** Running ones first, then those to come, then closed ones; the newest first within each. */
export function listPrograms(db: Reader, today: string): ProgramRow[] {
  const rows = db.all<Stored>(
    `SELECT ${stored} FROM programs
      ORDER BY CASE status WHEN 'running' THEN 0 WHEN 'planned' THEN 1 ELSE 2 END, starts_on DESC, id DESC`,
  )
  return withFigures(db, rows, today)
}

/** @throws AppError `not-found`. */
export function programFigures(db: Reader, id: number, today: string): ProgramRow {
  const rows = db.all<Stored>(`SELECT ${stored} FROM programs WHERE id = ?`, id)
  const [row] = withFigures(db, rows, today)
  if (row) return row
  throw programGone()
}

interface Counted {
  program: number
  step: EnrolmentStep
  role: MatchSide
  count: number
  left: number
  stuck: number
}

function withFigures(db: Reader, programs: readonly Stored[], today: string): ProgramRow[] {
  const ids = list(programs.map(({ id }) => id))
  const people = grouped(
    db.all<Counted>(
      `SELECT program_id AS program, step, role, count(*) AS count, count(left_reason) AS left,
          sum(step IN ${listed} AND step_since < ?) AS stuck
        FROM enrolments WHERE program_id IN ${listed} GROUP BY program_id, step, role`,
      list(waitingSteps),
      stuckBefore(today),
      ids,
    ),
    ({ program }) => program,
    (row) => row,
  )
  const matches = new Map(
    db
      .all<{ program: number } & ProgramRow['matches']>(
        `SELECT program_id AS program, sum(status = 'proposed') AS proposed,
            sum(status IN ('active', 'paused')) AS current, sum(status IN ('completed', 'ended early')) AS ended
          FROM matches WHERE program_id IN ${listed} GROUP BY program_id`,
        ids,
      )
      .map(({ program, ...counts }) => [program, counts]),
  )
  return programs.map((program) => {
    const counted = people.get(program.id) ?? []
    const sum = (of: (row: Counted) => number) => counted.reduce((total, row) => total + of(row), 0)
    const taken = (role: MatchSide) =>
      sum((row) => (row.role === role && row.step !== 'applied' ? row.count - row.left : 0))
    return {
      ...program,
      enrolled: sum(({ count }) => count),
      steps: stepCounts(counted),
      taken: { mentor: taken('mentor'), mentee: taken('mentee'), peer: taken('peer') },
      left: sum(({ left }) => left),
      stuck: sum(({ stuck }) => stuck),
      matches: matches.get(program.id) ?? { proposed: 0, current: 0, ended: 0 },
    }
  })
}

/** Every step with its number, none of them left out. */
export function stepCounts(counted: readonly { step: EnrolmentStep; count: number }[]): StepCounts {
  const counts = Object.fromEntries(enrolmentSteps.map((step) => [step, 0])) as StepCounts
  for (const { step, count } of counted) counts[step] += count
  return counts
}
