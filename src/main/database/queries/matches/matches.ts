import type { MatchOption } from '@shared/contract/sessions'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { allOf, condition, list, listed, literalPattern } from '../conditions'
import { beginning, searchWords } from '../fullText'
import { grouped } from '../references'

type StoredMatch = Omit<MatchOption, 'members'>
type Side = MatchOption['members'][number]

/** SQL for the cadence of match `ma` of program `p`: what the two agreed on, else what the program asks for. */
export const agreedCadence = 'coalesce(ma.cadence_days, p.cadence_days)'

/** SQL for the date of the last session of match `ma`. */
const lastSession = '(SELECT max(held_on) FROM sessions WHERE match_id = ma.id)'

const stored = `SELECT ma.id, p.name AS program, ma.status, ${agreedCadence} AS cadenceDays, ${lastSession} AS lastSessionOn
  FROM matches ma JOIN programs p ON p.id = ma.program_id`

/**
 * Matches with a member, or in a program, for each of the words. Those that go on come before those that ended,
 * for whom a session may still be written up; within each, those that met most recently.
 */
export function findMatches(db: Reader, { query, limit }: { query: string; limit: number }): MatchOption[] {
  const where = allOf(
    searchWords(query).map((word) =>
      condition(
        `ma.id IN (
           SELECT match_id FROM match_members WHERE member_id IN (SELECT rowid FROM member_search WHERE member_search MATCH ?)
           UNION ALL
           SELECT id FROM matches WHERE program_id IN (
             SELECT id FROM programs WHERE name LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\'
           )
         )`,
        `name : ${beginning(word)}`,
        `${literalPattern(word)}%`,
        `% ${literalPattern(word)}%`,
      ),
    ),
  )
  const matches = db.all<StoredMatch>(
    `${stored} WHERE ${where.sql}
      ORDER BY ma.status IN ('completed', 'ended early'), lastSessionOn DESC NULLS LAST, ma.id DESC LIMIT ?`,
    ...where.parameters,
    limit,
  )
  return withMembers(db, matches)
}

/** @throws AppError `not-found`. */
export function getMatch(db: Reader, id: number): MatchOption {
  const [match] = withMembers(db, db.all<StoredMatch>(`${stored} WHERE ma.id = ?`, id))
  if (match) return match
  throw matchGone()
}

export function matchGone(): AppError {
  return new AppError(
    'not-found',
    'This match is no longer in the program file; it may have been removed meanwhile.',
  )
}

function withMembers(db: Reader, matches: readonly StoredMatch[]): MatchOption[] {
  const members = matchMembers(
    db,
    matches.map(({ id }) => id),
  )
  return matches.map((match) => ({ ...match, members: members.get(match.id) ?? [] }))
}

/** Who belongs to which match, mentors first. */
export function matchMembers(db: Reader, matchIds: readonly number[]): Map<number, Side[]> {
  const rows = db.all<Side & { match: number }>(
    `SELECT mm.match_id AS "match", m.id, m.name, mm.side
      FROM match_members mm CROSS JOIN members m ON m.id = mm.member_id
      WHERE mm.match_id IN ${listed} ORDER BY mm.match_id, mm.side <> 'mentor', mm.id`,
    list(matchIds),
  )
  return grouped(
    rows,
    ({ match }) => match,
    ({ id, name, side }) => ({ id, name, side }),
  )
}
