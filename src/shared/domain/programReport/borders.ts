import type { ReportMatch, ReportPerson } from './records'

export type Border = 'location' | 'department'
export const borders = ['location', 'department'] as const

export interface BorderFigures {
  border: Border
  /** Pairs on two sides of it, and on one. */
  across: number
  within: number
  /** Pairs of whom one's place is not known: they count as neither. */
  unknown: number
  /** How many pairs would lie across if the same people had been paired by lot; null without pairs. */
  byLot: number | null
  /** E-I = (across − within) / (across + within), and what it would be by lot. Source: Krackhardt and Stern 1988. */
  index: number | null
  indexByLot: number | null
  /** How many people there are in the smallest group of a side that is paired; null without pairs. */
  smallestGroup: number | null
}

interface Pair {
  one: ReportPerson
  other: ReportPerson
}

/** Every two people whom a match brings together: each mentor with each mentee, and peers with each other. */
export function pairsOf(matches: readonly ReportMatch[]): Pair[] {
  const found = new Map<string, Pair>()
  for (const { people } of matches) {
    people.forEach((one, at) => {
      for (const other of people.slice(at + 1)) {
        if (one.side === other.side && one.side !== 'peer') continue
        const swap = one.side === 'mentee' || (one.side === other.side && one.id > other.id)
        const pair = swap ? { one: other, other: one } : { one, other }
        found.set([one.id, other.id].sort((a, b) => a - b).join(' '), pair)
      }
    })
  }
  return [...found.values()]
}

/** How the pairs of a program lie to a border, beside chance: nobody should read the one without the other. */
export function borderFigures(matches: readonly ReportMatch[], border: Border): BorderFigures {
  const pairs = pairsOf(matches)
  const known = pairs.filter(({ one, other }) => one[border] !== null && other[border] !== null)
  const across = known.filter(({ one, other }) => one[border] !== other[border]).length
  const byLot = known.length === 0 ? null : acrossByLot(known, border)
  const indexOf = (crossing: number) => (2 * crossing - known.length) / known.length
  return {
    border,
    across,
    within: known.length - across,
    unknown: pairs.length - known.length,
    byLot,
    index: known.length === 0 ? null : indexOf(across),
    indexByLot: byLot === null ? null : indexOf(byLot),
    smallestGroup: known.length === 0 ? null : smallestGroupOf(known, border),
  }
}

/** Mentors, mentees and peers each have their groups. */
function smallestGroupOf(pairs: readonly Pair[], border: Border): number {
  const people = new Map(
    pairs.flatMap(({ one, other }) => [one, other]).map((person) => [`${person.side} ${person.id}`, person]),
  )
  const groups = sizes([...people.values()].map((person) => `${person.side} ${person[border]}`))
  return Math.min(...groups.values())
}

/**
 * The expected number of pairs across, where everybody keeps as many partners as they have. Mentees dealt out anew
 * among the places with mentors: T − Σ a(g) b(g) / T, with T pairs, of which a(g) have their mentor and b(g) their
 * mentee in group g. Among peers any two may meet: T (1 − Σ g (g − 1) / (n (n − 1))), with n people, g in each group.
 */
function acrossByLot(pairs: readonly Pair[], border: Border): number {
  const assigned = pairs.filter(({ one, other }) => one.side !== other.side)
  const peers = pairs.filter(({ one, other }) => one.side === other.side)
  return dealtOut(assigned, border) + drawn(peers, border)
}

function dealtOut(pairs: readonly Pair[], border: Border): number {
  if (pairs.length === 0) return 0
  const mentors = sizes(pairs.map(({ one }) => one[border]))
  const mentees = sizes(pairs.map(({ other }) => other[border]))
  const within = [...mentors].reduce((sum, [group, size]) => sum + size * (mentees.get(group) ?? 0), 0)
  return pairs.length - within / pairs.length
}

function drawn(pairs: readonly Pair[], border: Border): number {
  if (pairs.length === 0) return 0
  const people = new Map(pairs.flatMap(({ one, other }) => [one, other]).map((person) => [person.id, person]))
  const groups = sizes([...people.values()].map((person) => person[border]))
  const within = [...groups.values()].reduce((sum, size) => sum + size * (size - 1), 0)
  return pairs.length * (1 - within / (people.size * (people.size - 1)))
}

function sizes(groups: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1)
  return counts
}
