import { type Grouping, groupSizes } from './crossing'
import type { ContactGraph } from './graph'

/** Ties between every two groups, and within each. Row by row: of groups a and b at `a * groups + b`; 0 is unknown. */
export interface Matrix {
  groups: number
  sizes: Int32Array
  /** Ties; the same for (a, b) and (b, a). */
  ties: Int32Array
  /** Contacts behind them. */
  contacts: Int32Array
  /** The ties that there would be if all ties between people of known groups were drawn among all pairs alike. */
  expected: Float64Array
}

/**
 * The group × group matrix. Expected is T · pairs(a, b) / pairs, with T ties among the n people of known groups,
 * pairs(a, b) = g(a) g(b), within a group g (g − 1) / 2, and pairs = n (n − 1) / 2.
 */
export function matrixOf(graph: ContactGraph, grouping: Grouping): Matrix {
  const { groups } = grouping
  const sizes = groupSizes(grouping)
  const matrix = {
    groups,
    sizes,
    ties: new Int32Array(groups * groups),
    contacts: new Int32Array(groups * groups),
    expected: new Float64Array(groups * groups),
  }
  countTies(graph, grouping, matrix)
  const people = sizes.reduce((sum, size, group) => (group === 0 ? 0 : sum + size), 0)
  const ties = tiesOfKnown(matrix)
  const pairs = (people * (people - 1)) / 2
  if (pairs === 0) return matrix
  for (let a = 1; a < groups; a++) {
    for (let b = 1; b < groups; b++) {
      const [own, other] = [sizes[a] ?? 0, sizes[b] ?? 0]
      const between = a === b ? (own * (own - 1)) / 2 : own * other
      matrix.expected[a * groups + b] = (ties * between) / pairs
    }
  }
  return matrix
}

function countTies({ people, ties }: ContactGraph, { of, groups }: Grouping, matrix: Matrix): void {
  for (let person = 0; person < people; person++) {
    const own = of[person] ?? 0
    const end = ties.start[person + 1] ?? 0
    for (let at = ties.start[person] ?? 0; at < end; at++) {
      const other = ties.to[at] ?? 0
      const there = of[other] ?? 0
      // Seen from both ends: in two different groups that fills both cells, within one it is one tie.
      if (own === there && other < person) continue
      const cell = own * groups + there
      matrix.ties[cell] = (matrix.ties[cell] ?? 0) + 1
      matrix.contacts[cell] = (matrix.contacts[cell] ?? 0) + (ties.contacts[at] ?? 0)
    }
  }
}

function tiesOfKnown({ groups, ties }: Matrix): number {
  let sum = 0
  for (let a = 1; a < groups; a++) {
    for (let b = a; b < groups; b++) sum += ties[a * groups + b] ?? 0
  }
  return sum
}

/** Two groups with people in both, and no tie between them. */
export interface Strangers {
  a: number
  b: number
  /** The ties that chance alone would give. */
  expected: number
}

/** The pairs of groups that never meet; those of whom chance would have made most ties come first. */
export function neverMeet({ groups, sizes, ties, expected }: Matrix): Strangers[] {
  const found: Strangers[] = []
  for (let a = 1; a < groups; a++) {
    for (let b = a + 1; b < groups; b++) {
      const cell = a * groups + b
      if ((sizes[a] ?? 0) === 0 || (sizes[b] ?? 0) === 0 || (ties[cell] ?? 0) > 0) continue
      found.push({ a, b, expected: expected[cell] ?? 0 })
    }
  }
  return found.sort((one, other) => other.expected - one.expected)
}
