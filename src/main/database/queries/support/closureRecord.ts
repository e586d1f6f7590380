import type { Closure, ClosureStep } from '@shared/contract/closures'
import type { Reader } from '../../engine/reader'

/** The last closure of a match; null when there never was one. */
export function closureOf(db: Reader, match: number): Closure | null {
  type Stored = Omit<Closure, 'anticipated' | 'steps'> & { anticipated: number }
  const stored = db.get<Stored>(
    `SELECT id, anticipated, reason, begun_on AS begunOn, ends_on AS endsOn, contact_rule AS contactRule,
        closed_on AS closedOn, reopened_on AS reopenedOn, reopened_because AS reopenedBecause
      FROM closures WHERE match_id = ? ORDER BY id DESC LIMIT 1`,
    match,
  )
  return stored ? { ...stored, anticipated: stored.anticipated === 1, steps: stepsOf(db, stored.id) } : null
}

function stepsOf(db: Reader, closure: number): ClosureStep[] {
  type Stored = Omit<ClosureStep, 'member'> & { memberId: number | null; name: string | null }
  return db
    .all<Stored>(
      `SELECT s.id, s.kind, s.member_id AS memberId, m.name, s.done_on AS doneOn, s.afterwards, s.notes
        FROM closure_steps s LEFT JOIN members m ON m.id = s.member_id WHERE s.closure_id = ? ORDER BY s.id`,
      closure,
    )
    .map(({ memberId, name, ...step }) => ({
      ...step,
      member: memberId === null || name === null ? null : { id: memberId, name },
    }))
}
