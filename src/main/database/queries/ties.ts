import type { Row } from '../engine/reader'
import type { Writer } from '../engine/writer'

/** Rows of a table that tie one record to others. */
interface Ties {
  table: string
  /** The column that says which record it is, and its number. */
  parent: string
  id: number
  /** What the rows hold besides, where a record is tied in several ways. */
  also?: Row
}

/**
 * Makes the rows that tie a record to others what is wanted, in the order given where they are new.
 *
 * @param column says what a row ties it to
 * @returns whether any differed.
 */
export function saveTies(
  writer: Writer,
  { table, parent, id, also = {} }: Ties,
  column: string,
  targets: readonly number[],
): boolean {
  const kept = new Map(
    writer
      .all<{ row: number; target: number }>(
        `SELECT id AS row, ${column} AS target FROM ${table} WHERE ${[parent, ...Object.keys(also)].map((name) => `${name} = ?`).join(' AND ')}`,
        id,
        ...Object.values(also),
      )
      .map(({ row, target }) => [target, row]),
  )
  const wanted = new Set(targets)
  const gone = [...kept].filter(([target]) => !wanted.has(target))
  const added = [...wanted].filter((target) => !kept.has(target))
  for (const [, row] of gone) writer.remove(table, row)
  for (const target of added) writer.insert(table, { [parent]: id, ...also, [column]: target })
  return gone.length + added.length > 0
}
