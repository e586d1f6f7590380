import { addDays, bucketEnd, dayNumber, fromDayNumber, monthStart } from '@shared/domain/calendar'
import { type LevelCounts, levelOf } from '@shared/domain/participation'
import type { ParticipationLevel } from '@shared/domain/vocabulary'
import type { Window } from './activeWeeks'
import { type Attended, belongs, MemberWeeks } from './memberWeeks'
import { FigureMemory } from './memory'
import type { Population } from './population'
import { dayOf } from './scope'
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
 * Taking part is being in contact or at a gathering, as for the levels of a community. Of a community: its members who
 * are not archived, by what happened in that community. Otherwise: the active
 * members who are not archived, by all that happened. Who had not joined yet on a day is not counted as outside then.
 *
 * @param memory where what was counted is kept, so that it need not begin anew the next time
 * @param attended who was at a gathering of it, from `earliestOf` on
 * @throws AppError `invalid-input` for a date that no calendar has.
 */
export function participation(
  columns: Columns,
  { on, weeks, communityId }: { on: string; weeks: number; communityId: number | null },
  memory = new FigureMemory(),
  attended: Attended = [],
): Participation {
  const today: Window = { last: dayOf(on), weeks }
  const monthEnds = lastMonthEnds(on).map((date) => ({ last: dayNumber(date), weeks }))
  const name = `participation on ${on} over ${weeks} of ${communityId}`
  const contacts = memory.grown(
    name,
    columns,
    () => new MemberWeeks(columns, communityId, [today, ...monthEnds], attended),
    (known) => known.hasAttended(attended),
  )
  const population = contacts.population(columns)
  const active = contacts.activeWeeks(today)
  return {
    counts: contacts.levels(population, today),
    history: monthEnds.map((end) => ({
      on: fromDayNumber(end.last),
      ...contacts.levels(population, end),
    })),
    members: nearest(population, active, today).map((row) => ({
      id: columns.members.id[row] ?? 0,
      level: levelOf(active[row] ?? 0, weeks),
      activeWeeks: active[row] ?? 0,
    })),
  }
}

/** Before this day nothing counts. */
export function earliestOf({ on, weeks }: { on: string; weeks: number }): number {
  return dayOf(on) - (MONTHS + 1) * 31 - 7 * weeks
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

/** Rows of the population by weeks, most first; 200 at most. */
function nearest(population: Population, active: Uint8Array, { last, weeks }: Window): number[] {
  const { rows } = population
  const byWeeks: number[][] = Array.from({ length: weeks + 1 }, () => [])
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0
    const activeWeeks = active[row] ?? 0
    if (belongs(population, place, activeWeeks, last)) byWeeks[activeWeeks]?.push(row)
  }
  return byWeeks.reverse().flat().slice(0, MOST_MEMBERS)
}
