import { addDays, bucketEnd, dayNumber, fromDayNumber, monthStart } from '@shared/domain/calendar'
import { type LevelCounts, levelOf } from '@shared/domain/participation'
import type { ParticipationLevel } from '@shared/domain/vocabulary'
import { ActiveWeeks, type Window } from './activeWeeks'
import { type Population, populationOf } from './population'
import { scanInteractions } from './scan'
import { communityNumber, dayOf } from './scope'
import type { Columns } from './shape'

interface Participation {
  counts: LevelCounts
  history: ({ on: string } & LevelCounts)[]
  /** The members nearest the centre, those with most weeks first. */
  members: { id: number; level: ParticipationLevel; activeWeeks: number }[]
}

const MOST_MEMBERS = 200
const MONTHS = 12

/**
 * Levels of participation by the rule of `shared/domain/participation`, over the `weeks` that end on `on`, and over
 * as many weeks at the end of each of the last 12 months.
 *
 * Of a community: its members who are not archived, by the interactions of that community. Otherwise: the active
 * members who are not archived, by all interactions. Who had not joined yet on a day is not counted as outside then.
 *
 * @throws AppError `invalid-input` for a date that no calendar has.
 */
export function participation(
  columns: Columns,
  { on, weeks, communityId }: { on: string; weeks: number; communityId: number | null },
): Participation {
  const community = communityId === null ? null : communityNumber(columns, communityId)
  const population = populationOf(columns, community)
  const today: Window = { last: dayOf(on), weeks }
  const monthEnds = lastMonthEnds(on).map((date) => ({ last: dayNumber(date), weeks }))
  const contacts = new ActiveWeeks(population.rows.length, [today, ...monthEnds])
  markContacts(columns, community, population, contacts)

  const active = contacts.count(today)
  return {
    counts: countLevels(population, active, today),
    history: monthEnds.map((end) => ({
      on: fromDayNumber(end.last),
      ...countLevels(population, contacts.count(end), end),
    })),
    members: nearest(population, active, today).map((member) => ({
      id: columns.members.id[population.rows[member] ?? 0] ?? 0,
      level: levelOf(active[member] ?? 0, weeks),
      activeWeeks: active[member] ?? 0,
    })),
  }
}

function countLevels(population: Population, active: Uint8Array, { last, weeks }: Window): LevelCounts {
  // First by weeks, so that the rule is asked once for all who have as many.
  const byWeeks = new Int32Array(weeks + 1)
  active.forEach((activeWeeks, member) => {
    if (belongs(population, member, activeWeeks, last)) byWeeks[activeWeeks] = (byWeeks[activeWeeks] ?? 0) + 1
  })
  const counts: LevelCounts = { core: 0, active: 0, peripheral: 0, outside: 0 }
  byWeeks.forEach((members, activeWeeks) => {
    counts[levelOf(activeWeeks, weeks)] += members
  })
  return counts
}

function belongs(population: Population, member: number, activeWeeks: number, day: number): boolean {
  return activeWeeks > 0 || (population.joined[member] ?? 0) <= day
}

/** The last day of each of the last 12 months that are over on that day, the day itself included; oldest first. */
function lastMonthEnds(on: string): string[] {
  const ends: string[] = []
  let end = bucketEnd(on, 'month')
  if (end > on) end = monthBefore(end)
  while (ends.length < MONTHS && end !== '') {
    ends.unshift(end)
    end = monthBefore(end)
  }
  return ends
}

/** The last day of the month before, or '' before the calendar's first month. */
function monthBefore(date: string): string {
  const start = monthStart(date)
  return start === '0001-01-01' ? '' : addDays(start, -1)
}

function markContacts(
  columns: Columns,
  community: number | null,
  population: Population,
  contacts: ActiveWeeks,
): void {
  const placeOf = new Int32Array(columns.members.rows).fill(-1)
  population.rows.forEach((row, place) => {
    placeOf[row] = place
  })
  const { day, from, to } = columns.interactions
  scanInteractions(columns, { ...contacts.days, community, members: null }, (rows, length) => {
    for (let i = 0; i < length; i++) {
      const row = rows[i] ?? 0
      const on = day[row] ?? 0
      const one = placeOf[from[row] ?? 0] ?? -1
      const other = placeOf[to[row] ?? 0] ?? -1
      if (one >= 0) contacts.mark(one, on)
      if (other >= 0) contacts.mark(other, on)
    }
  })
  contacts.spread()
}

/** Places in the population by weeks, most first; 200 at most. */
function nearest(population: Population, active: Uint8Array, { last, weeks }: Window): number[] {
  const byWeeks: number[][] = Array.from({ length: weeks + 1 }, () => [])
  active.forEach((activeWeeks, member) => {
    if (belongs(population, member, activeWeeks, last)) byWeeks[activeWeeks]?.push(member)
  })
  return byWeeks.reverse().flat().slice(0, MOST_MEMBERS)
}
