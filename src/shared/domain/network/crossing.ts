import type { TieGraph } from './graph'

/** Which group everybody belongs to: a location or a department. */
export interface Grouping {
  /** Of each person; 0 is unknown, which is not a group. */
  of: Int32Array
  /** How many groups there may be, the unknown included. */
  groups: number
}

/** Ties between groups and within them. */
export interface Crossing {
  external: number
  internal: number
  /** Ties with somebody whose group is not known: they count as neither. */
  unknown: number
  /**
   * E-I = (EL − IL) / (EL + IL), from −1 (all ties stay at home) to 1 (all lead away); null without ties. Source:
   * Krackhardt and Stern 1988.
   */
  index: number | null
  /** q = 1 − Σ g (g − 1) / (n (n − 1)): the share of all pairs that lie across; null for fewer than two people. */
  chanceShare: number | null
  /** 2 q − 1: the E-I that follows from the sizes of the groups alone. Nobody should read an E-I without it. */
  chance: number | null
}

/** How ties lie to the borders of groups; each tie counts once, however many contacts it stands for. */
export function crossing({ people, ties }: TieGraph, grouping: Grouping): Crossing {
  const { of } = grouping
  let [external, internal, unknown] = [0, 0, 0]
  for (let person = 0; person < people; person++) {
    const own = of[person] ?? 0
    const end = ties.start[person + 1] ?? 0
    for (let at = ties.start[person] ?? 0; at < end; at++) {
      const other = ties.to[at] ?? 0
      if (other < person) continue
      const there = of[other] ?? 0
      if (own === 0 || there === 0) unknown++
      else if (own === there) internal++
      else external++
    }
  }
  const known = external + internal
  const chanceShare = chanceOfCrossing(groupSizes(grouping))
  return {
    external,
    internal,
    unknown,
    index: known === 0 ? null : (external - internal) / known,
    chanceShare,
    chance: chanceShare === null ? null : 2 * chanceShare - 1,
  }
}

/** How many people each group has, the unknown (0) included. */
export function groupSizes({ of, groups }: Grouping): Int32Array {
  const sizes = new Int32Array(groups)
  of.forEach((group) => {
    sizes[group] = (sizes[group] ?? 0) + 1
  })
  return sizes
}

/** The share of all pairs of people who are in two different groups; `sizes[0]`, the unknown, does not count. */
function chanceOfCrossing(sizes: Int32Array): number | null {
  let people = 0
  let within = 0
  sizes.forEach((size, group) => {
    if (group === 0) return
    people += size
    within += size * (size - 1)
  })
  return people < 2 ? null : 1 - within / (people * (people - 1))
}
