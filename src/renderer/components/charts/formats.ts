import { type BucketSize, bucketEnd, dayNumber } from '@shared/domain/calendar'

/**
 * Numbers and dates as people write them. `locale` is a BCP 47 tag; undefined follows the system. Dates are
 * formatted in UTC because a calendar date belongs to no time zone.
 */
export type Locale = string | undefined

/** What is counted, in words: `{ one: 'session', other: 'sessions' }`. */
export interface Unit {
  one: string
  other: string
}

const dateStyles = {
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  dayAndMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short' },
  year: { year: 'numeric' },
  shortWeekday: { weekday: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

type DateStyle = keyof typeof dateStyles

const dateFormats = new Map<string, Intl.DateTimeFormat>()
const numberFormats = new Map<string, Intl.NumberFormat>()

function dateFormat(style: DateStyle, locale: Locale): Intl.DateTimeFormat {
  const key = `${style} ${locale ?? ''}`
  let format = dateFormats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...dateStyles[style], timeZone: 'UTC' })
    dateFormats.set(key, format)
  }
  return format
}

function numberFormat(locale: Locale, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${style} ${locale ?? ''}`
  let format = numberFormats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style, maximumFractionDigits: style === 'percent' ? 0 : 1 })
    numberFormats.set(key, format)
  }
  return format
}

function toInstant(date: string): number {
  return dayNumber(date) * 86_400_000
}

/** A calendar date in one of the styles, such as “3 March 2026”. */
export function formatDate(date: string, style: DateStyle, locale: Locale): string {
  return dateFormat(style, locale).format(toInstant(date))
}

/** Two dates as one range without repeating what they share: “2–8 March 2026”. */
export function formatRange(from: string, to: string, locale: Locale): string {
  return dateFormat('date', locale).formatRange(toInstant(from), toInstant(to))
}

/** A bucket of the time axis by name: the day with its weekday, the week as a range, the month. */
export function formatBucket(start: string, size: BucketSize, locale: Locale): string {
  if (size === 'week') return formatRange(start, bucketEnd(start, 'week'), locale)
  return formatDate(start, size === 'day' ? 'weekday' : 'month', locale)
}

export function formatNumber(value: number, locale: Locale): string {
  return numberFormat(locale, 'decimal').format(value)
}

/** A fraction as whole percent; a share that is there but rounds to nothing is “<1%”. */
export function formatShare(fraction: number, locale: Locale): string {
  const format = numberFormat(locale, 'percent')
  return fraction > 0 && fraction < 0.005 ? `<${format.format(0.01)}` : format.format(fraction)
}

/** A number with its unit: “1 session”, “1,204 sessions”. */
export function formatCount(value: number, unit: Unit, locale: Locale): string {
  return `${formatNumber(value, locale)} ${value === 1 ? unit.one : unit.other}`
}
