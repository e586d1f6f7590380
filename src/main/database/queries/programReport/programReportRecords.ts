import type {
  ReportClosure,
  ReportEnrolment,
  ReportGoal,
  ReportMatch,
  ReportPerson,
  ReportRecords,
  ReportSurvey,
} from '@shared/domain/programReport/records'
import type { MatchMove } from '@shared/domain/support/pauses'
import type { SupportPlan } from '@shared/domain/support/plan'
import type { MatchSide } from '@shared/domain/vocabulary'
import type { Reader, SqlValue } from '../../engine/reader'
import { agreedCadence } from '../matches/matches'
import { programGone } from '../programs/programRecord'
import { grouped } from '../references'
import { getSurvey, responsesOf } from '../surveys/surveyRecord'

/** SQL for the matches of one program. */
const theirs = 'match_id IN (SELECT id FROM matches WHERE program_id = ?)'

/**
 * What a report of a program is made from, read whole: a program is a few thousand rows.
 *
 * @throws AppError `not-found`.
 */
export function reportRecords(db: Reader, programId: number): ReportRecords {
  const program = db.get<{ name: string; support: string | null }>(
    'SELECT name, support FROM programs WHERE id = ?',
    programId,
  )
  if (!program) throw programGone()
  const plan = program.support === null ? null : (JSON.parse(program.support) as SupportPlan)
  return {
    program: { name: program.name, plan },
    enrolments: enrolmentsOf(db, programId),
    matches: matchesOf(db, programId),
    surveys: surveysOf(db, programId),
  }
}

/** Those that were answered in the program, by name and version. */
function surveysOf(db: Reader, programId: number): ReportSurvey[] {
  return db
    .column<number>(
      `SELECT id FROM survey_templates
        WHERE id IN (SELECT template_id FROM survey_responses WHERE program_id = ?)
        ORDER BY name COLLATE NOCASE, version, id`,
      programId,
    )
    .map((id) => {
      const { name, version, scale } = getSurvey(db, id)
      return { name, version, scale, responses: responsesOf(db, id, programId, scale.items.length) }
    })
}

function enrolmentsOf(db: Reader, programId: number): ReportEnrolment[] {
  const moves = by(
    db.all<ReportEnrolment['moves'][number] & { of: number }>(
      `SELECT enrolment_id AS "of", to_step AS "to", on_day AS "on", reason FROM enrolment_moves
        WHERE enrolment_id IN (SELECT id FROM enrolments WHERE program_id = ?) ORDER BY id`,
      programId,
    ),
  )
  return db
    .all<{ id: number; role: MatchSide; leftReason: string | null }>(
      'SELECT id, role, left_reason AS leftReason FROM enrolments WHERE program_id = ? ORDER BY id',
      programId,
    )
    .map(({ id, ...enrolment }) => ({ ...enrolment, moves: moves.get(id) ?? [] }))
}

function matchesOf(db: Reader, programId: number): ReportMatch[] {
  const rows = <Row>(sql: string) => by(db.all<Row & { of: number }>(sql, programId as SqlValue))
  const people = rows<ReportPerson>(
    `SELECT match_id AS "of", m.id, m.name, side, m.location, m.department
      FROM match_members mm JOIN members m ON m.id = mm.member_id
      WHERE ${theirs} ORDER BY match_id, side <> 'mentor', mm.id`,
  )
  const moves = rows<MatchMove>(
    `SELECT match_id AS "of", from_status AS "from", to_status AS "to", on_day AS "on" FROM match_moves
      WHERE ${theirs} ORDER BY match_id, on_day, id`,
  )
  const sessions = rows<ReportMatch['sessions'][number]>(
    `SELECT match_id AS "of", held_on AS "on", minutes, rating FROM sessions
      WHERE ${theirs} ORDER BY match_id, held_on, id`,
  )
  const checkIns = rows<ReportMatch['checkIns'][number]>(
    `SELECT match_id AS "of", member_id AS member, made_on AS "on", depth, due_on AS dueOn, preset FROM check_ins
      WHERE ${theirs} ORDER BY match_id, made_on, id`,
  )
  const goals = rows<ReportGoal>(
    `SELECT match_id AS "of", text, substr(created_at, 1, 10) AS since, due_on AS dueOn, reached_on AS reachedOn,
        dropped_on AS droppedOn
      FROM goals WHERE ${theirs} ORDER BY match_id, id`,
  )
  const actionItems = rows<ReportMatch['actionItems'][number]>(
    `SELECT s.match_id AS "of", s.held_on AS sessionOn, a.due_on AS dueOn, a.done_on AS doneOn
      FROM sessions s JOIN action_items a ON a.session_id = s.id WHERE s.${theirs} ORDER BY s.match_id, a.id`,
  )
  const closures = closuresOf(db, programId)
  return db
    .all<Pick<ReportMatch, 'id' | 'status' | 'startedOn' | 'endedOn' | 'cadenceDays'>>(
      `SELECT ma.id, ma.status, ma.started_on AS startedOn, ma.ended_on AS endedOn, ${agreedCadence} AS cadenceDays
        FROM matches ma JOIN programs p ON p.id = ma.program_id WHERE ma.program_id = ? ORDER BY ma.id`,
      programId,
    )
    .map((match) => ({
      ...match,
      people: people.get(match.id) ?? [],
      moves: moves.get(match.id) ?? [],
      sessions: sessions.get(match.id) ?? [],
      checkIns: checkIns.get(match.id) ?? [],
      goals: goals.get(match.id) ?? [],
      actionItems: actionItems.get(match.id) ?? [],
      closures: closures.get(match.id) ?? [],
    }))
}

function closuresOf(db: Reader, programId: number): Map<number, ReportClosure[]> {
  const steps = by(
    db.all<ReportClosure['steps'][number] & { of: number }>(
      `SELECT closure_id AS "of", kind, done_on AS doneOn, afterwards FROM closure_steps
        WHERE closure_id IN (SELECT id FROM closures WHERE ${theirs}) ORDER BY id`,
      programId,
    ),
  )
  type Stored = Omit<ReportClosure, 'anticipated' | 'steps'> & { of: number; id: number; anticipated: number }
  return by(
    db
      .all<Stored>(
        `SELECT match_id AS "of", id, anticipated, reason, closed_on AS closedOn, reopened_on AS reopenedOn
          FROM closures WHERE ${theirs} ORDER BY match_id, id`,
        programId,
      )
      .map(({ id, anticipated, ...closure }) => ({
        ...closure,
        anticipated: anticipated === 1,
        steps: steps.get(id) ?? [],
      })),
  )
}

/** Rows by what they belong to. */
function by<Row extends { of: number }>(rows: readonly Row[]): Map<number, Omit<Row, 'of'>[]> {
  return grouped(
    rows,
    ({ of }) => of,
    ({ of: _, ...row }) => row,
  )
}
