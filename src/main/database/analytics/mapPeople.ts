import type { InputOf } from '@shared/contract'
import { clustersOf } from '@shared/domain/network/clusters'
import { type ContactGraph, graphOf } from '@shared/domain/network/graph'
import { degreeOf } from '@shared/domain/network/neighbours'
import type { ParticipationLevel } from '@shared/domain/vocabulary'
import type { Circle } from './circle'
import { mainCommunities } from './mainCommunities'
import type { Columns } from './shape'

type Step = InputOf<'networkMap.read'>['within'][number]
type By = InputOf<'networkMap.groups'>['by']

/** Contacts between the people of a map, by their places in it, in the order of days. */
interface DatedTies {
  length: number
  from: Int32Array
  to: Int32Array
  day: Int32Array
}

/** Which group each is in, by its place in `keys`; the key of the first is '', the unknown. */
interface MapGroups {
  of: Int32Array
  keys: string[]
  /** Of a community its name; of a group by contact the member with most ties in it. */
  names: readonly (string | { id: number } | null)[]
}

/** The people of a circle that a map is about, numbered from 0. */
export class MapPeople {
  readonly contacts: DatedTies
  private drawn: ContactGraph | null = null

  constructor(
    private readonly columns: Columns,
    readonly circle: Circle,
    /** By the member's id; null for who has none. */
    private readonly levelOf: (member: number) => ParticipationLevel | null,
    /** Their numbers in the circle. */
    readonly people: Int32Array = circle.rows.map((_, person) => person),
  ) {
    this.contacts = people.length === circle.rows.length ? circle.contacts : among(circle, people)
  }

  get graph(): ContactGraph {
    const { length } = this.contacts
    this.drawn ??= graphOf(this.people.length, { ...this.contacts, directed: new Uint8Array(length) })
    return this.drawn
  }

  /** The member's id, and the row in the columns. */
  idOf(place: number): number {
    return this.columns.members.id[this.rowOf(place)] ?? 0
  }

  rowOf(place: number): number {
    return this.circle.rows[this.people[place] ?? 0] ?? 0
  }

  /** Those in one group, or around one of them. */
  within({ by, key }: Step): MapPeople {
    if (by === 'person') return this.around(this.placeOf(Number(key)))
    const { of, keys } = this.groups(by)
    const wanted = by === 'contact' && key !== '' ? of[this.placeOf(Number(key))] : keys.indexOf(key)
    return this.keeping((place) => of[place] === wanted)
  }

  private around(person: number): MapPeople {
    const { ties } = this.graph
    const near = new Set(ties.to.subarray(ties.start[person] ?? 0, ties.start[person + 1] ?? 0))
    return this.keeping((place) => place === person || near.has(place))
  }

  private keeping(isKept: (place: number) => boolean): MapPeople {
    const kept = this.people.filter((_, place) => isKept(place))
    return new MapPeople(this.columns, this.circle, this.levelOf, kept)
  }

  groups(by: By): MapGroups {
    if (by === 'contact') return this.byContact()
    if (by === 'level') {
      return this.grouped((place) => (this.isMember(place) ? this.levelOf(this.idOf(place)) : null))
    }
    if (by === 'community') {
      const main = mainCommunities(this.columns, this.circle)
      const { communityIds, names } = this.columns
      const number = (place: number) => main[this.rowOf(place)] ?? 0
      const found = this.grouped((place) =>
        number(place) === 0 ? null : String(communityIds[number(place)]),
      )
      const named = found.keys.map((key) =>
        key === '' ? null : (names.community[communityIds.indexOf(Number(key))] ?? null),
      )
      return { ...found, names: named }
    }
    const column = this.columns.members[by]
    return this.grouped((place) => this.columns.names[by][column[this.rowOf(place)] ?? 0] ?? null)
  }

  isMember(place: number): boolean {
    return (this.people[place] ?? 0) < this.circle.members
  }

  /** The place of a member; −1 of who is not on the map. */
  private placeOf(member: number): number {
    return this.people.findIndex((_, place) => this.idOf(place) === member)
  }

  private grouped(keyOf: (place: number) => string | null): MapGroups {
    const numbers = new Map([['', 0]])
    const of = this.people.map((_, place) => {
      const key = keyOf(place) ?? ''
      const known = numbers.get(key)
      if (known !== undefined) return known
      return numbers.set(key, numbers.size).size - 1
    })
    const keys = [...numbers.keys()]
    return { of, keys, names: keys.map((key) => (key === '' ? null : key)) }
  }

  private byContact(): MapGroups {
    const { graph } = this
    const { of, sizes } = clustersOf(graph)
    const hubs = new Int32Array(sizes.length).fill(-1)
    of.forEach((cluster, place) => {
      const hub = hubs[cluster] ?? 0
      if (cluster >= 0 && (hub < 0 || degreeOf(graph.ties, place) > degreeOf(graph.ties, hub)))
        hubs[cluster] = place
    })
    const ids = Array.from(hubs, (place) => this.idOf(place))
    return {
      of: of.map((cluster) => cluster + 1),
      keys: ['', ...ids.map(String)],
      names: [null, ...ids.map((id) => ({ id }))],
    }
  }
}

function among({ rows, contacts }: Circle, people: Int32Array): DatedTies {
  const place = new Int32Array(rows.length).fill(-1)
  people.forEach((person, at) => {
    place[person] = at
  })
  const isKept = (_: number, at: number) =>
    at < contacts.length &&
    (place[contacts.from[at] ?? 0] ?? -1) >= 0 &&
    (place[contacts.to[at] ?? 0] ?? -1) >= 0
  const from = contacts.from.filter(isKept).map((person) => place[person] ?? 0)
  const to = contacts.to.filter(isKept).map((person) => place[person] ?? 0)
  return { length: from.length, from, to, day: contacts.day.filter(isKept) }
}
