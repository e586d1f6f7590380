import type { InputOf, OutputOf } from '@shared/contract'
import type { DueStep } from '@shared/contract/support'
import { addDays, dayNumber, lateness } from '@shared/domain/calendar'
import type { DueCheckIns, DuePerson } from '../../analytics/dueCheckIns'
import type { Reader } from '../../engine/reader'
import { condition, list, listed } from '../conditions'
import { matchMembers } from '../matches/matches'
import { adviceFor, type SupportedMatch, supportOf } from './supportFacts'

/** Matches that run in programs that do. */
const running = "ma.status IN ('active', 'paused') AND p.status <> 'closed'"

type Due = OutputOf<'support.due'>

export function dueSupport(
  db: Reader,
  { today, days, limit }: InputOf<'support.due'>,
  known: DueCheckIns,
): Due {
  const until = addDays(today, days)
  // What is asked differs by the number of days and by how many are wanted; what was found does not.
  return db.remembered(`due support ${today} ${days} ${limit}`, () => {
    const checkIns = known.get(db, today, until)
    const steps = dueSteps(db, until)
    const goals = dueGoals(db, until)
    const days = [...checkIns.map(({ line }) => line), ...steps, ...goals].map(({ dueOn }) => dueOn)
    return {
      totals: {
        late: days.filter((day) => day < today).length,
        now: days.filter((day) => day <= today).length,
        checkIns: checkIns.length,
        steps: steps.length,
        goals: goals.length,
      },
      checkIns: checkIns
        .sort((one, other) => byUrgency(one.line, other.line))
        .slice(0, limit)
        .map(({ line, match, person }) => ({ ...line, advice: adviceFor(db, match.id, person) })),
      steps: stepLines(db, steps.slice(0, limit), today),
      goals: withMatches(db, goals.slice(0, limit), today),
    }
  })
}

interface OfMatch {
  matchId: number
  programId: number
  program: string
  dueOn: string
}

interface StoredGoal extends OfMatch {
  goalId: number
  text: string
}

interface StoredStep extends OfMatch {
  closureId: number
  stepId: number | null
  kind: string | null
  name: string | null
}

/** The open steps of closures; where all are taken, the closing itself. */
function dueSteps(db: Reader, until: string): StoredStep[] {
  return db.all<StoredStep>(
    `SELECT ma.id AS matchId, p.id AS programId, p.name AS program, c.ends_on AS dueOn, c.id AS closureId,
        s.id AS stepId, s.kind, m.name
      FROM closures c JOIN matches ma ON ma.id = c.match_id JOIN programs p ON p.id = ma.program_id
      LEFT JOIN closure_steps s ON s.closure_id = c.id AND s.done_on IS NULL
      LEFT JOIN members m ON m.id = s.member_id
      WHERE c.closed_on IS NULL AND c.ends_on <= ? AND ${running} ORDER BY c.ends_on, c.id, s.id`,
    until,
  )
}

function stepLines(db: Reader, steps: readonly StoredStep[], today: string): DueStep[] {
  return withMatches(db, steps, today).map(({ stepId, closureId, kind, name, ...line }) => ({
    ...line,
    stepId,
    closureId,
    text: stepText(kind, name),
  }))
}

function stepText(kind: string | null, name: string | null): string {
  if (kind === null) return 'Close the match'
  return kind === 'interview' ? `Last talk with ${name ?? 'somebody'}` : 'A last meeting to look back'
}

function dueGoals(db: Reader, until: string): StoredGoal[] {
  return db.all<StoredGoal>(
    `SELECT ma.id AS matchId, p.id AS programId, p.name AS program, g.due_on AS dueOn, g.id AS goalId, g.text
      FROM goals g JOIN matches ma ON ma.id = g.match_id JOIN programs p ON p.id = ma.program_id
      WHERE g.reached_on IS NULL AND g.dropped_on IS NULL AND g.due_on <= ? AND ${running}
      ORDER BY g.due_on, g.id`,
    until,
  )
}

function withMatches<Row extends OfMatch>(db: Reader, rows: readonly Row[], today: string) {
  const members = matchMembers(db, [...new Set(rows.map(({ matchId }) => matchId))])
  return rows.map(({ matchId, programId, program, ...row }) => ({
    ...row,
    match: {
      id: matchId,
      programId,
      program,
      members: (members.get(matchId) ?? []).map(({ id, name }) => ({ id, name })),
    },
    ...lateness(row.dueOn, today),
  }))
}

const urgency: Readonly<Record<string, number>> = { breached: 0, overdue: 1 }

/** Who was let down comes first, then by how late it is. */
function byUrgency(one: DuePerson['line'], other: DuePerson['line']): number {
  return (
    (urgency[one.state] ?? 2) - (urgency[other.state] ?? 2) ||
    dayNumber(one.dueOn) - dayNumber(other.dueOn) ||
    one.match.id - other.match.id
  )
}

/** The plan of a program; null while nobody chose one. */
export function planOfProgram(db: Reader, id: number): OutputOf<'support.plan'>['plan'] {
  const support = db.value<string | null>('SELECT support FROM programs WHERE id = ?', id)
  return typeof support === 'string' ? (JSON.parse(support) as OutputOf<'support.plan'>['plan']) : null
}

/** Of some matches, what is due; for a page or a save. */
export function supportOfMatches(db: Reader, ids: readonly number[], today: string): SupportedMatch[] {
  return supportOf(db, condition(`ma.id IN ${listed}`, list(ids)), today)
}
