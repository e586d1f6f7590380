import { type Crossing, crossing, type Grouping } from '../network/crossing'
import { placeOf } from '../network/neighbours'
import { type PartReading, type Ratio, readingOf, tooFew } from './reading'
import type { Pair, Period } from './records'

const fewestTies = 10

/**
 * X, boundary reach: min(1, (EL / (EL + IL)) / q) with q the share that chance would give, for locations and for
 * departments. The part has the value of the border that is crossed less.
 */
export function boundariesReading(period: Period): PartReading {
  const { records, graph } = period
  const assigned = assignedTies(period)
  const borders = [
    { name: 'between locations', grouping: records.location },
    { name: 'between departments', grouping: records.department },
  ].map(({ name, grouping }) => {
    const all = crossing(graph, grouping)
    const others = reach(without(all, assigned, grouping))
    return {
      all,
      reached: reach(all),
      sides: [
        { name, ...reach(all) },
        { name: `${name}, without assigned pairs`, ...others },
      ],
    }
  })
  const found = borders.map(({ reached }) => reached).reduce(lower)
  const missing = found.value === null ? whatIsMissing(borders.map(({ all }) => all)) : null
  return readingOf(found, missing, {
    inputs: { ties: graph.ties.to.length / 2, tiesOfAssignedPairs: assigned.length },
    also: borders.flatMap(({ sides }) => sides),
  })
}

export function boundariesOf({ records, graph }: Period): Ratio {
  return lower(reach(crossing(graph, records.location)), reach(crossing(graph, records.department)))
}

/** The one with the lower value, or the one that has any. */
function lower(one: Ratio, other: Ratio): Ratio {
  if (one.value === null || other.value === null) return one.value === null ? other : one
  return one.value <= other.value ? one : other
}

type Ties = Pick<Crossing, 'external' | 'internal' | 'chanceShare'>

/** Crossing ties and those to be expected by chance; without a value below ten ties, or with nothing to cross. */
function reach({ external, internal, chanceShare }: Ties): Ratio {
  const ties = external + internal
  const expected = ties * (chanceShare ?? 0)
  const enough = ties >= fewestTies && expected > 0
  return {
    value: enough ? Math.min(1, external / expected) : null,
    numerator: external,
    denominator: expected,
  }
}

function whatIsMissing(borders: readonly Ties[]): string {
  const divided = borders.filter(({ chanceShare }) => (chanceShare ?? 0) > 0)
  const most = Math.max(0, ...divided.map(({ external, internal }) => external + internal))
  return divided.length === 0
    ? 'Needs people of two locations or of two departments at least.'
    : (tooFew(most, fewestTies, 'ties between people whose location or department is known') ?? '')
}

/** The pairs whom the coordinator has put together, as far as they were in contact. */
function assignedTies({ records, graph }: Period): Pair[] {
  return records.assigned.filter(([one, other]) => placeOf(graph.ties, one, other) >= 0)
}

function without({ external, internal, chanceShare }: Ties, pairs: readonly Pair[], { of }: Grouping): Ties {
  const known = pairs.filter(([one, other]) => of[one] !== 0 && of[other] !== 0)
  const within = known.filter(([one, other]) => of[one] === of[other]).length
  return { external: external - (known.length - within), internal: internal - within, chanceShare }
}
