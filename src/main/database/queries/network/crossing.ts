import type { InputOf } from '@shared/contract'
import type { crossing } from '@shared/contract/crossing'
import { bucketEnd } from '@shared/domain/calendar'
import { Borders, mostContacts } from '../../analytics/borders'
import type { ActivityColumns } from '../../analytics/columns'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { assignedPairs } from '../aliveness/alivenessRecords'
import { importMarks } from '../importMarks'
import { byName, withNames } from '../members/memberNames'
import { contactRecords } from './contactRecords'
import { networkCircle } from './networkCircle'

/** How contacts lie to the borders of places and departments, on the columns of the activity figures. */
export function createCrossingHandlers(columns: ActivityColumns): Handlers<typeof crossing> {
  const bordersOf = (db: Reader, scope: InputOf<'crossing.read'>) => {
    const known = columns.get(db)
    return new Borders(known, networkCircle(db, known, scope), assignedPairs(db), scope.withoutAssigned)
  }
  return {
    'crossing.read': (db, scope) => {
      const read = bordersOf(db, scope).read()
      const [first, last] = [read.months[0]?.month, read.months.at(-1)?.month]
      const span =
        first === undefined || last === undefined ? null : ([first, bucketEnd(last, 'month')] as const)
      return { ...read, imports: span === null ? [] : importMarks(db, ...span) }
    },
    'crossing.cell': (db, { by, a, b, ...scope }) => {
      const { pairs, latest, people } = bordersOf(db, scope).cell(by, a, b)
      const ids = new Set(latest.flatMap(({ one, other }) => [one, other]))
      const named = new Map(
        withNames(
          db,
          [...ids].map((id) => ({ id })),
        ).map((member) => [member.id, member]),
      )
      const group = (members: readonly number[]) =>
        byName(
          db,
          members.map((id) => ({ id })),
        )
      return {
        pairs,
        latest: latest.flatMap(({ one, other, ...rest }) => {
          const [first, second] = [named.get(one), named.get(other)]
          return first && second ? [{ one: first, other: second, ...rest }] : []
        }),
        people: { a: group(people.a), b: group(people.b) },
      }
    },
    'crossing.contacts': (db, { by, a, b, pair, ...scope }) => {
      const { total, latest } = bordersOf(db, scope).contacts(by, a, b, pair)
      return { total, latest: contactRecords(db, latest, scope.communityId).slice(0, mostContacts) }
    },
  }
}
