import { type BucketSize, dayNumber, isoWeekday } from '@shared/domain/calendar'
import { formatDate, type Locale } from './formats'

export interface TimeTick {
  /** The bucket's first day. */
  start: string
  label: string
  /** A second line: the year, where it begins or is not known yet. */
  below: string | null
}

/** A spacing of ticks: which buckets get one, how it reads, and how many pixels that takes. */
interface Spacing {
  takes: (start: string, previous: string | undefined, index: number) => boolean
  label: (start: string, locale: Locale) => string
  pixels: number
  /** Years are written as the label itself, so that no second line is needed. */
  yearly?: boolean
}

const dayLabel = (start: string, locale: Locale) => formatDate(start, 'dayAndMonth', locale)
const monthLabel = (start: string, locale: Locale) => formatDate(start, 'shortMonth', locale)
const yearLabel = (start: string, locale: Locale) => formatDate(start, 'year', locale)
const month = (date: string) => Number(date.slice(5, 7))
const year = (date: string) => Number(date.slice(0, 4))

/** A bucket begins a month when it is the first that starts in it. */
const beginsMonth = (start: string, previous: string | undefined) =>
  previous === undefined ? start.endsWith('-01') : previous.slice(0, 7) !== start.slice(0, 7)

const beginsYear = (start: string, previous: string | undefined) =>
  previous === undefined ? start.endsWith('-01-01') : year(previous) !== year(start)

const months = (every: number): Spacing => ({
  takes: (start, previous) => beginsMonth(start, previous) && (month(start) - 1) % every === 0,
  label: monthLabel,
  pixels: 38,
})

const years = (every: number): Spacing => ({
  takes: (start, previous) => beginsYear(start, previous) && year(start) % every === 0,
  label: yearLabel,
  pixels: 48,
  yearly: true,
})

const everyBucket: Spacing = { takes: () => true, label: dayLabel, pixels: 52 }
const mondays: Spacing = { ...everyBucket, takes: (start) => isoWeekday(dayNumber(start)) === 1 }
const otherBuckets: Spacing = { ...everyBucket, takes: (_start, _previous, index) => index % 2 === 0 }

const longer = [months(3), months(6), years(1), years(2), years(5), years(10), years(50), years(100)]

/** From the closest spacing to the widest. */
const spacings: Record<BucketSize, readonly Spacing[]> = {
  day: [everyBucket, mondays, months(1), ...longer],
  week: [everyBucket, otherBuckets, months(1), ...longer],
  month: [months(1), ...longer],
}

/**
 * Which buckets of a time axis carry a tick, and how it reads, so that labels stay apart: the closest spacing
 * that fits `width` pixels. The year is written below the first tick and below the first in each year.
 */
export function timeTicks(
  starts: readonly string[],
  size: BucketSize,
  width: number,
  locale: Locale,
): TimeTick[] {
  for (const spacing of spacings[size]) {
    const chosen = choose(starts, spacing)
    if (chosen.length > 0 && fits(chosen, spacing, width / starts.length))
      return toTicks(chosen, spacing, locale)
  }
  const first = starts[0]
  return first === undefined
    ? []
    : [{ start: first, label: dayLabel(first, locale), below: yearLabel(first, locale) }]
}

interface Chosen {
  start: string
  index: number
}

function choose(starts: readonly string[], spacing: Spacing): Chosen[] {
  return starts.flatMap((start, index) =>
    spacing.takes(start, starts[index - 1], index) ? [{ start, index }] : [],
  )
}

function fits(chosen: readonly Chosen[], { pixels }: Spacing, bucketWidth: number): boolean {
  return chosen.every(({ index }, at) => {
    const before = chosen[at - 1]
    return before === undefined || (index - before.index) * bucketWidth >= pixels
  })
}

function toTicks(chosen: readonly Chosen[], spacing: Spacing, locale: Locale): TimeTick[] {
  return chosen.map(({ start }, at) => {
    const before = chosen[at - 1]
    const newYear = before === undefined || year(before.start) !== year(start)
    return {
      start,
      label: spacing.label(start, locale),
      below: newYear && spacing.yearly !== true ? yearLabel(start, locale) : null,
    }
  })
}
