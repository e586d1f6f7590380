import type { OutputOf } from '@shared/contract'
import { mostOnMap } from '@shared/contract/networkMap'
import { bucketsBetween, dayNumber, fromDayNumber, weekStart } from '@shared/domain/calendar'
import { betweenness } from '@shared/domain/network/betweenness'
import { brokers } from '@shared/domain/network/brokers'
import { components } from '@shared/domain/network/components'
import { graphOf } from '@shared/domain/network/graph'
import type { ParticipationLevel } from '@shared/domain/vocabulary'
import { type Circle, groupingOf } from './circle'
import type { MapPeople } from './mapPeople'
import type { Columns } from './shape'

type Read = OutputOf<'networkMap.read'>
/** Without names and imports, and numbered as they are found. */
interface Found extends Omit<Read, 'people' | 'imports'> {
  people: Omit<Read['people'][number], 'name'>[]
}

/** The people of a map, and their ties week by week. */
export function mapOf(columns: Columns, map: MapPeople): Found {
  const total = map.people.length
  if (total > mostOnMap) return { total, people: [], clusters: [], weeks: [], ties: [] }
  const [community, level, contact] = [map.groups('community'), map.groups('level'), map.groups('contact')]
  const { location, department } = columns.members
  const people = Array.from(map.people, (_, place) => {
    const row = map.rowOf(place)
    const cluster = contact.of[place] ?? 0
    const named = community.names[community.of[place] ?? 0]
    return {
      id: map.idOf(place),
      location: columns.names.location[location[row] ?? 0] ?? null,
      department: columns.names.department[department[row] ?? 0] ?? null,
      community: typeof named === 'string' ? named : null,
      level: (level.keys[level.of[place] ?? 0] || null) as ParticipationLevel | null,
      cluster: cluster === 0 ? null : cluster - 1,
      member: map.isMember(place),
    }
  })
  const placeOf = new Map(people.map(({ id }, place) => [String(id), place]))
  const clusters = contact.keys.slice(1).map((key, at) => ({
    around: placeOf.get(key) ?? 0,
    people: contact.of.filter((own) => own === at + 1).length,
  }))
  return { total, people, clusters, ...tiesOf(map) }
}

/**
 * The ids of those who hold departments together, in the whole circle: who leads out of a group is a broker in it too.
 * `sampled` is from how many people shortest ways were counted; null when from all.
 */
export function brokersOn(
  columns: Columns,
  circle: Circle,
  tell: (done: number, total: number) => void,
): { ids: number[]; sampled: number | null } {
  const graph = graphOf(circle.rows.length, circle.contacts)
  const { values, sampled } = betweenness(graph, components(graph), tell)
  const { is } = brokers(graph, values, groupingOf(columns, circle, 'department'))
  const ids = Array.from(circle.rows, (row) => columns.members.id[row] ?? 0)
  return { ids: ids.filter((_, person) => is[person] === 1), sampled }
}

function tiesOf({ contacts, people }: MapPeople): Pick<Found, 'weeks' | 'ties'> {
  const { length, day, from, to } = contacts
  if (length === 0) return { weeks: [], ties: [] }
  const first = weekStart(fromDayNumber(day[0] ?? 0))
  const start = dayNumber(first)
  const ties = new Map<number, Found['ties'][number]>()
  for (let at = 0; at < length; at++) {
    const [one, other] = [from[at] ?? 0, to[at] ?? 0]
    if (one === other) continue
    const [a, b] = [Math.min(one, other), Math.max(one, other)]
    const week = Math.floor(((day[at] ?? 0) - start) / 7)
    const known = ties.get(a * people.length + b)
    if (!known) ties.set(a * people.length + b, { a, b, contacts: 1, weeks: [week] })
    else {
      known.contacts++
      if (known.weeks.at(-1) !== week) known.weeks.push(week)
    }
  }
  return {
    weeks: bucketsBetween(first, fromDayNumber(day[length - 1] ?? 0), 'week'),
    ties: [...ties.values()],
  }
}
