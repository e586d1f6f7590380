import type { OutputOf } from '@shared/contract'
import { type DatedContacts, picked } from '@shared/domain/aliveness/records'
import { bucketsBetween, dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { crossing, type Grouping } from '@shared/domain/network/crossing'
import { type ContactGraph, graphOf } from '@shared/domain/network/graph'
import { type Matrix, matrixOf, neverMeet } from '@shared/domain/network/matrix'
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
  { rows: { length: people }, contacts }: Circle,
  location: Grouping,
  department: Grouping,
): Month[] {
  return byMonth(contacts).map(({ month, rows }) => {
    const graph = graphOf(people, picked(contacts, rows))
    const short = (grouping: Grouping) => {
      const { external, internal, index } = crossing(graph, grouping)
      return { external, internal, index }
    }
    return { month, ties: graph.ties.to.length / 2, location: short(location), department: short(department) }
  })
}

function byMonth({ day, length }: DatedContacts): { month: string; rows: Int32Array }[] {
  if (length === 0) return []
  const days = day.subarray(0, length)
  const first = days.reduce((least, on) => Math.min(least, on))
  const last = days.reduce((most, on) => Math.max(most, on))
  const months = bucketsBetween(fromDayNumber(first), fromDayNumber(last), 'month').map((month) => ({
    month,
    rows: [] as number[],
  }))
  const monthOf = new Int32Array(last - first + 1)
  months.forEach(({ month }, at) => {
    monthOf.fill(at, Math.max(0, dayNumber(month) - first))
  })
  days.forEach((on, row) => {
    months[monthOf[on - first] ?? 0]?.rows.push(row)
  })
  return months.map(({ month, rows }) => ({ month, rows: Int32Array.from(rows) }))
}
