import { components } from '../network/components'
import type { TieGraph } from '../network/graph'
import { degreeOf } from '../network/neighbours'
import { tooFewMembers } from './breadth'
import { type PartReading, type Ratio, ratio, readingOf } from './reading'
import type { Period } from './records'

/**
 * C, connectedness: members in the largest component / members. Beside it the same without the person who has most
 * ties: one who knows everybody connects any number of people who do not know each other.
 */
export function connectednessReading(period: Period): PartReading {
  const busiest = withMostTies(period.graph)
  return readingOf(connectednessOf(period), tooFewMembers(period), {
    also: [{ name: 'without the person who has most ties', ...connectednessOf(period, busiest) }],
  })
}

/** `without` is somebody who is taken as not being there. */
export function connectednessOf({ graph, isMember, members }: Period, without: number | null = null): Ratio {
  const { of, sizes } = components(graph, without)
  const counts = new Int32Array(sizes.length)
  of.forEach((component, person) => {
    counts[component] = (counts[component] ?? 0) + (isMember[person] ?? 0)
  })
  return ratio(
    // Who has no contact is connected with nobody.
    counts.reduce(
      (most, count, component) => ((sizes[component] ?? 0) > 1 ? Math.max(most, count) : most),
      0,
    ),
    without === null ? members : members - (isMember[without] ?? 0),
  )
}

/** Of several the one who comes first; null where nobody has any tie. */
function withMostTies({ people, ties }: TieGraph): number | null {
  let [found, most]: [number | null, number] = [null, 0]
  for (let person = 0; person < people; person++) {
    const degree = degreeOf(ties, person)
    if (degree > most) [found, most] = [person, degree]
  }
  return found
}
