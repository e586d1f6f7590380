import type { Writer } from '../engine/writer'

/** Rows of a table that tie one record to others. */
interface Ties {
  table: string
  /** The column that says which record it is, and its number. */
  parent: string
  id: number
}

/**
 * Makes the rows that tie a record to others what is wanted, in the order given where they are new.
 *
 * @param column says what a row ties it to
 * @returns whether any differed.
 */
export function saveTies(
  writer: Writer,
  { table, parent, id }: Ties,
  column: string,
  targets: readonly number[],
): boolean {
  const kept = new Map(
    writer
      .all<{ row: number; target: number }>(
        `SELECT id AS row, ${column} AS target FROM ${table} WHERE ${parent} = ?`,
        id,
      )
      .map(({ row, target }) => [target, row]),
  )
  const wanted = new Set(targets)
  const gone = [...kept].filter(([target]) => !wanted.has(target))
  const added = [...wanted].filter((target) => !kept.has(target))
  for (const [, row] of gone) writer.remove(table, row)
  for (const target of added) writer.insert(table, { [parent]: id, [column]: target })
  return gone.length + added.length > 0
}
