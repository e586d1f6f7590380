import type { Reader } from '../engine/reader'
import { list, listed } from './conditions'

/**
 * The rows of a table of which a column holds one of these numbers, or ever held it, in their order: what was deleted or
 * written over is known from the record of changes.
 */
export function rowsEver(db: Reader, table: string, column: string, ids: readonly number[]): number[] {
  if (ids.length === 0) return []
  return inOrder([
    ...db.column<number>(`SELECT id FROM ${table} WHERE ${column} IN ${listed}`, list(ids)),
    ...db.column<number>(
      `SELECT first_row FROM changes
        WHERE table_name = '${table}' AND kind <> 'insert' AND json_extract(before, '$.${column}') IN ${listed}`,
      list(ids),
    ),
  ])
}

/** Each number once, the smallest first. */
export function inOrder(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b)
}
