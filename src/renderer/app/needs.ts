import type { OutputOf } from '@shared/contract'
import { useRecords } from './records'
import { useToday } from './today'

export interface Needs {
  today: OutputOf<'today.get'> | undefined
  support: OutputOf<'support.due'> | undefined
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
  const known = today !== undefined && support !== undefined
  return {
    today,
    support,
    count: known ? sum(today.totals) + support.totals.now : null,
    late: known ? today.totals.late + support.totals.late : 0,
    error: error ?? problem,
  }
}

const sum = ({ late, dueToday, withoutNotes, quietMatches }: OutputOf<'today.get'>['totals']) =>
  late + dueToday + withoutNotes + quietMatches
