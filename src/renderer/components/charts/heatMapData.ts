import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isoWeekday,
  weekStart,
} from '@shared/domain/calendar'
import type { ChartTable } from './chartTable'
import { formatDate, formatNumber, type Locale, type Unit } from './formats'
import type { TimePoint } from './timeSeriesData'

/** How many shades there are above “none”. */
export const HEAT_STEPS = 4

export interface HeatDay {
  date: string
  value: number
  /** 0 for none, then 1 (least) to at most HEAT_STEPS. */
  step: number
  /** Column and row in its block: weeks from the left, Monday (0) to Sunday (6). */
  week: number
  weekday: number
}

/** A strip of weeks: up to a year and a week of them, or one calendar year out of several. */
export interface HeatBlock {
  /** The year, when there are several blocks. */
  title: string | null
  weeks: number
  days: HeatDay[]
  /** Month names over the week in which the month begins. */
  months: { week: number; label: string }[]
}

/** The least value of each shade, rising: `[1, 2, 4]` means 1, 2–3, 4 and more. */
export type HeatScale = number[]

/**
 * Shades by quantiles of the days on which something happened, so that one busy day does not bleach all the
 * others. Steps that would be equal are left out: counts of 1 and 2 give two shades, not four.
 */
export function heatScale(values: readonly number[]): HeatScale {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const scale: HeatScale = []
  for (let step = 0; step < HEAT_STEPS; step += 1) {
    const least = sorted[Math.floor((step * sorted.length) / HEAT_STEPS)]
    if (least !== undefined && least !== scale.at(-1)) scale.push(least)
  }
  return scale
}

/** The shade of a value: 0 for none. */
export function heatStep(value: number, scale: HeatScale): number {
  return value > 0 ? Math.max(1, scale.filter((least) => value >= least).length) : 0
}

/** The scale in words: “none”, “1”, “2–3”, “4 or more”. */
export function heatLegend(scale: HeatScale, locale: Locale): string[] {
  const number = (value: number) => formatNumber(value, locale)
  const steps = scale.map((least, index) => {
    const next = scale[index + 1]
    if (next === undefined) return `${number(least)} or more`
    return next - 1 > least ? `${number(least)}–${number(next - 1)}` : number(least)
  })
  return ['none', ...steps]
}

/** A year from any day to the same day touches 54 weeks at most. */
const longestStrip = 54 * 7

/** Every day of the period in its place. One block up to a year, else one for each calendar year. */
export function heatBlocks(
  points: readonly TimePoint[],
  from: string,
  to: string,
  locale: Locale,
): HeatBlock[] {
  if (from > to) return []
  const values = new Map<string, number>()
  for (const { on, value } of points) values.set(on, (values.get(on) ?? 0) + value)
  const inPeriod = [...values].flatMap(([on, value]) => (on >= from && on <= to ? [value] : []))
  const scale = heatScale(inPeriod)
  return spans(from, to).map((span) => block(span.from, span.to, span.title, values, scale, locale))
}

function spans(from: string, to: string): { from: string; to: string; title: string | null }[] {
  if (daysBetween(weekStart(from), to) < longestStrip) return [{ from, to, title: null }]
  const found = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const title = String(year).padStart(4, '0')
    const first = `${title}-01-01`
    const last = `${title}-12-31`
    found.push({ from: first < from ? from : first, to: last > to ? to : last, title })
  }
  return found
}

function block(
  from: string,
  to: string,
  title: string | null,
  values: ReadonlyMap<string, number>,
  scale: HeatScale,
  locale: Locale,
): HeatBlock {
  // A calendar year keeps its own width, so that the same week stands below itself in the years under it.
  const origin = weekStart(title === null ? from : `${title}-01-01`)
  const firstDay = dayNumber(origin)
  const weekOf = (date: string) => Math.floor((dayNumber(date) - firstDay) / 7)
  const days: HeatDay[] = []
  const months: HeatBlock['months'] = []
  for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
    const date = fromDayNumber(day)
    const value = values.get(date) ?? 0
    days.push({ date, value, step: heatStep(value, scale), week: weekOf(date), weekday: isoWeekday(day) - 1 })
    if (date.endsWith('-01'))
      months.push({ week: weekOf(date), label: formatDate(date, 'shortMonth', locale) })
  }
  return { title, weeks: weekOf(title === null ? to : `${title}-12-31`) + 1, days, months }
}

/** The days on which something happened, newest last. */
export function heatTable(blocks: readonly HeatBlock[], unit: Unit, locale: Locale): ChartTable {
  const days = blocks.flatMap((one) => one.days).filter(({ value }) => value > 0)
  return {
    columns: [
      { label: 'Day', kind: 'text', show: (cell) => formatDate(String(cell), 'weekday', locale) },
      { label: unit.other, kind: 'number', show: (cell) => formatNumber(Number(cell), locale) },
    ],
    rows: days.map(({ date, value }) => [date, value]),
  }
}

const steps: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  ArrowLeft: -7,
  ArrowRight: 7,
  PageUp: -28,
  PageDown: 28,
}

/** Where a key leads from a day: up and down by days, left and right by weeks, Home and End to the ends. */
export function heatMove(key: string, date: string, from: string, to: string): string | null {
  if (key === 'Home') return from
  if (key === 'End') return to
  const step = steps[key]
  if (step === undefined) return null
  const day = dayNumber(date) + step
  return day < dayNumber(from) || day > dayNumber(to) ? date : addDays(date, step)
}
