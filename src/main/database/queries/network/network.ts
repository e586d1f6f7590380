import type { network } from '@shared/contract/network'
import type { ActivityColumns } from '../../analytics/columns'
import { networkOf } from '../../analytics/network'
import type { Handlers, Task } from '../../handler'
import { byName } from '../members/memberNames'
import { networkCircle } from './networkCircle'

/** The network of contacts, on the columns that the activity figures are computed from. */
export function createNetworkHandlers(columns: ActivityColumns): Handlers<typeof network> {
  return {
    'network.measures': (db, { undirected, ...scope }, task) => {
      const known = columns.get(db)
      const circle = networkCircle(db, known, scope)
      if (undirected) circle.contacts.directed.fill(0)
      const { people, ...measures } = networkOf(known, circle, tellerOf(task))
      return { ...measures, people: byName(db, people) }
    },
  }
}

/** Says about a hundred times how far it is. */
export function tellerOf(task: Task): (done: number, total: number) => void {
  return (done, total) => {
    if (done % Math.ceil(total / 100) === 0) task.progress({ label: 'Counting shortest paths', done, total })
  }
}
