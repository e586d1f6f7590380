import { fromDayNumber, isCalendarDate } from '@shared/domain/calendar'
import type { DateOrder } from '@shared/domain/imports'
import { type DateParts, dateParts } from './dateShapes'
import { type ReadTime, readTime, two } from './timeValues'

/** A date as it stands in a file, with the time beside it. */
export interface ReadMoment {
  /** Calendar date. */
  date: string
  time: ReadTime | null
}

export type DateProblem = 'no date' | 'no such day' | 'no such time' | 'two readings'

/**
 * Reads a date with or without a time. Where only the order of the numbers tells day from month, `order` has to
 * say it; without it the answer is `two readings`. A year of two digits is 2000 to 2068 or 1969 to 1999, as POSIX
 * has it.
 */
export function readMoment(text: string, order: DateOrder | null): ReadMoment | DateProblem {
  return isoMoment(text) ?? slowMoment(text, order)
}

/** `2024-03-12` and `2024-03-12T14:05:11Z`, by far the commonest in large files. */
function isoMoment(text: string): ReadMoment | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text < '1900' || text > '2200') return null
  if (text.length === 10) return isCalendarDate(text) ? { date: text, time: null } : null
  if (text.length !== 20 || text.charCodeAt(10) !== 84 || text.charCodeAt(19) !== 90) return null
  if (!/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text)) return null
  const date = text.slice(0, 10)
  if (!isCalendarDate(date)) return null
  return { date, time: { time: text.slice(11, 19), offset: 0, zoneUnknown: false } }
}

function slowMoment(text: string, order: DateOrder | null): ReadMoment | DateProblem {
  const parts = dateParts(text)
  if (parts === null) return 'no date'
  const date = resolve(parts, order)
  if (date === null) return 'two readings'
  if (!isCalendarDate(date)) return 'no such day'
  if (date < '1900' || date > '2200') return 'no date'
  if (parts.rest === '') return { date, time: null }
  const time = readTime(parts.rest)
  return time === null ? 'no such time' : { date, time }
}

/** Null when the order is needed and not given; may be a day that does not exist. */
function resolve(parts: DateParts, given: DateOrder | null): string | null {
  const [first, middle, last] = parts.numbers
  // An answer that cannot be meant for this date (03/04/2026 has no year in front) is none.
  const usable = given === 'ymd' && parts.lastDigits === 4 ? null : given
  const possible = possibleOrders(parts)
  const order = parts.order ?? usable ?? (possible.length === 1 ? possible[0] : undefined)
  if (order === 'ymd') return dateText(fullYear(first, parts.firstDigits), middle, last)
  const year = fullYear(last, parts.lastDigits)
  if (order === undefined)
    return isNeutral(parts) || possible.length === 0 ? dateText(year, middle, first) : null
  return order === 'dmy' ? dateText(year, middle, first) : dateText(year, first, middle)
}

/** The orders in which the numbers can be a date; none for numbers that are a date in no order. */
export function possibleOrders(parts: DateParts): DateOrder[] {
  if (parts.order !== null) return [parts.order]
  const [first, middle, last] = parts.numbers
  const orders: DateOrder[] = []
  if (isDay(first) && isMonth(middle)) orders.push('dmy')
  if (isMonth(first) && isDay(middle)) orders.push('mdy')
  if (parts.yearMayLead && isMonth(middle) && isDay(last)) orders.push('ymd')
  return orders
}

/** Whether day and month are the same number, so that it does not matter which is which. */
export function isNeutral(parts: DateParts): boolean {
  return parts.order === null && parts.numbers[0] === parts.numbers[1] && !parts.yearMayLead
}

function isDay(value: number): boolean {
  return value >= 1 && value <= 31
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12
}

function fullYear(year: number, digits: number): number {
  if (digits > 2) return year
  return year < 69 ? 2000 + year : 1900 + year
}

function dateText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Excel's day numbers of the years 1954 to 2064; lower ones are too likely to be something else. */
export function isDaySerial(text: string): boolean {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return false
  const day = Number(text.slice(0, 5))
  return day >= 20_000 && day < 60_500
}

/** The moment of one of Excel's day numbers, in its calendar that starts with 1900; part of a day is a time. */
export function momentOfSerial(text: string): ReadMoment {
  const value = Number(text.replace(',', '.'))
  const day = Math.floor(value)
  const date = fromDayNumber(day - 25_569)
  const seconds = Math.min(86_399, Math.round((value - day) * 86_400))
  if (seconds === 0) return { date, time: null }
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return { date, time: { time, offset: null, zoneUnknown: false } }
}
