import type { OutputOf } from '@shared/contract'
import { fromDayNumber } from '@shared/domain/calendar'
import { betweenness } from '@shared/domain/network/betweenness'
import { brokers } from '@shared/domain/network/brokers'
import { components } from '@shared/domain/network/components'
import type { Grouping } from '@shared/domain/network/crossing'
import { contactsOfEach, density, inDegrees, reciprocity } from '@shared/domain/network/figures'
import { gini } from '@shared/domain/network/gini'
import { type ContactGraph, graphOf } from '@shared/domain/network/graph'
import { structuralHoles } from '@shared/domain/network/holes'
import { degreeOf } from '@shared/domain/network/neighbours'
import { type Circle, groupingOf } from './circle'
import { crossingGroups, crossingMonths } from './networkGroups'
import type { Columns } from './shape'

type Measures = OutputOf<'network.measures'>
type Person = Omit<Measures['people'][number], 'name'>

/** All measures of a circle; people are without their names yet, in the order of their numbers. */
export function networkOf(
  columns: Columns,
  circle: Circle,
  tell: (done: number, total: number) => void,
): Omit<Measures, 'people'> & { people: Person[] } {
  const graph = graphOf(circle.rows.length, circle.contacts)
  const location = groupingOf(columns, circle, 'location')
  const department = groupingOf(columns, circle, 'department')
  const parts = components(graph)
  const between = betweenness(graph, parts, tell)
  const contacts = contactsOfEach(graph)
  return {
    overall: {
      ...daysOf(circle),
      ...tiesOf(graph),
      density: density(graph),
      components: parts.sizes.length,
      largestComponent: parts.sizes[0] ?? 0,
      isolates: parts.isolates,
      reach: parts.reach,
      ...unevenness(contacts),
      betweennessSampled: between.sampled,
    },
    location: crossingGroups(graph, location, columns.names.location),
    department: crossingGroups(graph, department, columns.names.department),
    months: crossingMonths(circle, location, department),
    people: peopleOf(columns, circle, {
      graph,
      contacts,
      component: parts.of,
      department,
      between: between.values,
    }),
  }
}

function daysOf({ contacts: { day, length } }: Circle): { from: string | null; to: string | null } {
  if (length === 0) return { from: null, to: null }
  return { from: fromDayNumber(day[0] ?? 0), to: fromDayNumber(day[length - 1] ?? 0) }
}

function tiesOf(graph: ContactGraph) {
  const { reached, value, pairs } = reciprocity(graph)
  const ties = graph.ties.to.length / 2
  return {
    people: graph.people,
    contacts: graph.contacts,
    ties,
    reached,
    unknownDirection: ties - pairs,
    reciprocity: value,
  }
}

function unevenness(contacts: Int32Array): { gini: number | null; giniUncorrected: number | null } {
  const found = gini(contacts.filter((own) => own > 0))
  return { gini: found?.corrected ?? null, giniUncorrected: found?.raw ?? null }
}

function peopleOf(
  columns: Columns,
  { rows, members }: Circle,
  known: {
    graph: ContactGraph
    contacts: Int32Array
    component: Int32Array
    department: Grouping
    between: Float64Array
  },
): Person[] {
  const { graph, contacts, component, department, between } = known
  const { id, location, department: unit } = columns.members
  const reachedBy = inDegrees(graph)
  const holes = structuralHoles(graph)
  const found = brokers(graph, between, department)
  const orNull = (value = Number.NaN) => (Number.isNaN(value) ? null : value)
  return Array.from(rows, (row, person) => ({
    id: id[row] ?? 0,
    location: columns.names.location[location[row] ?? 0] ?? null,
    department: columns.names.department[unit[row] ?? 0] ?? null,
    member: person < members,
    degree: degreeOf(graph.ties, person),
    in: reachedBy[person] ?? 0,
    out: degreeOf(graph.reached, person),
    contacts: contacts[person] ?? 0,
    betweenness: between[person] ?? 0,
    component: (component[person] ?? 0) + 1,
    constraint: orNull(holes.constraint[person]),
    effectiveSize: orNull(holes.effectiveSize[person]),
    departments: found.departments[person] ?? 0,
    broker: found.is[person] === 1,
  }))
}
