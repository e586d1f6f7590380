import { type Grouping, groupSizes } from './crossing'
import type { ContactGraph } from './graph'

/** Between every two groups, and within each, row by row: of the groups at places a and b at `a * groups.length + b`. */
export interface Matrix {
  /** The largest groups, the largest first, and how many people each has. */
  groups: number[]
  sizes: number[]
  /** How many more groups there are. */
  leftOut: number
  /** Ties; the same for (a, b) and (b, a). */
  ties: Int32Array
  /** The contacts behind them. */
  contacts: Int32Array
  /** The ties that there would be if all ties between people of known groups were drawn among all pairs alike. */
  expected: Float64Array
}

/**
 * The group × group matrix of at most `most` groups; the unknown, 0, is none of them. Expected is T · pairs(a, b) /
 * pairs, with T ties among the n people of known groups, pairs(a, b) = g(a) g(b), within a group g (g − 1) / 2, and
 * pairs = n (n − 1) / 2.
 */
export function matrixOf(graph: ContactGraph, grouping: Grouping, most: number): Matrix {
  const all = groupSizes(grouping)
  const size = (group: number) => all[group] ?? 0
  const present = Array.from(all.keys())
    .filter((group) => group > 0 && size(group) > 0)
    .sort((a, b) => size(b) - size(a) || a - b)
  const groups = present.slice(0, most)
  const sizes = groups.map(size)
  const counted = countTies(graph, grouping, groups)
  const people = present.reduce((sum, group) => sum + size(group), 0)
  const pairs = (people * (people - 1)) / 2
  const expected = Float64Array.from(counted.ties, (_, cell) => {
    const [a, b] = [Math.floor(cell / groups.length), cell % groups.length]
    const [own, other] = [sizes[a] ?? 0, sizes[b] ?? 0]
    const between = a === b ? (own * (own - 1)) / 2 : own * other
    return pairs === 0 ? 0 : (counted.known * between) / pairs
  })
  return {
    groups,
    sizes,
    leftOut: present.length - groups.length,
    ties: counted.ties,
    contacts: counted.contacts,
    expected,
  }
}

function countTies({ people, ties }: ContactGraph, { of, groups: all }: Grouping, groups: readonly number[]) {
  const place = new Int32Array(all).fill(-1)
  groups.forEach((group, at) => {
    place[group] = at
  })
  const width = groups.length
  const found = { ties: new Int32Array(width * width), contacts: new Int32Array(width * width), known: 0 }
  for (let person = 0; person < people; person++) {
    const own = of[person] ?? 0
    const end = ties.start[person + 1] ?? 0
    for (let at = ties.start[person] ?? 0; at < end; at++) {
      const other = ties.to[at] ?? 0
      const there = of[other] ?? 0
      if (own === 0 || there === 0) continue
      if (other > person) found.known++
      const [row, column] = [place[own] ?? -1, place[there] ?? -1]
      // Seen from both ends: in two different groups that fills both cells, within one it is one tie.
      if (row < 0 || column < 0 || (row === column && other < person)) continue
      const cell = row * width + column
      found.ties[cell] = (found.ties[cell] ?? 0) + 1
      found.contacts[cell] = (found.contacts[cell] ?? 0) + (ties.contacts[at] ?? 0)
    }
  }
  return found
}

/** Two groups without any tie between them, by their places in the matrix. */
export interface Strangers {
  a: number
  b: number
  /** The ties that chance alone would give. */
  expected: number
}

/** The pairs of groups that never meet; those of whom chance would have made most ties come first. */
export function neverMeet({ groups, ties, expected }: Matrix): Strangers[] {
  const found: Strangers[] = []
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      const cell = a * groups.length + b
      if (ties[cell] === 0) found.push({ a, b, expected: expected[cell] ?? 0 })
    }
  }
  return found.sort((one, other) => other.expected - one.expected)
}
