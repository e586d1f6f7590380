import type { OutputOf } from '@shared/contract'
import { fromDayNumber } from '@shared/domain/calendar'
import type { Grouping } from '@shared/domain/network/crossing'
import { type ContactGraph, graphOf } from '@shared/domain/network/graph'
import { placeOf } from '@shared/domain/network/neighbours'
import { type Circle, groupingOf } from './circle'
import { crossingGroups, crossingMonths } from './networkGroups'
import type { Columns, Named } from './shape'

/** Two members by their ids. */
type IdPair = readonly [one: number, other: number]
type By = Extract<Named, 'location' | 'department'>

/** At most so many pairs of people are told of one cell, and so many people of each group. */
const mostPairs = 200
const mostPeople = 6

/** A circle, and the pairs in it that are somebody's doing. */
export class Borders {
  private readonly graph: ContactGraph
  private readonly assigned: number
  private readonly circle: Circle

  constructor(
    private readonly columns: Columns,
    whole: Circle,
    pairs: readonly IdPair[],
    withoutAssigned: boolean,
  ) {
    const keys = keysOf(columns, whole, pairs)
    const people = whole.rows.length
    const graph = graphOf(people, whole.contacts)
    this.assigned = [...keys].filter(
      (key) => placeOf(graph.ties, Math.floor(key / people), key % people) >= 0,
    ).length
    this.circle = withoutAssigned && this.assigned > 0 ? without(whole, keys) : whole
    this.graph = this.circle === whole ? graph : graphOf(people, this.circle.contacts)
  }

  read(): OutputOf<'crossing.read'> {
    const { columns, circle, graph } = this
    const [location, department] = [
      groupingOf(columns, circle, 'location'),
      groupingOf(columns, circle, 'department'),
    ]
    return {
      people: graph.people,
      ties: graph.ties.to.length / 2,
      assigned: this.assigned,
      location: crossingGroups(graph, location, columns.names.location),
      department: crossingGroups(graph, department, columns.names.department),
      months: crossingMonths(circle, location, department),
    }
  }

  /** Ids in place of names. */
  cell(by: By, a: string, b: string) {
    const { columns, circle, graph } = this
    const grouping = groupingOf(columns, circle, by)
    const [own, other] = [columns.names[by].indexOf(a), columns.names[by].indexOf(b)]
    const last = new Map<number, number>()
    const { contacts } = circle
    for (let at = 0; at < contacts.length; at++) {
      const [from, to] = [contacts.from[at] ?? 0, contacts.to[at] ?? 0]
      const [here, there] = [grouping.of[from], grouping.of[to]]
      if (!((here === own && there === other) || (here === other && there === own)) || from === to) continue
      // The contacts are in the order of their days.
      last.set(keyOf(from, to, graph.people), contacts.day[at] ?? 0)
    }
    const idOf = (person: number) => columns.members.id[circle.rows[person] ?? 0] ?? 0
    const latest = [...last]
      .sort((one, two) => two[1] - one[1] || one[0] - two[0])
      .slice(0, mostPairs)
      .map(([key, day]) => {
        const pair: [number, number] = [Math.floor(key / graph.people), key % graph.people]
        if (grouping.of[pair[0]] !== own) pair.reverse()
        const place = placeOf(graph.ties, pair[0], pair[1])
        return {
          one: idOf(pair[0]),
          other: idOf(pair[1]),
          contacts: graph.ties.contacts[place] ?? 0,
          last: fromDayNumber(day),
        }
      })
    const some = (group: number) => openPeople(circle, graph, grouping, group).map(idOf)
    return { pairs: last.size, latest, people: { a: some(own), b: some(other) } }
  }
}

/** Members of a group, first those who are in contact with any other group. */
function openPeople(
  { members, rows }: Circle,
  { ties }: ContactGraph,
  { of }: Grouping,
  group: number,
): number[] {
  const open: number[] = []
  const others: number[] = []
  for (let person = 0; person < Math.min(members, rows.length) && open.length < mostPeople; person++) {
    if (of[person] !== group) continue
    const known = ties.to.subarray(ties.start[person] ?? 0, ties.start[person + 1] ?? 0)
    const reachesOut = known.some((other) => of[other] !== 0 && of[other] !== group)
    if (reachesOut) open.push(person)
    else if (others.length < mostPeople) others.push(person)
  }
  return [...open, ...others].slice(0, mostPeople)
}

/** One number for two people, whichever comes first. */
function keyOf(one: number, other: number, people: number): number {
  return Math.min(one, other) * people + Math.max(one, other)
}

function keysOf(columns: Columns, { rows }: Circle, pairs: readonly IdPair[]): Set<number> {
  const people = new Map<number, number>()
  rows.forEach((row, person) => {
    people.set(columns.members.id[row] ?? 0, person)
  })
  return new Set(
    pairs.flatMap(([one, other]) => {
      const [a, b] = [people.get(one), people.get(other)]
      return a === undefined || b === undefined ? [] : [keyOf(a, b, rows.length)]
    }),
  )
}

function without(circle: Circle, keys: ReadonlySet<number>): Circle {
  const { rows, contacts, imported } = circle
  const isKept = (_: number, at: number) =>
    at < contacts.length && !keys.has(keyOf(contacts.from[at] ?? 0, contacts.to[at] ?? 0, rows.length))
  const from = contacts.from.filter(isKept)
  return {
    ...circle,
    contacts: {
      length: from.length,
      from,
      to: contacts.to.filter(isKept),
      day: contacts.day.filter(isKept),
      directed: contacts.directed.filter(isKept),
      gathering: contacts.gathering.filter(isKept),
    },
    imported: imported.filter(isKept),
  }
}
