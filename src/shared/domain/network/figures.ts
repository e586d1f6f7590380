import type { ContactGraph } from './graph'
import { isNeighbour, type Neighbours } from './neighbours'

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
  /** Pairs of one who reached out and one who was reached, by order: |{(u, v) ∈ E : (v, u) ∈ E}|, and |E|. */
  returned: number
  reached: number
  /** `returned / reached`, 0 to 1; null where nobody is known to have reached out. */
  value: number | null
  /** Ties in which it is known who reached out, and all ties. */
  knownTies: number
  ties: number
}

/**
 * Reciprocity r = |{(u, v) ∈ E : (v, u) ∈ E}| / |E| over contacts of known direction. 0 to 1. Source: networkx
 * `overall_reciprocity`. Two who met are no sign of it either way, and are left out.
 */
export function reciprocity({ people, ties, reached }: ContactGraph): Reciprocity {
  const returned = countReturned(people, reached)
  const all = reached.to.length
  return {
    returned,
    reached: all,
    value: all === 0 ? null : returned / all,
    // Two who reached out to each other are one tie.
    knownTies: all - returned / 2,
    ties: ties.to.length / 2,
  }
}

function countReturned(people: number, { start, to, contacts }: Neighbours): number {
  let returned = 0
  for (let person = 0; person < people; person++) {
    const end = start[person + 1] ?? 0
    for (let at = start[person] ?? 0; at < end; at++) {
      if (isNeighbour({ start, to, contacts }, to[at] ?? 0, person)) returned++
    }
  }
  return returned
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
