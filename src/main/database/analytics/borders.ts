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
/** Of so many contacts it is told who and when. */
export const mostContacts = 300

/** A contact by who was in it and on which day, as an index of the interactions has it. */
export type Told = readonly [from: number, day: number, to: number]

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

  read(): Omit<OutputOf<'crossing.read'>, 'imports'> {
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
    const { circle, graph } = this
    const { own, other, grouping, isIn } = this.between(by, a, b)
    const last = new Map<number, number>()
    const { contacts } = circle
    for (let at = 0; at < contacts.length; at++) {
      // The contacts are in the order of their days.
      if (isIn(at))
        last.set(keyOf(contacts.from[at] ?? 0, contacts.to[at] ?? 0, graph.people), contacts.day[at] ?? 0)
    }
    const latest = [...last]
      .sort((one, two) => two[1] - one[1] || one[0] - two[0])
      .slice(0, mostPairs)
      .map(([key, day]) => {
        const pair: [number, number] = [Math.floor(key / graph.people), key % graph.people]
        if (grouping.of[pair[0]] !== own) pair.reverse()
        const place = placeOf(graph.ties, pair[0], pair[1])
        return {
          one: this.idOf(pair[0]),
          other: this.idOf(pair[1]),
          contacts: graph.ties.contacts[place] ?? 0,
          last: fromDayNumber(day),
        }
      })
    const some = (group: number) =>
      openPeople(circle, graph, grouping, group).map((person) => this.idOf(person))
    return { pairs: last.size, latest, people: { a: some(own), b: some(other) } }
  }

  /** The contacts of a cell, or of two people in it; of the latest who and when, each only once. */
  contacts(by: By, a: string, b: string, pair: IdPair | null): { total: number; latest: Told[] } {
    const { contacts } = this.circle
    const { isIn } = this.between(by, a, b)
    const latest = new Map<string, Told>()
    let total = 0
    for (let at = contacts.length - 1; at >= 0; at--) {
      if (!isIn(at)) continue
      const [from, to] = [this.idOf(contacts.from[at] ?? 0), this.idOf(contacts.to[at] ?? 0)]
      if (pair !== null && !(pair.includes(from) && pair.includes(to))) continue
      total++
      const told: Told = [from, contacts.day[at] ?? 0, to]
      if (total <= mostContacts) latest.set(told.join(), told)
    }
    return { total, latest: [...latest.values()] }
  }

  /** Whether a contact lies between two groups. */
  private between(by: By, a: string, b: string) {
    const { columns, circle } = this
    const grouping = groupingOf(columns, circle, by)
    const [own, other] = [columns.names[by].indexOf(a), columns.names[by].indexOf(b)]
    const { from, to } = circle.contacts
    const isIn = (at: number) => {
      const [here, there] = [grouping.of[from[at] ?? 0], grouping.of[to[at] ?? 0]]
      return ((here === own && there === other) || (here === other && there === own)) && from[at] !== to[at]
    }
    return { own, other, grouping, isIn }
  }

  private idOf(person: number): number {
    return this.columns.members.id[this.circle.rows[person] ?? 0] ?? 0
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
