import { bucketsBetween } from '../calendar'
import { isIn, type ReportSpan } from '../report/span'
import type { ReportMatch } from './records'

export interface ActivityFigures {
  sessions: number
  /** Minutes of the sessions whose length is known. */
  minutes: number
  unknownMinutes: number
  /** Matches of the period, and those of them that met in it. */
  matches: number
  met: number
  /** Different people in these matches. */
  people: number
  ratings: { sessions: number; matches: number; mean: number | null }
  /** Every month from the first session to the last, those without one included. */
  months: { month: string; sessions: number; minutes: number; matches: number }[]
}

/** What took place in the period, of the matches that ran in it. */
export function activityFigures(matches: readonly ReportMatch[], span: ReportSpan): ActivityFigures {
  const held = matches.flatMap(({ id, sessions }) =>
    sessions.filter(({ on }) => isIn(span, on)).map((session) => ({ id, ...session })),
  )
  const rated = held.filter(({ rating }) => rating !== null)
  return {
    sessions: held.length,
    minutes: minutesOf(held),
    unknownMinutes: held.filter(({ minutes }) => minutes === null).length,
    matches: matches.length,
    met: new Set(held.map(({ id }) => id)).size,
    people: new Set(matches.flatMap(({ people }) => people.map(({ id }) => id))).size,
    ratings: {
      sessions: rated.length,
      matches: new Set(rated.map(({ id }) => id)).size,
      mean:
        rated.length === 0 ? null : rated.reduce((sum, { rating }) => sum + (rating ?? 0), 0) / rated.length,
    },
    months: monthsOf(held),
  }
}

interface Held {
  id: number
  on: string
  minutes: number | null
}

function monthsOf(held: readonly Held[]): ActivityFigures['months'] {
  const days = held.map(({ on }) => on).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const byMonth = Map.groupBy(held, ({ on }) => on.slice(0, 7))
  return bucketsBetween(first, last, 'month').map((start) => {
    const month = start.slice(0, 7)
    const those = byMonth.get(month) ?? []
    return {
      month,
      sessions: those.length,
      minutes: minutesOf(those),
      matches: new Set(those.map(({ id }) => id)).size,
    }
  })
}

function minutesOf(held: readonly Held[]): number {
  return held.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
}
