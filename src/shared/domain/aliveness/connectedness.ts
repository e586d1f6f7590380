import { components } from '../network/components'
import { type ContactGraph, graphOf } from '../network/graph'
import { degreeOf } from '../network/neighbours'
import { tooFewMembers } from './breadth'
import { type PartReading, type Ratio, ratio, readingOf } from './reading'
import { filtered, type Period } from './records'

/**
 * C, connectedness: members in the largest component / members. Beside it the same without the person who has most
 * ties: one who knows everybody connects any number of people who do not know each other.
 */
export function connectednessReading(period: Period): PartReading {
  const busiest = withMostTies(period.graph)
  const without = busiest === null ? period : withoutPerson(period, busiest)
  return readingOf(connectednessOf(period), tooFewMembers(period), {
    also: [{ name: 'without the person who has most ties', ...connectednessOf(without) }],
  })
}

export function connectednessOf({
  graph,
  isMember,
  members,
}: Pick<Period, 'graph' | 'isMember' | 'members'>): Ratio {
  const { of, sizes } = components(graph)
  const counts = new Int32Array(sizes.length)
  of.forEach((component, person) => {
    // Who has no contact is connected with nobody.
    if (degreeOf(graph.ties, person) > 0)
      counts[component] = (counts[component] ?? 0) + (isMember[person] ?? 0)
  })
  return ratio(
    counts.reduce((most, count) => Math.max(most, count), 0),
    members,
  )
}

/** Of several the one who comes first; null where nobody has any tie. */
function withMostTies({ people, ties }: ContactGraph): number | null {
  let [found, most]: [number | null, number] = [null, 0]
  for (let person = 0; person < people; person++) {
    const degree = degreeOf(ties, person)
    if (degree > most) [found, most] = [person, degree]
  }
  return found
}

function withoutPerson({ records, contacts, isMember, members }: Period, person: number) {
  const others = isMember.slice()
  others[person] = 0
  const kept = filtered(contacts, (at) => contacts.from[at] !== person && contacts.to[at] !== person)
  return {
    graph: graphOf(records.people, kept),
    isMember: others,
    members: members - (isMember[person] ?? 0),
  }
}
