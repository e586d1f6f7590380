import { dayNumber, fromDayNumber } from '../calendar'
import type { ReportDesign, ReportSpanName } from './design'

interface Days {
  from: string | null
  to: string | null
}

/** When a program begins and ends; the end may be open. */
export interface ProgramDates {
  startsOn: string
  endsOn: string | null
}

/** The spans that are those of a program. */
export const programSpans: readonly ReportSpanName[] = ['program', 'program year']

/**
 * The days that a report made today is about, both included; null is open. A span of a program is all days where no
 * program is chosen.
 *
 * @param today a calendar date, `YYYY-MM-DD`
 */
export function daysOf(
  { span, from, to }: ReportDesign['period'],
  today: string,
  program: ProgramDates | null,
): Days {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7)) - 1
  const quarter = month - (month % 3)
  switch (span) {
    case 'all':
      return { from: null, to: null }
    case 'fixed':
      return { from, to }
    case 'this month':
      return months(year, month, 1)
    case 'last month':
      return months(year, month - 1, 1)
    case 'this quarter':
      return months(year, quarter, 3)
    case 'last quarter':
      return months(year, quarter - 3, 3)
    case 'this year':
      return months(year, 0, 12)
    case 'last year':
      return months(year - 1, 0, 12)
    case 'last 90 days':
      return { from: fromDayNumber(dayNumber(today) - 89), to: today }
    case 'last 12 months':
      return { from: dayAfter(yearsLater(today, -1)), to: today }
    case 'program':
      return { from: program?.startsOn ?? null, to: program?.endsOn ?? null }
    case 'program year':
      return program === null ? { from: null, to: null } : programYear(program, today)
  }
}

/** The year that runs, counted from the day on which the program began; its first before that day. */
function programYear({ startsOn, endsOn }: ProgramDates, today: string): Days {
  let years = Math.max(0, Number(today.slice(0, 4)) - Number(startsOn.slice(0, 4)))
  if (years > 0 && yearsLater(startsOn, years) > today) years -= 1
  const last = dayBefore(yearsLater(startsOn, years + 1))
  return { from: yearsLater(startsOn, years), to: endsOn !== null && endsOn < last ? endsOn : last }
}

function months(year: number, first: number, count: number): Days {
  return { from: monthStart(year, first), to: dayBefore(monthStart(year, first + count)) }
}

function monthStart(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

/** The same day in another year; the last of February where there is no 29th. */
function yearsLater(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const isLeapDay = day.slice(5) === '02-29'
  const leaps = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1
  return `${year}-${isLeapDay && !leaps ? '02-28' : day.slice(5)}`
}

const dayBefore = (day: string) => fromDayNumber(dayNumber(day) - 1)
const dayAfter = (day: string) => fromDayNumber(dayNumber(day) + 1)
