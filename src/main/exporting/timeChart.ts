import { dayWords, monthWords, plural } from '@shared/domain/summaryWords'

/** Every month of a span in its order. */
type Months = readonly { month: string; sessions: number }[]

/** One column of a chart over time. */
export interface Bar {
  /** What a person who cannot see the bar hears: "November 2026". */
  name: string
  label: string
  /** A second line under the label, at the first bar and where the year changes. */
  year: string
  value: number
}

const most = { bars: 36, longLabels: 13 }
const size = { width: 400, bars: 84, top: 16, foot: 32 }

/** A bar chart of sessions a month, or a year when the months are too many. @see barChart */
export function monthChart(months: Months): string {
  return barChart(
    timeBars(
      months.map(({ month, sessions }) => ({ start: month, value: sessions })),
      'month',
    ),
    'session',
  )
}

/** The columns of a chart by weeks, from their Mondays, or by months (`YYYY-MM`); by years when these are too many. */
export function timeBars(steps: readonly Step[], by: 'week' | 'month'): Bar[] {
  if (by === 'week') return weekBars(steps)
  return steps.length > most.bars ? yearBars(steps) : monthBars(steps)
}

interface Step {
  start: string
  value: number
}

/**
 * A bar chart as an SVG element. It is made of numbers only; no text of a record gets into it. Empty when there are fewer
 * than two bars.
 */
export function barChart(bars: readonly Bar[], noun: string): string {
  if (bars.length < 2) return ''
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  const step = Math.min(size.width / bars.length, 48)
  const width = Math.max(1, step * 0.64)
  // A digit is about six wide.
  const hasRoom = step >= String(highest).length * 6 + 3
  const shapes = bars.map((bar, index) => {
    const height = Math.max(bar.value === 0 ? 0 : 2, (bar.value / highest) * size.bars)
    const center = round(index * step + step / 2)
    const top = round(size.top + size.bars - height)
    const value =
      bar.value > 0 && hasRoom
        ? `<text class="value" x="${center}" y="${round(top - 4)}">${bar.value}</text>`
        : ''
    return (
      `<rect x="${round(center - width / 2)}" y="${top}" width="${round(width)}" height="${round(height)}" rx="1.5"/>` +
      value +
      `<text x="${center}" y="${size.top + size.bars + 14}">${bar.label}</text>` +
      `<text x="${center}" y="${size.top + size.bars + 27}">${bar.year}</text>`
    )
  })
  const told = bars.map(({ name, value }) => `${name}: ${plural(value, noun)}`).join('; ')
  const base = size.top + size.bars
  return (
    `<svg class="chart" viewBox="0 0 ${size.width} ${size.top + size.bars + size.foot}" role="img" aria-label="${told}">` +
    `${shapes.join('')}<path d="M0 ${base}.5H${round(step * bars.length)}"/></svg>`
  )
}

function monthBars(months: readonly Step[]): Bar[] {
  return months.map(({ start, value }, index) => {
    const name = monthWords(start)
    const startsYear = index === 0 || start.endsWith('-01')
    return {
      name,
      label: months.length > most.longLabels ? name.slice(0, 1) : name.slice(0, 3),
      year: startsYear ? start.slice(0, 4) : '',
      value,
    }
  })
}

/** Each week by the day of its Monday, with the month where it changes. */
function weekBars(weeks: readonly Step[]): Bar[] {
  return weeks.map(({ start, value }, index) => {
    const month = start.slice(0, 7)
    const startsMonth = index === 0 || month !== weeks[index - 1]?.start.slice(0, 7)
    return {
      name: `week from ${dayWords(start)}`,
      label: String(Number(start.slice(8))),
      year: startsMonth ? monthWords(month).slice(0, 3) : '',
      value,
    }
  })
}

function yearBars(months: readonly Step[]): Bar[] {
  const years = new Map<string, number>()
  for (const { start, value } of months) {
    const year = start.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + value)
  }
  return [...years].map(([year, value], index) => ({
    name: year,
    label: years.size <= most.longLabels ? year : index % 5 === 0 ? year : '',
    year: '',
    value,
  }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
