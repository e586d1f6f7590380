import { addDays } from '@shared/domain/calendar'
import ICAL from 'ical.js'

/** Gatherings that come back are planned a year ahead. */
const daysAhead = 366
/** And as many at a time at most. */
const mostAhead = 60

/**
 * The days of a series by its rule (RFC 5545), after one day and as far ahead of today as is planned at a time.
 *
 * @returns the days, rising, and until when nothing more has to be planned.
 */
export function datesOf(
  { rule, beginsOn }: { rule: string; beginsOn: string },
  after: string | null,
  today: string,
): { dates: string[]; until: string } {
  const horizon = addDays(beginsOn > today ? beginsOn : today, daysAhead)
  const times = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(beginsOn))
  const dates: string[] = []
  for (let time = times.next(); time; time = times.next()) {
    const date = time.toString().slice(0, 10)
    if (date > horizon) break
    if (after !== null && date <= after) continue
    dates.push(date)
    if (dates.length === mostAhead) return { dates, until: date }
  }
  return { dates, until: horizon }
}
