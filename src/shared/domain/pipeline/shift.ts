import { addDays, dayNumber, daysBetween, fromDayNumber, isoWeekday } from '../calendar'

/** A year in whole weeks: what was on a Monday is on a Monday again. */
const yearInWeeks = 52 * 7

/** The same day of the week a year later; after the 53rd week, so that the date drifts by less than a week. */
export function yearLater(date: string): string {
  const later = addDays(date, yearInWeeks)
  const next = addDays(later, 7)
  const wanted = sameDateNextYear(date)
  return Math.abs(daysBetween(later, wanted)) <= Math.abs(daysBetween(next, wanted)) ? later : next
}

function sameDateNextYear(date: string): string {
  const year = String(Number(date.slice(0, 4)) + 1).padStart(4, '0')
  // There is no 29 February a year after one.
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5)
  return `${year}-${day}`
}

/** The end of a program that is begun on another day and lasts as long as before, to the day of the week. */
export function shiftedEnd(start: string, end: string, newStart: string): string {
  const moved = dayNumber(newStart) + daysBetween(start, end)
  // Where the start is on another day of the week, the end keeps its own: the nearest one.
  const off = (((isoWeekday(dayNumber(end)) - isoWeekday(moved)) % 7) + 7) % 7
  const nearest = moved + (off > 3 ? off - 7 : off)
  return fromDayNumber(Math.max(nearest, dayNumber(newStart)))
}
