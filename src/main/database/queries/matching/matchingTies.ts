import type { Couple, MatchingInput } from '@shared/domain/matching/input'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'

/** Matches in which places are taken. */
const running = "('proposed', 'active', 'paused')"

/** SQL for how many mentees each mentor has now, by `member_id`. */
export function menteesHeld(where = 'TRUE'): string {
  return `SELECT mentor.member_id, count(*) AS held
    FROM matches ma
      JOIN match_members mentor ON mentor.match_id = ma.id AND mentor.side = 'mentor'
      JOIN match_members mentee ON mentee.match_id = ma.id AND mentee.side = 'mentee'
    WHERE ma.status IN ${running} AND ${where} GROUP BY mentor.member_id`
}

/** SQL for whether a member has a mentor or a peer in a match of a program, whose id is a parameter. */
export function hasMatch(member: string): string {
  return `${member} IN (
    SELECT mm.member_id FROM matches ma JOIN match_members mm ON mm.match_id = ma.id
    WHERE ma.program_id = ? AND ma.status IN ${running} AND mm.side <> 'mentor')`
}

/** SQL for whether somebody, by their enrolment `e`, is to be in a match of its program and is in none. */
export const waitsForMatch = `(e.step IN ('ready', 'matched') AND NOT EXISTS (
  SELECT 1 FROM match_members mm JOIN matches ma ON ma.id = mm.match_id
    WHERE mm.member_id = e.member_id AND mm.side = e.role AND ma.program_id = e.program_id
      AND ma.status IN ${running}))`

/** Two who are or were a pair in any program; two mentees of a group are none. */
export function pastCouples(db: Reader): Couple[] {
  return db.arrays<[number, number]>(
    `SELECT DISTINCT one.member_id, other.member_id
      FROM match_members one JOIN match_members other ON other.match_id = one.match_id
      WHERE one.side = 'mentor' AND other.side = 'mentee'
        OR one.side = 'peer' AND other.side = 'peer' AND one.member_id < other.member_id`,
  )
}

/** Who reports to whom, of these people and of everybody above them. */
export function reportingLines(db: Reader, ids: readonly number[]): MatchingInput['reporting'] {
  return db.all<{ id: number; managerId: number }>(
    `WITH RECURSIVE line (id) AS (
       SELECT id FROM members WHERE id IN ${listed}
       UNION SELECT m.manager_id FROM line JOIN members m ON m.id = line.id WHERE m.manager_id IS NOT NULL
     )
     SELECT m.id, m.manager_id AS managerId FROM line JOIN members m ON m.id = line.id
     WHERE m.manager_id IS NOT NULL ORDER BY m.id`,
    list([...new Set(ids)]),
  )
}
