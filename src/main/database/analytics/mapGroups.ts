import type { InputOf, OutputOf } from '@shared/contract'
import { degreeOf } from '@shared/domain/network/neighbours'
import type { MapPeople } from './mapPeople'

type Read = OutputOf<'networkMap.groups'>
/** A group by contact has the id of a member in place of a name. */
export interface FoundGroups extends Omit<Read, 'groups'> {
  groups: (Omit<Read['groups'][number], 'name'> & { name: string | { id: number } | null })[]
}

/** More groups than this are no picture again. */
const mostGroups = 80

/** The people of a map by groups, and how many ties lead from one to the other. */
export function groupsOnMap(map: MapPeople, by: InputOf<'networkMap.groups'>['by']): FoundGroups {
  const { of, keys, names } = map.groups(by)
  const { ties } = map.graph
  const [people, alone] = [new Int32Array(keys.length), new Int32Array(keys.length)]
  of.forEach((group, place) => {
    people[group] = (people[group] ?? 0) + 1
    if (degreeOf(ties, place) === 0) alone[group] = (alone[group] ?? 0) + 1
  })
  const order = [...keys.keys()]
    .filter((group) => (people[group] ?? 0) > 0)
    .sort((one, other) => (people[other] ?? 0) - (people[one] ?? 0) || one - other)
  const shown = order.slice(0, mostGroups)
  const placeOf = new Int32Array(keys.length).fill(-1)
  shown.forEach((group, place) => {
    placeOf[group] = place
  })
  const between = new Int32Array(shown.length * shown.length)
  for (let person = 0; person < of.length; person++) {
    const own = placeOf[of[person] ?? 0] ?? -1
    for (let at = ties.start[person] ?? 0; at < (ties.start[person + 1] ?? 0); at++) {
      const other = ties.to[at] ?? 0
      const there = placeOf[of[other] ?? 0] ?? -1
      if (own < 0 || there < 0 || other < person) continue
      const cell = Math.min(own, there) * shown.length + Math.max(own, there)
      between[cell] = (between[cell] ?? 0) + 1
    }
  }
  const among = (a: number, b: number) => between[a * shown.length + b] ?? 0
  return {
    total: of.length,
    groups: shown.map((group, place) => ({
      key: keys[group] ?? '',
      name: names[group] ?? null,
      people: people[group] ?? 0,
      ties: among(place, place),
      alone: alone[group] ?? 0,
    })),
    ties: shown.flatMap((_, a) =>
      shown.flatMap((__, b) => (b > a && among(a, b) > 0 ? [{ a, b, ties: among(a, b) }] : [])),
    ),
    leftOut: {
      groups: order.length - shown.length,
      people: order.slice(mostGroups).reduce((sum, group) => sum + (people[group] ?? 0), 0),
    },
  }
}
