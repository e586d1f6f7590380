import { type BucketSize, bucketEnd, bucketStart, bucketsBetween } from '@shared/domain/calendar'
import type { ChartColumn, ChartTable } from './chartTable'
import { formatBucket, formatNumber, type Locale } from './formats'

export interface TimePoint {
  /** Any day of the bucket. */
  on: string
  value: number
}

export interface TimeSeries {
  name: string
  /** Counts; a bucket without a point counted nothing. Points in the same bucket add up. */
  points: readonly TimePoint[]
  /** Bars stack on each other; lines lie over them. Bars unless told. */
  mark?: 'bar' | 'line'
  /** A CSS colour, best a variable; without it the palette's next. */
  colour?: string
}

/** Something to know while reading the axis, such as an import that brought many records at once. */
export interface TimeMark {
  date: string
  label: string
}

/** A series as it is drawn. */
export interface PlottedSeries {
  /** Unique, where names need not be. */
  key: string
  name: string
  mark: 'bar' | 'line'
  colour: string
  /** Its place among those with the same mark, for its weave or its dashes. */
  look: number
}

/** Best cut at whole buckets: a month of which half was asked for looks like a poor month. */
export interface TimePeriod {
  from: string
  to: string
  bucket: BucketSize
  /** The bucket that holds this day is not over yet; without it none is marked. */
  today?: string | undefined
}

export interface TimeBucket {
  start: string
  /** One value a series, in their order. */
  values: number[]
  /** Holds today, so that its values may still grow. */
  open: boolean
  marks: TimeMark[]
}

/** All buckets of the period without gaps, with what the series counted in each. */
export function fillBuckets(
  series: readonly TimeSeries[],
  marks: readonly TimeMark[],
  { from, to, bucket, today }: TimePeriod,
): TimeBucket[] {
  const buckets = bucketsBetween(from, to, bucket).map((start) => ({
    start,
    values: series.map(() => 0),
    open: today !== undefined && start <= today && today <= bucketEnd(start, bucket),
    marks: [] as TimeMark[],
  }))
  const byStart = new Map(buckets.map((one) => [one.start, one]))
  series.forEach(({ points }, index) => {
    for (const { on, value } of points) {
      const found = byStart.get(bucketStart(on, bucket))
      if (found !== undefined) found.values[index] = (found.values[index] ?? 0) + value
    }
  })
  for (const mark of marks) byStart.get(bucketStart(mark.date, bucket))?.marks.push(mark)
  return buckets
}

/**
 * At most so many series to draw: the largest keep their order, the rest become one, named “n others”. Each
 * tells which of the given series it adds up, by index.
 */
export function limitSeries(
  series: readonly TimeSeries[],
  most: number,
): { series: TimeSeries; of: number[]; rest: boolean }[] {
  const each = series.map((one, index) => ({ series: one, of: [index], rest: false }))
  if (series.length <= most) return each
  const total = (index: number) => series[index]?.points.reduce((sum, point) => sum + point.value, 0) ?? 0
  const ranked = series.map((_, index) => index).sort((a, b) => total(b) - total(a) || a - b)
  const kept = new Set(ranked.slice(0, most - 1))
  const rest = ranked.slice(most - 1).sort((a, b) => a - b)
  const others: TimeSeries = {
    name: `${rest.length} others`,
    points: rest.flatMap((index) => series[index]?.points ?? []),
  }
  return [...each.filter(({ of: [index = -1] }) => kept.has(index)), { series: others, of: rest, rest: true }]
}

/** The buckets as rows: date, what is stacked and its total, then what lies over it as lines. */
export function timeTable(
  series: readonly TimeSeries[],
  buckets: readonly TimeBucket[],
  bucket: BucketSize,
  locale: Locale,
): ChartTable {
  const numeric = (label: string): ChartColumn => ({
    label,
    kind: 'number',
    show: (cell) => formatNumber(Number(cell), locale),
  })
  const name = (index: number) => numeric(series[index]?.name ?? '')
  const indexes = series.map((_, index) => index)
  const stacked = indexes.filter((index) => series[index]?.mark !== 'line')
  const lines = indexes.filter((index) => series[index]?.mark === 'line')
  const withTotal = stacked.length > 1
  return {
    columns: [
      {
        label: { day: 'Day', week: 'Week from', month: 'Month from' }[bucket],
        kind: 'text',
        show: (cell) => formatBucket(String(cell), bucket, locale),
      },
      ...stacked.map(name),
      ...(withTotal ? [numeric('Total')] : []),
      ...lines.map(name),
    ],
    rows: buckets.map(({ start, values }) => {
      const value = (index: number) => values[index] ?? 0
      const total = stacked.reduce((sum, index) => sum + value(index), 0)
      return [start, ...stacked.map(value), ...(withTotal ? [total] : []), ...lines.map(value)]
    }),
  }
}

/** More buckets than this, or bars thinner than this, are drawn as an area: bars would only shimmer. */
const MOST_BARS = 400
const THINNEST_BAR = 2.5

/** Whether so many buckets on so many pixels are readable as bars. */
export function fitsBars(buckets: number, width: number): boolean {
  return buckets <= MOST_BARS && width / Math.max(1, buckets) >= THINNEST_BAR
}

/**
 * Round numbers for the value axis from zero to at least `most`, in three to five whole steps where there are
 * as many: 0, 5, 10, 15 and not 0, 6, 12, 17.
 */
export function valueTicks(most: number): number[] {
  const rough = Math.max(1, most) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough,
  )
  const whole = Number.isInteger(step) ? step : Math.ceil(step)
  return Array.from({ length: Math.ceil(Math.max(1, most) / whole) + 1 }, (_, index) => index * whole)
}
