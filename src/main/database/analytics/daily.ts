import { scanInteractions } from './scan'
import type { Filter } from './scope'
import type { Columns } from './shape'

/** Counts per day, from the first to the last day with anything. */
export interface Daily {
  first: number
  last: number
  /** By days since `first`. */
  interactions: Int32Array
  sessions: Int32Array
}

/** Counts the interactions and the chosen sessions of each day; null when there are none. */
export function countByDay(columns: Columns, filter: Filter, chosen: Uint8Array): Daily | null {
  const { first, last } = filter
  if (first > last) return null
  const interactions = new Int32Array(last - first + 1)
  const { day } = columns.interactions
  scanInteractions(columns, filter, (rows, length) => {
    for (let i = 0; i < length; i++) {
      const since = (day[rows[i] ?? 0] ?? 0) - first
      interactions[since] = (interactions[since] ?? 0) + 1
    }
  })
  const sessions = new Int32Array(last - first + 1)
  const { day: heldOn } = columns.sessions
  for (let row = 1; row < chosen.length; row++) {
    if (chosen[row] !== 1) continue
    const since = (heldOn[row] ?? 0) - first
    sessions[since] = (sessions[since] ?? 0) + 1
  }
  return trimmed({ first, last, interactions, sessions })
}

function trimmed({ first, interactions, sessions }: Daily): Daily | null {
  const something = (count: number, since: number) => count + (sessions[since] ?? 0) > 0
  const begin = interactions.findIndex(something)
  if (begin < 0) return null
  const end = interactions.findLastIndex(something)
  return {
    first: first + begin,
    last: first + end,
    interactions: interactions.subarray(begin, end + 1),
    sessions: sessions.subarray(begin, end + 1),
  }
}
