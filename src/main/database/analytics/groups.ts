import { BLOCK, differ, type Visit } from './scan'
import type { Columns } from './shape'

export type Grouped = 'community' | 'kind' | 'location' | 'department'

/** Takes the first `length` of rows and their groups, which are indexes into a list of names. */
type VisitGroups = (groups: Int32Array, rows: Int32Array, length: number) => void

/**
 * A visitor of interactions that tells their groups. Each has one kind and one community; between two locations or
 * departments it belongs to both, and is there twice.
 */
export function inGroups(columns: Columns, by: Grouped, visit: VisitGroups): Visit {
  const groups = new Int32Array(2 * BLOCK)
  if (by === 'community' || by === 'kind') {
    const column = columns.interactions[by]
    return (rows, length) => {
      for (let i = 0; i < length; i++) groups[i] = column[rows[i] ?? 0] ?? 0
      visit(groups, rows, length)
    }
  }
  const place = columns.members[by]
  const { from, to } = columns.interactions
  const both = new Int32Array(2 * BLOCK)
  return (rows, length) => {
    let found = 0
    for (let i = 0; i < length; i++) {
      const row = rows[i] ?? 0
      const here = place[from[row] ?? 0] ?? 0
      const there = place[to[row] ?? 0] ?? 0
      groups[found] = here
      both[found++] = row
      groups[found] = there
      both[found] = row
      found += differ(here, there)
    }
    visit(groups, both, found)
  }
}

/** Names in the order of the alphabet, the unknown last. */
export function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
