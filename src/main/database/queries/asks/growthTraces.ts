import type { Reader } from '../../engine/reader'
import { inOrder, rowsEver } from '../rowsEver'

/** The tables of asks and invitations that hold what is written about their people. */
export const growthTables = ['asks', 'ask_answers', 'invitations'] as const
export type GrowthTable = (typeof growthTables)[number]

export function isOfGrowth(table: string): table is GrowthTable {
  return (growthTables as readonly string[]).includes(table)
}

/**
 * The rows that are about a member under any of their numbers, those that are gone included: what they asked, with the
 * notes about its answers, what they answered, and how they were invited.
 */
export function growthTraces(db: Reader, ids: readonly number[]): Record<GrowthTable, number[]> {
  const asks = rowsEver(db, 'asks', 'asker_id', ids)
  const answers = [
    ...rowsEver(db, 'ask_answers', 'member_id', ids),
    ...rowsEver(db, 'ask_answers', 'ask_id', asks),
  ]
  return { asks, ask_answers: inOrder(answers), invitations: rowsEver(db, 'invitations', 'member_id', ids) }
}
