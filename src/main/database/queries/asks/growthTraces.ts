import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'

/** The tables of asks and invitations that hold what is written about their people. */
export const growthTables = ['asks', 'ask_answers', 'invitations'] as const
export type GrowthTable = (typeof growthTables)[number]

export function isOfGrowth(table: string): table is GrowthTable {
  return (growthTables as readonly string[]).includes(table)
}

/**
 * The rows that are about a member under any of their numbers, those that are gone included: what they asked, with the notes about its answers, what
 * they answered, and how they were invited.
 */
export function growthTraces(db: Reader, ids: readonly number[]): Record<GrowthTable, number[]> {
  const asks = rowsBy(db, 'asks', 'asker_id', ids)
  const answers = [
    ...rowsBy(db, 'ask_answers', 'member_id', ids),
    ...rowsBy(db, 'ask_answers', 'ask_id', asks),
  ]
  return { asks, ask_answers: sorted(answers), invitations: rowsBy(db, 'invitations', 'member_id', ids) }
}

function rowsBy(db: Reader, table: GrowthTable, column: string, ids: readonly number[]): number[] {
  if (ids.length === 0) return []
  return sorted([
    ...db.column<number>(`SELECT id FROM ${table} WHERE ${column} IN ${listed}`, list(ids)),
    ...db.column<number>(
      `SELECT first_row FROM changes
        WHERE table_name = '${table}' AND kind <> 'insert' AND json_extract(before, '$.${column}') IN ${listed}`,
      list(ids),
    ),
  ])
}

const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((a, b) => a - b)
