/**
 * Calendar dates without clocks. A date is `YYYY-MM-DD` from year 0001 to 9999 in the Gregorian calendar, or
 * the same day as a whole number of days since 1970-01-01. Nothing here asks for the machine's time zone.
 */

/** The spans that a chart's time axis may be cut into; a week runs from Monday to Sunday (ISO 8601). */
export type BucketSize = 'day' | 'week' | 'month'

const DAYS_TO_EPOCH = 719_162 // 0001-01-01 to 1970-01-01
const LAST_DAY = 2_932_896 // 9999-12-31
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const MS_PER_DAY = 86_400_000

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysBeforeMonth(year: number, month: number): number {
  return (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0)
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month)
}

/** Days from 0001-01-01 to 1 January of the year. */
function daysBeforeYear(year: number): number {
  const past = year - 1
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400)
}

function parse(date: string): { year: number; month: number; day: number } | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return null
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8))
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return { year, month, day }
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`, in the years 0001 to 9999. */
export function isCalendarDate(text: string): boolean {
  return parse(text) !== null
}

/** Whole days since 1970-01-01, negative before it. Throws a RangeError when the date does not exist. */
export function dayNumber(date: string): number {
  const parts = parse(date)
  if (parts === null) throw new RangeError(`“${date}” is not a calendar date.`)
  return daysBeforeYear(parts.year) + daysBeforeMonth(parts.year, parts.month) + parts.day - 1 - DAYS_TO_EPOCH
}

/** The date that lies so many days after 1970-01-01. Throws a RangeError outside the years 0001 to 9999. */
export function fromDayNumber(day: number): string {
  if (!Number.isInteger(day) || day < -DAYS_TO_EPOCH || day > LAST_DAY) {
    throw new RangeError(`Day ${day} lies outside the years 0001 to 9999.`)
  }
  const days = day + DAYS_TO_EPOCH
  // 400 years are 146,097 days; the mean year finds the year or the one after it.
  let year = Math.floor((days * 400) / 146_097) + 1
  if (daysBeforeYear(year) > days) year -= 1
  else if (daysBeforeYear(year + 1) <= days) year += 1
  const dayOfYear = days - daysBeforeYear(year)
  let month = Math.floor(dayOfYear / 32) + 1
  if (month < 12 && daysBeforeMonth(year, month + 1) <= dayOfYear) month += 1
  return dateOf(year, month, dayOfYear - daysBeforeMonth(year, month) + 1)
}

function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The date so many days later, or earlier when negative. */
export function addDays(date: string, days: number): string {
  return fromDayNumber(dayNumber(date) + days)
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from)
}

/** How far a day lies back, and how far ahead: one of the two is 0, and both are today. */
export function lateness(day: string, today: string): { daysLate: number; daysToGo: number } {
  const late = daysBetween(day, today)
  return { daysLate: Math.max(0, late), daysToGo: Math.max(0, -late) }
}

/** Day of the week of a day number by ISO 8601: 1 is Monday, 7 is Sunday. */
export function isoWeekday(day: number): number {
  // Day 0 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the date's week. */
export function weekStart(date: string): string {
  const day = dayNumber(date)
  return fromDayNumber(day - isoWeekday(day) + 1)
}

/** The first of the date's month. */
export function monthStart(date: string): string {
  dayNumber(date)
  return `${date.slice(0, 8)}01`
}

/** The first day of the bucket that holds the date. */
export function bucketStart(date: string, size: BucketSize): string {
  if (size === 'week') return weekStart(date)
  if (size === 'month') return monthStart(date)
  return fromDayNumber(dayNumber(date))
}

/** The last day of the bucket that holds the date; the last week of 9999 ends with that year. */
export function bucketEnd(date: string, size: BucketSize): string {
  if (size === 'day') return bucketStart(date, 'day')
  if (size === 'week') return fromDayNumber(Math.min(dayNumber(weekStart(date)) + 6, LAST_DAY))
  const start = monthStart(date)
  return `${start.slice(0, 8)}${daysInMonth(Number(start.slice(0, 4)), Number(start.slice(5, 7)))}`
}

/**
 * The starts of all buckets from the one that holds `from` to the one that holds `to`, in order and without
 * gaps, whether or not anything happened in them. Empty when `from` is later than `to`.
 */
export function bucketsBetween(from: string, to: string, size: BucketSize): string[] {
  const last = dayNumber(bucketStart(to, size))
  const starts: string[] = []
  let day = dayNumber(bucketStart(from, size))
  while (day <= last) {
    const start = fromDayNumber(day)
    starts.push(start)
    day = dayNumber(bucketEnd(start, size)) + 1
  }
  return starts
}

const dayOfMonthFormatters = new Map<string, Intl.DateTimeFormat>()

function dayOfMonthIn(timeZone: string, instant: number): number {
  let formatter = dayOfMonthFormatters.get(timeZone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, day: 'numeric' })
    dayOfMonthFormatters.set(timeZone, formatter)
  }
  return Number(formatter.format(instant))
}

/**
 * The calendar date in a time zone (an IANA name such as `Europe/Lisbon`) at an instant, written in ISO 8601
 * with `Z` or an offset. A calendar date alone is no instant, has no zone, and comes back as it is. Throws a
 * RangeError for anything else, a time without zone included, and for a time zone that nobody knows.
 */
export function dateInZone(instantISO: string, timeZone: string): string {
  if (isCalendarDate(instantISO)) return instantISO
  const zoned = /^.{10}T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(instantISO)
  // Date.parse alone would read 30 February as 2 March.
  const instant = zoned && isCalendarDate(instantISO.slice(0, 10)) ? Date.parse(instantISO) : Number.NaN
  if (Number.isNaN(instant)) throw new RangeError(`“${instantISO}” is not an instant with a time zone.`)
  const utcDay = Math.floor(instant / MS_PER_DAY)
  if (timeZone === 'UTC') return fromDayNumber(utcDay)
  // No zone is a day or more away from UTC, so the day of the month tells which of three days it is. It is
  // one cheap field to format, and needs no thought for years or eras.
  const there = dayOfMonthIn(timeZone, instant)
  for (const day of [utcDay, utcDay + 1, utcDay - 1]) {
    if (new Date(day * MS_PER_DAY).getUTCDate() === there) return fromDayNumber(day)
  }
  throw new RangeError(`No calendar date was found for “${instantISO}” in ${timeZone}.`)
}

/** The calendar date of a moment on this computer. */
export function localDate(moment: Date): string {
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
}
