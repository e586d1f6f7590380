import { cubeOf } from './dayCube'
import { type FigureMemory, type Growing, Progress } from './memory'
import { chooseSessions, scanInteractions } from './scan'
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

/** Counts the interactions and the sessions of each day; null when there are none. */
export function countByDay(columns: Columns, filter: Filter, memory: FigureMemory | undefined): Daily | null {
  const { first, last } = filter
  if (first > last) return null
  const interactions = new Int32Array(last - first + 1)
  const sessions = new Int32Array(last - first + 1)
  addInteractions(columns, filter, memory, interactions)
  addSessions(columns, filter, memory, sessions)
  return trimmed({ first, last, interactions, sessions })
}

function addInteractions(
  columns: Columns,
  filter: Filter,
  memory: FigureMemory | undefined,
  days: Int32Array,
): void {
  const cube = cubeOf(columns, filter, 'kind', memory)
  if (cube) {
    cube.addDays(days, filter, null)
    return
  }
  const { day } = columns.interactions
  scanInteractions(columns, filter, (rows, length) => {
    for (let i = 0; i < length; i++) {
      const since = (day[rows[i] ?? 0] ?? 0) - filter.first
      days[since] = (days[since] ?? 0) + 1
    }
  })
}

function addSessions(
  columns: Columns,
  filter: Filter,
  memory: FigureMemory | undefined,
  days: Int32Array,
): void {
  const cube = cubeOf(columns, filter, 'kind', memory)
  if (memory && cube) {
    if (filter.community === null) {
      memory.grown('sessions by day', columns, () => new SessionDays()).addDays(days, filter)
      return
    }
    if (!cube.linked) return
  }
  const chosen = chooseSessions(columns, filter)
  const { day } = columns.sessions
  for (let row = 1; row < columns.sessions.rows; row++) {
    if (chosen[row] !== 1) continue
    const since = (day[row] ?? 0) - filter.first
    days[since] = (days[since] ?? 0) + 1
  }
}

/** How many sessions were held on each day. */
class SessionDays implements Growing {
  private readonly counts = new Map<number, number>()
  private readonly progress = new Progress()

  advance(columns: Columns): boolean {
    const from = this.progress.next(columns)
    if (from === null) return false
    const { held, day, rows } = columns.sessions
    for (let row = from.sessions; row < rows; row++) {
      if (held[row] === 0) continue
      const on = day[row] ?? 0
      this.counts.set(on, (this.counts.get(on) ?? 0) + 1)
    }
    return true
  }

  addDays(days: Int32Array, { first, last }: Filter): void {
    for (const [day, count] of this.counts) {
      if (day >= first && day <= last) days[day - first] = (days[day - first] ?? 0) + count
    }
  }
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
