import type { InputOf } from '@shared/contract'
import type { networkMap } from '@shared/contract/networkMap'
import { bucketEnd } from '@shared/domain/calendar'
import type { ActivityColumns } from '../../analytics/columns'
import { groupsOnMap } from '../../analytics/mapGroups'
import { brokersOn, mapOf } from '../../analytics/mapOfContacts'
import { MapPeople } from '../../analytics/mapPeople'
import { dayOf } from '../../analytics/scope'
import type { Columns } from '../../analytics/shape'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { type CommunityStandings, communityStandings, levelAt } from '../aliveness/communityStandings'
import { communityById } from '../communities/communityRecord'
import { importMarks } from '../importMarks'
import { byName, withNames } from '../members/memberNames'
import { tellerOf } from './network'
import { networkCircle } from './networkCircle'

/** The picture of who is in contact with whom, on the columns of the activity figures. */
export function createNetworkMapHandlers(columns: ActivityColumns): Handlers<typeof networkMap> {
  return {
    'networkMap.read': (db, scope) => {
      const known = columns.get(db)
      const found = mapOf(known, peopleOf(db, known, scope))
      const people = byName(db, found.people)
      const placeOf = new Map(people.map(({ id }, place) => [id, place]))
      const newPlace = found.people.map(({ id }) => placeOf.get(id))
      const ties = found.ties.flatMap(({ a, b, ...rest }) => {
        const [one, other] = [newPlace[a], newPlace[b]]
        if (one === undefined || other === undefined) return []
        return [{ a: Math.min(one, other), b: Math.max(one, other), ...rest }]
      })
      const [first, last] = [found.weeks[0], found.weeks.at(-1)]
      return {
        ...found,
        people,
        clusters: found.clusters.map((cluster) => ({ ...cluster, around: newPlace[cluster.around] ?? 0 })),
        imports:
          first === undefined || last === undefined ? [] : importMarks(db, first, bucketEnd(last, 'week')),
        ties: ties.sort((one, other) => one.a - other.a || one.b - other.b),
      }
    },
    'networkMap.brokers': (db, scope, task) => {
      const known = columns.get(db)
      return brokersOn(known, networkCircle(db, known, scope), tellerOf(task))
    },
    'networkMap.groups': (db, { by, ...scope }) => {
      const found = groupsOnMap(peopleOf(db, columns.get(db), scope), by)
      const ids = found.groups.flatMap(({ name }) =>
        typeof name === 'object' && name !== null ? [name] : [],
      )
      const named = new Map(withNames(db, ids).map(({ id, name }) => [id, name]))
      const nameOf = (name: (typeof found.groups)[number]['name']) =>
        typeof name === 'object' && name !== null ? (named.get(name.id) ?? null) : name
      return { ...found, groups: found.groups.map((group) => ({ ...group, name: nameOf(group.name) })) }
    },
  }
}

function peopleOf(db: Reader, columns: Columns, scope: InputOf<'networkMap.read'>): MapPeople {
  const { within, communityId, to } = scope
  const circle = networkCircle(db, columns, scope)
  const community = communityId === null ? null : communityById(db, communityId)
  const last = to === null ? columns.recorded.last : dayOf(to)
  // Only asked where levels are wanted.
  let found: CommunityStandings | null = null
  const levelOf = (member: number) => {
    found ??= communityStandings(db, columns, community, last)
    const own = found.standing(member)
    return own ? levelAt(own.level) : null
  }
  return within.reduce((map, step) => map.within(step), new MapPeople(columns, circle, levelOf))
}
