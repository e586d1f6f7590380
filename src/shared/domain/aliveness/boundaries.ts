import { crossing, type Grouping } from '../network/crossing'
import { type ContactGraph, graphOf } from '../network/graph'
import { type PartReading, type Ratio, readingOf, tooFew } from './reading'
import { filtered, type Period, pairKey } from './records'

const fewestTies = 10

/**
 * X, boundary reach: min(1, (EL / (EL + IL)) / q) with q the share that chance would give, for locations and for
 * departments. The part has the value of the border that is crossed less.
 */
export function boundariesReading(period: Period): PartReading {
  const { records, graph } = period
  const unassigned = withoutAssigned(period)
  const sides = [
    { name: 'between locations', grouping: records.location },
    { name: 'between departments', grouping: records.department },
  ]
  const also = sides.flatMap(({ name, grouping }) => [
    { name, ...reach(graph, grouping) },
    { name: `${name}, without assigned pairs`, ...reach(unassigned, grouping) },
  ])
  const found = boundariesOf(period)
  return readingOf(found, found.value === null ? whatIsMissing(period) : null, {
    inputs: {
      ties: graph.ties.to.length / 2,
      tiesOfAssignedPairs: (graph.ties.to.length - unassigned.ties.to.length) / 2,
    },
    also,
  })
}

export function boundariesOf({ records, graph }: Period): Ratio {
  const [location, department] = [reach(graph, records.location), reach(graph, records.department)]
  if (location.value === null || department.value === null)
    return location.value === null ? department : location
  return location.value <= department.value ? location : department
}

/** Crossing ties and those to be expected by chance; without a value below ten ties, or with nothing to cross. */
function reach(graph: ContactGraph, grouping: Grouping): Ratio {
  const { external, internal, chanceShare } = crossing(graph, grouping)
  const ties = external + internal
  const expected = ties * (chanceShare ?? 0)
  const enough = ties >= fewestTies && expected > 0
  return {
    value: enough ? Math.min(1, external / expected) : null,
    numerator: external,
    denominator: expected,
  }
}

function whatIsMissing({ records, graph }: Period): string {
  const divided = [records.location, records.department]
    .map((grouping) => crossing(graph, grouping))
    .filter(({ chanceShare }) => (chanceShare ?? 0) > 0)
  const most = Math.max(0, ...divided.map(({ external, internal }) => external + internal))
  return divided.length === 0
    ? 'Needs people of two locations or of two departments at least.'
    : (tooFew(most, fewestTies, 'ties between people whose location or department is known') ?? '')
}

/** The same contacts without those of pairs that the coordinator has put together. */
function withoutAssigned({ records, contacts, graph }: Period): ContactGraph {
  const { people, assigned } = records
  if (assigned.size === 0) return graph
  const isAssigned = (at: number) =>
    assigned.has(pairKey(people, contacts.from[at] ?? 0, contacts.to[at] ?? 0))
  return graphOf(
    people,
    filtered(contacts, (at) => !isAssigned(at)),
  )
}
