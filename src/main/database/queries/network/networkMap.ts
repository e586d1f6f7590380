import type { networkMap } from '@shared/contract/networkMap'
import type { ActivityColumns } from '../../analytics/columns'
import { mapOf } from '../../analytics/mapOfContacts'
import type { Handlers } from '../../handler'
import { byName } from '../members/memberNames'
import { tellerOf } from './network'
import { networkCircle } from './networkCircle'

/** The picture of who is in contact with whom, on the columns of the activity figures. */
export function createNetworkMapHandlers(columns: ActivityColumns): Handlers<typeof networkMap> {
  return {
    'networkMap.read': (db, { within, ...scope }, task) => {
      const known = columns.get(db)
      const found = mapOf(known, networkCircle(db, known, scope), within, tellerOf(task))
      const people = byName(db, found.people)
      const placeOf = new Map(people.map(({ id }, place) => [id, place]))
      const newPlace = found.people.map(({ id }) => placeOf.get(id))
      const ties = found.ties.flatMap(({ a, b, ...rest }) => {
        const [one, other] = [newPlace[a], newPlace[b]]
        if (one === undefined || other === undefined) return []
        return [{ a: Math.min(one, other), b: Math.max(one, other), ...rest }]
      })
      return { ...found, people, ties: ties.sort((one, other) => one.a - other.a || one.b - other.b) }
    },
  }
}
