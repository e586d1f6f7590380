import type { MatchReasons } from '@shared/contract/matchingProposal'
import type { MemberRecord } from '@shared/domain/memberRecord'
import type { Reader, SqlValue } from '../../engine/reader'
import { list, listed } from '../conditions'
import { everyNumber, nowCalled } from '../merging/mergedInto'
import type { People } from '../privacy/recordPeople'

/** Where a stored run has its people. */
const sides = ['mentees', 'mentors', 'peers'] as const

/** Whether one of these members takes part in a kept run, as it is stored. */
export function isRunWith(run: SqlValue | undefined, ids: ReadonlySet<number>): boolean {
  if (typeof run !== 'string') return false
  const { input } = JSON.parse(run) as { input?: Record<(typeof sides)[number], { id: number }[]> }
  return sides.some((side) => input?.[side]?.some(({ id }) => ids.has(id)))
}

/** Kept runs in which one of these members takes part, on whichever side, and by whichever number they had then. */
export function runsWith(db: Reader, ids: readonly number[]): number[] {
  const numbers = list(everyNumber(db, ids))
  const among = (side: string) =>
    `EXISTS (SELECT 1 FROM json_each(r.run, '$.input.${side}') person
      WHERE json_extract(person.value, '$.id') IN ${listed})`
  return db.column<number>(
    `SELECT r.id FROM match_runs r WHERE ${sides.map(among).join(' OR ')} ORDER BY r.id`,
    ...sides.map(() => numbers),
  )
}

/** Why two were made a match, by criterion; of which nothing is known is left out. */
export function reasonWords(stored: string | null): string[] {
  if (stored === null) return []
  const { criteria } = JSON.parse(stored) as MatchReasons
  return criteria.filter(({ value }) => value !== null).map(({ words }) => words)
}

/** What the file says about who a member goes with, besides their matches. */
export function pairingsOf(
  db: Reader,
  id: number,
  people: People,
): Pick<MemberRecord, 'pairRules' | 'proposals'> {
  const rules = db.all<{ kind: 'apart' | 'must'; other: number; reason: string | null }>(
    `SELECT kind, iif(first_id = @id, second_id, first_id) AS other, reason
      FROM pair_rules WHERE first_id = @id OR second_id = @id ORDER BY id`,
    { id },
  )
  const runs = db.all<{ id: number; program: string; name: string; madeAt: string }>(
    `SELECT r.id, p.name AS program, r.name, r.made_at AS madeAt
      FROM match_runs r JOIN programs p ON p.id = r.program_id WHERE r.id IN ${listed} ORDER BY r.id`,
    list(runsWith(db, [id])),
  )
  return {
    pairRules: rules.map(({ other, ...rule }) => ({ ...rule, other: people(other), isPrivate: true })),
    proposals: runs.map(({ id: run, ...kept }) => ({ ...kept, others: partnersIn(db, run, id).map(people) })),
  }
}

/** Whom a kept run made a pair with a member, by the numbers they have today. */
function partnersIn(db: Reader, run: number, id: number): number[] {
  const numbers = new Set(everyNumber(db, [id]))
  return db
    .all<{ mentee: number; mentor: number }>(
      `SELECT json_extract(pair.value, '$.menteeId') AS mentee, json_extract(pair.value, '$.mentorId') AS mentor
        FROM match_runs r, json_each(r.outcome, '$.pairs') pair WHERE r.id = ?`,
      run,
    )
    .flatMap(({ mentee, mentor }) => [
      ...(numbers.has(mentee) ? [mentor] : []),
      ...(numbers.has(mentor) ? [mentee] : []),
    ])
    .map((member) => nowCalled(db, member))
    .filter((member) => db.value('SELECT 1 FROM members WHERE id = ?', member) !== undefined)
}
