import type { OutputOf } from '@shared/contract'
import { useRecords } from './records'
import { useToday } from './today'

export interface Needs {
  today: OutputOf<'today.get'> | undefined
  support: OutputOf<'support.due'> | undefined
  communities: OutputOf<'communities.due'> | undefined
  /** What is late, due today or gone quiet; null before it is known. */
  count: number | null
  late: number
  error: Error | null
}

/** Days ahead that Today looks, and how many of a kind it has room for. */
const ahead = { days: 7, limit: 50 }

/** What needs the coordinator today: the same for the page, its reading and the number in the navigation. */
export function useNeeds(): Needs {
  const day = useToday()
  const { data: today, error } = useRecords('today.get', { today: day })
  const { data: support, error: problem } = useRecords('support.due', { today: day, ...ahead })
  const { data: communities, error: trouble } = useRecords('communities.due', { today: day, ...ahead })
  const known = today !== undefined && support !== undefined && communities !== undefined
  return {
    today,
    support,
    communities,
    count: known ? sum(today.totals) + support.totals.now + ofCommunities(communities) : null,
    late: known ? today.totals.late + support.totals.late : 0,
    error: error ?? problem ?? trouble,
  }
}

const sum = ({ late, dueToday, withoutNotes, quietMatches }: OutputOf<'today.get'>['totals']) =>
  late + dueToday + withoutNotes + quietMatches

/** A gathering counts on its day. */
const ofCommunities = ({ totals, gatherings }: OutputOf<'communities.due'>) =>
  gatherings.filter(({ daysToGo }) => daysToGo === 0).length +
  totals.attendance +
  totals.asks +
  totals.invitations +
  totals.rhythms +
  totals.readiness
