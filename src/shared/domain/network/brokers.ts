import type { Grouping } from './crossing'
import type { ContactGraph } from './graph'
import { degreeOf } from './neighbours'

/** Betweenness counts as high from here on: among the tenth of those with any tie who have most. */
const highestPart = 0.1

export interface Brokers {
  /** 1 for every broker. */
  is: Uint8Array
  /** In how many departments each has contacts; who belongs to none that is known does not count. */
  departments: Int32Array
}

/**
 * Brokers: people with high betweenness **and** ties to two departments or more, so that much goes through them and it
 * leads somewhere else.
 */
export function brokers(graph: ContactGraph, betweenness: Float64Array, department: Grouping): Brokers {
  const departments = departmentsReached(graph, department)
  const connected = betweenness.filter((_, person) => degreeOf(graph.ties, person) > 0).sort()
  const least = connected[Math.floor(connected.length * (1 - highestPart))] ?? Number.POSITIVE_INFINITY
  const is = Uint8Array.from(betweenness, (value, person) =>
    value > 0 && value >= least && (departments[person] ?? 0) >= 2 ? 1 : 0,
  )
  return { is, departments }
}

function departmentsReached({ people, ties }: ContactGraph, { of, groups }: Grouping): Int32Array {
  const reached = new Int32Array(people)
  /** Who was last seen with a contact in each department. */
  const seenBy = new Int32Array(groups).fill(-1)
  for (let person = 0; person < people; person++) {
    const end = ties.start[person + 1] ?? 0
    for (let at = ties.start[person] ?? 0; at < end; at++) {
      const there = of[ties.to[at] ?? 0] ?? 0
      if (there === 0 || seenBy[there] === person) continue
      seenBy[there] = person
      reached[person] = (reached[person] ?? 0) + 1
    }
  }
  return reached
}
