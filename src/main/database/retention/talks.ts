import type { RetentionDue } from '@shared/contract/retention'
import { lastDayPast, type RetentionRules } from '@shared/domain/retention'
import type { Reader } from '../engine/reader'
import { list, listed } from '../queries/conditions'

/** What the coordinator heard from each person of a match, by number: on the way, and at its end. */
export interface Talks {
  checkIns: number[]
  closureSteps: number[]
}

/** Somebody who is to be kept keeps what was said to them too; a look back together is everybody's of the match. */
const toBeKept = '(SELECT id FROM members WHERE keep_because IS NOT NULL)'

/** Of so long ago and with notes, the oldest first. */
export function talksDue(db: Reader, rules: RetentionRules, today: string): Talks {
  if (rules.checkIns === null) return { checkIns: [], closureSteps: [] }
  const last = lastDayPast(today, rules.checkIns)
  return {
    checkIns: db.column<number>(
      `SELECT id FROM check_ins WHERE made_on <= ? AND notes <> '' AND member_id NOT IN ${toBeKept}
        ORDER BY made_on, id`,
      last,
    ),
    closureSteps: db.column<number>(
      `SELECT s.id FROM closure_steps s JOIN closures c ON c.id = s.closure_id
        WHERE coalesce(s.done_on, c.closed_on, c.ends_on) <= ? AND s.notes <> ''
          AND coalesce(s.member_id, 0) NOT IN ${toBeKept}
          AND (s.member_id IS NOT NULL OR NOT EXISTS (
            SELECT 1 FROM match_members WHERE match_id = c.match_id AND member_id IN ${toBeKept}))
        ORDER BY coalesce(s.done_on, c.closed_on, c.ends_on), s.id`,
      last,
    ),
  }
}

export function countTalks({ checkIns, closureSteps }: Talks): number {
  return checkIns.length + closureSteps.length
}

/** The first of them for people to look at; check-ins come before what was said at the end. */
export function talksListed(db: Reader, talks: Talks, atMost: number): RetentionDue['checkIns']['first'] {
  const checkIns = db.all<{ id: number; on: string; name: string | null }>(
    `SELECT c.id, c.made_on AS "on", m.name FROM check_ins c JOIN members m ON m.id = c.member_id
      WHERE c.id IN ${listed} ORDER BY c.made_on, c.id`,
    list(talks.checkIns.slice(0, atMost)),
  )
  const ends = db.all<{ id: number; on: string; name: string | null }>(
    `SELECT s.id, coalesce(s.done_on, c.closed_on, c.ends_on) AS "on", m.name
      FROM closure_steps s JOIN closures c ON c.id = s.closure_id LEFT JOIN members m ON m.id = s.member_id
      WHERE s.id IN ${listed} ORDER BY 2, s.id`,
    list(talks.closureSteps.slice(0, Math.max(0, atMost - checkIns.length))),
  )
  return [
    ...checkIns.map((talk) => ({ ...talk, kind: 'check-in' as const })),
    ...ends.map((talk) => ({ ...talk, kind: 'end' as const })),
  ]
}
