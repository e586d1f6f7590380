import type { OutputOf } from '@shared/contract'
import { mostWithTies } from '@shared/domain/pairs'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { fromSqlite } from '../../engine/sqliteErrors'
import { sessionInteraction } from '../sessions/sessionInteractions'
import { checkFigures } from './checkFigures'
import { askContacts, contactsOfReuses, invitationContacts } from './checkFollowing'
import { checkSearchIndexes, type Problem } from './checkSearch'

type Report = OutputOf<'programFile.check'>

/**
 * Compares a program file with itself: SQLite's structures, the references between records, the search indexes
 * with the texts, the figures kept beside the records, and the contacts derived from sessions with who was
 * there. Takes some seconds for a large file; it neither writes to it nor keeps anybody from writing.
 */
export function checkProgramFile(db: Reader): Report {
  const parts = [
    structure,
    references,
    sessionContacts,
    enrolmentSteps,
    communityStages,
    gatheringContacts,
    askContacts,
    invitationContacts,
    contactsOfReuses,
    surveyAnswers,
    checkFigures,
    checkSearchIndexes,
  ]
  const problems = db.scratch((write) =>
    parts.flatMap((part) => {
      try {
        return part(db, write)
      } catch (error) {
        // What is damaged enough cannot even be asked.
        return [damage(error)]
      }
    }),
  )
  return { ok: problems.length === 0, problems, records: records(db) }
}

/** Whether SQLite can read every page, and finds each table and index in order; far quicker than all the rest. */
export function isWhole(db: Reader): boolean {
  try {
    lookAnew(db)
    return db.value<string>('PRAGMA quick_check(1)') === 'ok'
  } catch (error) {
    damage(error)
    return false
  }
}

/**
 * FTS5 remembers how an index was built up, and finds out that another connection has written to it only when it is
 * read: SQLite's check alone would take what it remembers for damage.
 */
function lookAnew(db: Reader): void {
  for (const index of db.column<string>(
    "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'",
  ))
    db.value(`SELECT rowid FROM "${index.replaceAll('"', '""')}" LIMIT 1`)
}

/** Throws again what has nothing to do with damage. */
function damage(thrown: unknown): Problem {
  const error = fromSqlite(thrown)
  if (!(error instanceof AppError) || error.code !== 'file-damaged') throw thrown
  return { what: damaged, detail: thrown instanceof Error ? thrown.message : String(thrown) }
}

const damaged = 'The file itself is damaged. Go back to a backup.'

/** More lines than these say nothing more. */
const mostLines = 20

function structure(db: Reader): Problem[] {
  lookAnew(db)
  const lines = db.column<string>(`PRAGMA integrity_check(${mostLines})`)
  return lines.filter((line) => line !== 'ok').map((detail) => ({ what: damaged, detail }))
}

function references(db: Reader): Problem[] {
  const broken = db.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
  return broken.slice(0, mostLines).map(({ table, rowid, parent }) => ({
    what: 'A record points at another that is not there.',
    detail: `${table} ${rowid ?? ''} → ${parent}`,
  }))
}

/** SQL for the sessions that count as contacts between those who were there. */
const smallRounds = `SELECT session_id AS id FROM session_attendees GROUP BY session_id HAVING count(*) <= ${mostWithTies}`

const dayHeld = 'CAST(julianday(s.held_on) - 2440587.5 AS INTEGER)'

export function sessionContacts(db: Reader): Problem[] {
  const missing = db.column<number>(
    `SELECT DISTINCT s.id
      FROM (${smallRounds}) AS round CROSS JOIN sessions s ON s.id = round.id
      CROSS JOIN session_attendees a ON a.session_id = s.id
      CROSS JOIN session_attendees b ON b.session_id = s.id AND b.member_id > a.member_id
      WHERE NOT EXISTS (
        SELECT 1 FROM interactions i
        WHERE i.session_id = s.id AND i.from_id = a.member_id AND i.to_id = b.member_id
          AND i.day = ${dayHeld} AND i.at = s.held_on
          AND i.directed = ${sessionInteraction.directed} AND i.kind = '${sessionInteraction.kind}'
      ) LIMIT ${mostLines}`,
  )
  const tooMany = db.column<number>(
    `SELECT counted.id FROM (SELECT session_id AS id, count(*) AS contacts FROM interactions
        WHERE session_id IS NOT NULL GROUP BY session_id) AS counted
      WHERE contacts > (
        SELECT CASE WHEN count(*) > ${mostWithTies} THEN 0 ELSE count(*) * (count(*) - 1) / 2 END
        FROM session_attendees WHERE session_id = counted.id
      ) LIMIT ${mostLines}`,
  )
  return [
    ...missing.map((id) => ({
      what: 'A contact between attendees of a session is missing.',
      detail: `sessions ${id}`,
    })),
    ...tooMany.map((id) => ({
      what: 'A session has contacts between people who were not there.',
      detail: `sessions ${id}`,
    })),
  ]
}

/** SQL for enrolments `e` that are in another step than the last of their moves, `mo`, says. */
export const enrolmentsAstray = `FROM enrolments e
  LEFT JOIN enrolment_moves mo ON mo.id = (SELECT max(id) FROM enrolment_moves WHERE enrolment_id = e.id)
  WHERE mo.to_step IS NOT e.step OR mo.on_day IS NOT e.step_since`

function enrolmentSteps(db: Reader): Problem[] {
  const astray = db.column<number>(`SELECT e.id ${enrolmentsAstray} LIMIT ${mostLines}`)
  return astray.map((id) => ({
    what: 'An enrolment is in another step than its last move says.',
    detail: `enrolments ${id}`,
  }))
}

/** SQL for communities `c` that are in another stage than their latest line says; one from before there were lines has none. */
export const communitiesAstray = `FROM communities c
  WHERE stage <> coalesce((SELECT stage FROM community_stages
    WHERE community_id = c.id ORDER BY since_on DESC, id DESC LIMIT 1), stage)`

function communityStages(db: Reader): Problem[] {
  const astray = db.column<number>(`SELECT c.id ${communitiesAstray} LIMIT ${mostLines}`)
  return astray.map((id) => ({
    what: 'A community is in another stage than the last that was noted.',
    detail: `communities ${id}`,
  }))
}

/** Every two of a gathering of few count as being in contact, and nobody else does. */
export function gatheringContacts(db: Reader): Problem[] {
  const astray = db.column<number>(
    `SELECT id FROM (
        SELECT g.id, g.status, g.guests + count(a.id) AS people, count(a.id) AS named,
          (SELECT count(*) FROM interactions i WHERE i.gathering_id = g.id) AS contacts
        FROM gatherings g LEFT JOIN gathering_attendees a ON a.gathering_id = g.id GROUP BY g.id
      ) WHERE contacts <> iif(status = 'held' AND people <= ${mostWithTies}, named * (named - 1) / 2, 0)
      LIMIT ${mostLines}`,
  )
  return astray.map((id) => ({
    what: 'The contacts of a gathering are not those of the people who were there.',
    detail: `gatherings ${id}`,
  }))
}

/** Every answer is on the scale of its survey. */
function surveyAnswers(db: Reader): Problem[] {
  const other = db.column<number>(
    `SELECT a.id FROM survey_answers a JOIN survey_responses r ON r.id = a.response_id
      JOIN survey_templates t ON t.id = r.template_id
      WHERE a.item >= json_array_length(t.scale, '$.items')
        OR a.value > json_array_length(t.scale, '$.anchors') LIMIT ${mostLines}`,
  )
  return other.map((id) => ({
    what: 'An answer is not on the scale of its survey.',
    detail: `survey_answers ${id}`,
  }))
}

const countedTables = [
  'members',
  'member_merges',
  'topics',
  'programs',
  'matches',
  'sessions',
  'action_items',
  'enrolments',
  'survey_responses',
  'check_ins',
  'goals',
  'communities',
  'gatherings',
  'community_steps',
  'asks',
  'invitations',
  'readiness_checks',
  'knowledge_items',
  'knowledge_reuses',
  'interactions',
  'imports',
  'commands',
] as const

function records(db: Reader): Record<string, number> {
  return Object.fromEntries(
    countedTables.flatMap((table): [string, number][] => {
      try {
        return [[table, db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0]]
      } catch (error) {
        damage(error)
        return []
      }
    }),
  )
}
