import { rhythmOf } from '../cadence'
import { dayNumber } from '../calendar'
import type { ReportSpan } from '../report/span'
import { pausesOf } from '../support/pauses'
import type { ReportMatch } from './records'

export interface RhythmFigures {
  /** Matches whose cadence and start are known, and that ran for a day of the period at least. */
  matches: number
  /** Days that they ran, and those on which none of them was quiet: within one and a half times the cadence. */
  days: number
  daysInRhythm: number
  /** On every day, on three days of four or more, on fewer. */
  always: number
  mostly: number
  seldom: number
}

const mostOfTheTime = 0.75

/** How the matches of a period kept their agreed cadence. */
export function rhythmFigures(matches: readonly ReportMatch[], span: ReportSpan): RhythmFigures {
  const figures: RhythmFigures = { matches: 0, days: 0, daysInRhythm: 0, always: 0, mostly: 0, seldom: 0 }
  for (const match of matches) {
    const rhythm = keptRhythm(match, span)
    if (rhythm === null) continue
    figures.matches += 1
    figures.days += rhythm.days
    figures.daysInRhythm += rhythm.inRhythm
    if (rhythm.inRhythm === rhythm.days) figures.always += 1
    else if (rhythm.inRhythm >= mostOfTheTime * rhythm.days) figures.mostly += 1
    else figures.seldom += 1
  }
  return figures
}

/**
 * On how many of the days that a match ran in the period it was not quiet, by the rule by which Today calls one so: its
 * last session, its start or the end of a pause lay at most one and a half times the cadence back. Null where that
 * cannot be known.
 */
export function keptRhythm(match: ReportMatch, span: ReportSpan): { days: number; inRhythm: number } | null {
  const { startedOn, endedOn, cadenceDays } = match
  if (startedOn === null || cadenceDays === null) return null
  const start = dayNumber(startedOn)
  const first = span.from === null ? start : Math.max(start, dayNumber(span.from))
  const last = Math.min(dayNumber(endedOn ?? span.until), dayNumber(span.until))
  const pauses = pausesOf(match.moves).map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
  }))
  const fresh = [
    start,
    ...match.sessions.map(({ on }) => dayNumber(on)),
    ...pauses.map(({ to }) => to).filter(Number.isFinite),
  ].sort((one, other) => one - other)
  const quietFrom = fresh.map((since) => rhythmOf({ since, cadenceDays })?.quietDay)
  let [days, inRhythm, at] = [0, 0, 0]
  for (let day = first; day <= last; day++) {
    while ((fresh[at + 1] ?? Number.POSITIVE_INFINITY) <= day) at++
    if (pauses.some(({ from, to }) => day >= from && day < to)) continue
    days++
    if (day < (quietFrom[at] ?? day)) inRhythm++
  }
  return days === 0 ? null : { days, inRhythm }
}
