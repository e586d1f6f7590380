import type { Row } from '../../engine/reader'
import type { Plan } from './plan'

/** The two who become one. */
export interface Couple {
  keep: number
  other: number
  keepName: string
  otherName: string
}

/** How the rows of a table that point at the one who goes become those of the one who stays. */
export type Relation = (plan: Plan, couple: Couple) => void

/** They simply become theirs. */
export function carried(table: string, column: string): Relation {
  return (plan, { keep, other }) => {
    for (const id of plan.ids(table, column, other)) plan.update(table, id, { [column]: keep })
  }
}

/** What the row of the one who stays is filled with from the other's, where both have one. */
type Joined = (keep: Row, other: Row) => Row

/**
 * Of each thing somebody has one row: where both have it, that of the one who stays is kept, filled with what the
 * other's says more.
 *
 * @param told of how many such there were
 */
export function keptOnce(
  table: string,
  column: string,
  by: readonly string[],
  { joined, told }: { joined?: Joined; told?: (count: number, couple: Couple) => string } = {},
): Relation {
  return (plan, couple) => {
    let doubled = 0
    for (const id of plan.ids(table, column, couple.other)) {
      const row = plan.row(table, id)
      const twin = row && twinOf(plan, table, row, by, column, couple.keep)
      if (!row || !twin) {
        plan.update(table, id, { [column]: couple.keep })
        continue
      }
      doubled++
      plan.remove(table, id)
      if (joined) plan.update(table, Number(twin.id), differing(twin, joined(twin, row)))
    }
    if (doubled > 0 && told) plan.notes.push(told(doubled, couple))
  }
}

/** The row that says the same of somebody else; null when there is none. */
export function twinOf(
  plan: Plan,
  table: string,
  row: Row,
  by: readonly string[],
  column: string,
  member: number,
): Row | null {
  const same = by.map((key) => ` AND ${key} IS ?`).join('')
  const id = plan.db.value<number>(
    `SELECT id FROM ${table} WHERE ${column} = ?${same} AND id <> ? ORDER BY id LIMIT 1`,
    member,
    ...by.map((key) => row[key] ?? null),
    row.id,
  )
  return id === undefined ? null : plan.row(table, id)
}

/** The columns in which a row would become another one. */
export function differing(row: Row, columns: Row): Row {
  return Object.fromEntries(Object.entries(columns).filter(([column, value]) => row[column] !== value))
}
