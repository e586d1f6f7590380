import type { ContactGraph } from './graph'

/**
 * Density: |E| / (n (n − 1)), the share of all ordered pairs in which something told could go from the one to the
 * other. 0 to 1; null for fewer than two people. Source: networkx `density`, which it equals on the directed graph
 * where all directions are known, and on the undirected graph where none is.
 *
 * It falls as a community grows, since nobody can keep up with everybody: never compare communities by it.
 */
export function density({ people, paths }: ContactGraph): number | null {
  return people < 2 ? null : paths.to.length / (people * (people - 1))
}

/** Of whom it is known who reached out, how many did so in return. */
export interface Reciprocity {
  /** Pairs in their order, of one who reached out and one who was reached: |{(u, v) ∈ E : (v, u) ∈ E}|, and |E|. */
  returned: number
  reached: number
  /** `returned / reached`, 0 to 1; null where nobody is known to have reached out. */
  value: number | null
  /** The pairs among these, whatever their order. */
  pairs: number
}

/**
 * Reciprocity r = |{(u, v) ∈ E : (v, u) ∈ E}| / |E| over contacts of known direction. 0 to 1. Source: networkx
 * `overall_reciprocity`. Two who met are no sign of it either way, and are left out. So are pairs with fewer than
 * `leastContacts` of known direction: who was in contact once had no occasion to answer.
 */
export function reciprocity({ people, reached }: ContactGraph, leastContacts = 1): Reciprocity {
  const { start, to, contacts } = reached
  /** How far each row was looked through: who is looked for comes in rising order, as the rows do. */
  const next = start.slice()
  let [all, returned] = [0, 0]
  for (let person = 0; person < people; person++) {
    const end = start[person + 1] ?? 0
    for (let at = start[person] ?? 0; at < end; at++) {
      const other = to[at] ?? 0
      const last = start[other + 1] ?? 0
      let back = next[other] ?? 0
      while (back < last && (to[back] ?? 0) < person) back++
      next[other] = back
      const isReturned = back < last && to[back] === person
      if ((contacts[at] ?? 0) + (isReturned ? (contacts[back] ?? 0) : 0) < leastContacts) continue
      all++
      if (isReturned) returned++
    }
  }
  // Two who reached out to each other are there twice.
  return { returned, reached: all, value: all === 0 ? null : returned / all, pairs: all - returned / 2 }
}

/** How many people reached out to each. */
export function inDegrees({ people, reached }: ContactGraph): Int32Array {
  const counts = new Int32Array(people)
  reached.to.forEach((person) => {
    counts[person] = (counts[person] ?? 0) + 1
  })
  return counts
}

/** In how many contacts each took part, on either side. */
export function contactsOfEach({ people, ties }: ContactGraph): Int32Array {
  const counts = new Int32Array(people)
  for (let person = 0; person < people; person++) {
    const end = ties.start[person + 1] ?? 0
    for (let at = ties.start[person] ?? 0; at < end; at++) {
      counts[person] = (counts[person] ?? 0) + (ties.contacts[at] ?? 0)
    }
  }
  return counts
}
