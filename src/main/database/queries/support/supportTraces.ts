import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { inOrder, rowsEver } from '../rowsEver'

/** The tables of match support that hold what is written about the people of a match. */
export const supportTables = [
  'check_ins',
  'snoozes',
  'flag_snoozes',
  'match_moves',
  'goals',
  'milestones',
  'closures',
  'closure_steps',
] as const
export type SupportTable = (typeof supportTables)[number]

/** What the coordinator notes for themselves there, whatever is said about it. */
export const notedForOneself: ReadonlySet<string> = new Set([
  'check_ins',
  'snoozes',
  'flag_snoozes',
  'closure_steps',
])

export function isOfSupport(table: string): table is SupportTable {
  return (supportTables as readonly string[]).includes(table)
}

/**
 * The rows that are about a member under any of their numbers, those that are gone included: what was noted with them,
 * and what belongs to a match as a whole, of the matches that they have ever been in.
 */
export function supportTraces(db: Reader, ids: readonly number[]): Record<SupportTable, number[]> {
  const matches = [
    ...db.column<number>(`SELECT match_id FROM match_members WHERE member_id IN ${listed}`, list(ids)),
    ...db.column<number>(
      `SELECT json_extract(before, '$.match_id') FROM changes
        WHERE table_name = 'match_members' AND kind = 'delete' AND json_extract(before, '$.member_id') IN ${listed}`,
      list(ids),
    ),
  ]
  const goals = rowsEver(db, 'goals', 'match_id', matches)
  const closures = rowsEver(db, 'closures', 'match_id', matches)
  const together = new Set(rowsEver(db, 'closure_steps', 'closure_id', closures))
  for (const step of stepsOfOthers(db, [...together])) together.delete(step)
  return {
    check_ins: rowsEver(db, 'check_ins', 'member_id', ids),
    snoozes: rowsEver(db, 'snoozes', 'member_id', ids),
    flag_snoozes: rowsEver(db, 'flag_snoozes', 'match_id', matches),
    match_moves: rowsEver(db, 'match_moves', 'match_id', matches),
    goals,
    milestones: rowsEver(db, 'milestones', 'goal_id', goals),
    closures,
    closure_steps: inOrder([...together, ...rowsEver(db, 'closure_steps', 'member_id', ids)]),
  }
}

/** Of the steps of a closure those that were taken with one of them are theirs alone. */
function stepsOfOthers(db: Reader, steps: readonly number[]): number[] {
  return db.column<number>(
    `SELECT id FROM closure_steps WHERE member_id IS NOT NULL AND id IN ${listed}
      UNION SELECT first_row FROM changes WHERE table_name = 'closure_steps' AND kind = 'delete'
        AND json_extract(before, '$.member_id') IS NOT NULL AND first_row IN ${listed}`,
    list(steps),
    list(steps),
  )
}
