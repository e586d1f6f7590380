import type { network } from '@shared/contract/network'
import { circleOf } from '../analytics/circle'
import type { ActivityColumns } from '../analytics/columns'
import { networkOf } from '../analytics/network'
import { joinedBy, populationOf, stillThere } from '../analytics/population'
import { communityNumber, dayOf, filterOf } from '../analytics/scope'
import type { Handlers, Task } from '../handler'
import { communityById } from './communityRecord'
import { byName } from './memberNames'

/** The network of contacts, on the columns that the activity figures are computed from. */
export function createNetworkHandlers(columns: ActivityColumns): Handlers<typeof network> {
  return {
    'network.measures': (db, { from, to, communityId, undirected }, task) => {
      if (communityId !== null) communityById(db, communityId)
      const known = columns.get(db)
      const community = communityId === null ? null : communityNumber(known, communityId)
      const filter = filterOf(known, { from, to, communityId, location: null, department: null })
      const members = populationOf(known, community)
      const circle = circleOf(
        known,
        to === null ? stillThere(members) : joinedBy(members, dayOf(to)),
        filter,
        false,
      )
      if (undirected) circle.contacts.directed.fill(0)
      const { people, ...measures } = networkOf(known, circle, teller(task))
      return { ...measures, people: byName(db, people) }
    },
  }
}

/** Says about a hundred times how far it is. */
function teller(task: Task): (done: number, total: number) => void {
  return (done, total) => {
    if (done % Math.ceil(total / 100) === 0) task.progress({ label: 'Counting shortest paths', done, total })
  }
}
