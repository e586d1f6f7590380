import type { OutputOf } from '@shared/contract'
import { contactsWithin } from '@shared/domain/aliveness/records'
import { bucketEnd, bucketsBetween, dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { crossing, type Grouping } from '@shared/domain/network/crossing'
import { type ContactGraph, graphOf } from '@shared/domain/network/graph'
import { type Matrix, matrixOf, neverMeet } from '@shared/domain/network/matrix'
import { degreeOf } from '@shared/domain/network/neighbours'
import type { Circle } from './circle'

type Groups = OutputOf<'network.measures'>['location']
type Month = OutputOf<'network.measures'>['months'][number]

/** A matrix with more groups than this is no table that anybody reads. */
const mostGroups = 60
/** So many pairs that never meet are told at most. */
const mostStrangers = 200

/** How ties lie to the borders of groups, and between which of them. */
export function crossingGroups(
  graph: ContactGraph,
  grouping: Grouping,
  names: readonly (string | null)[],
): Groups {
  const { external, internal, unknown, index, chance } = crossing(graph, grouping)
  const matrix = matrixOf(graph, grouping, mostGroups)
  const name = (place: number) => names[matrix.groups[place] ?? 0] ?? ''
  return {
    external,
    internal,
    unknown,
    index,
    chance,
    groups: matrix.sizes.map((people, place) => ({ name: name(place), people })),
    leftOut: matrix.leftOut,
    ties: rowsOf(matrix, matrix.ties),
    contacts: rowsOf(matrix, matrix.contacts),
    expected: rowsOf(matrix, matrix.expected),
    neverMeet: neverMeet(matrix)
      .slice(0, mostStrangers)
      .map(({ a, b, expected }) => ({ a: name(a), b: name(b), expected })),
  }
}

function rowsOf({ groups: { length } }: Matrix, cells: Int32Array | Float64Array): number[][] {
  return Array.from({ length }, (_, row) => [...cells.subarray(row * length, (row + 1) * length)])
}

/** The same by calendar month, in short; months without contacts between the others have no ties. */
export function crossingMonths(
  { rows: { length: people }, contacts, joined }: Circle,
  location: Grouping,
  department: Grouping,
): Month[] {
  const { length, day } = contacts
  if (length === 0) return []
  const [first, last] = [fromDayNumber(day[0] ?? 0), fromDayNumber(day[length - 1] ?? 0)]
  return bucketsBetween(first, last, 'month').map((month) => {
    const span = { first: dayNumber(month), last: dayNumber(bucketEnd(month, 'month')) }
    const graph = graphOf(people, contactsWithin(contacts, span))
    // Who had not joined could not be met; who was in contact before is there all the same.
    const isThere = (person: number) => (joined[person] ?? 0) <= span.last || degreeOf(graph.ties, person) > 0
    const short = ({ of, groups }: Grouping) => {
      const then = of.map((group, person) => (isThere(person) ? group : 0))
      const { external, internal, index, chance } = crossing(graph, { of: then, groups })
      return { external, internal, index, chance }
    }
    return { month, ties: graph.ties.to.length / 2, location: short(location), department: short(department) }
  })
}
