import { monthWords, plural } from '@shared/domain/summaryWords'

/** Every month of a span in its order. */
type Months = readonly { month: string; sessions: number }[]

interface Bar {
  /** What a person who cannot see the bar hears: "November 2026". */
  name: string
  label: string
  /** A second line under the label, at the first bar and where the year changes. */
  year: string
  sessions: number
}

const most = { bars: 36, longLabels: 13 }
const size = { width: 400, bars: 84, top: 16, foot: 32 }

/**
 * A bar chart of sessions a month, or a year when the months are too many, as an SVG element. It is made of
 * numbers only; no text of a record gets into it. Empty when there are fewer than two bars.
 */
export function monthChart(months: Months): string {
  const bars = months.length > most.bars ? yearBars(months) : monthBars(months)
  if (bars.length < 2) return ''
  const highest = Math.max(1, ...bars.map(({ sessions }) => sessions))
  const step = Math.min(size.width / bars.length, 48)
  const width = Math.max(1, step * 0.64)
  // A digit is about six wide.
  const hasRoom = step >= String(highest).length * 6 + 3
  const shapes = bars.map((bar, index) => {
    const height = Math.max(bar.sessions === 0 ? 0 : 2, (bar.sessions / highest) * size.bars)
    const center = round(index * step + step / 2)
    const top = round(size.top + size.bars - height)
    const value =
      bar.sessions > 0 && hasRoom
        ? `<text class="value" x="${center}" y="${round(top - 4)}">${bar.sessions}</text>`
        : ''
    return (
      `<rect x="${round(center - width / 2)}" y="${top}" width="${round(width)}" height="${round(height)}" rx="1.5"/>` +
      value +
      `<text x="${center}" y="${size.top + size.bars + 14}">${bar.label}</text>` +
      `<text x="${center}" y="${size.top + size.bars + 27}">${bar.year}</text>`
    )
  })
  const told = bars.map(({ name, sessions }) => `${name}: ${plural(sessions, 'session')}`).join('; ')
  const base = size.top + size.bars
  return (
    `<svg class="chart" viewBox="0 0 ${size.width} ${size.top + size.bars + size.foot}" role="img" aria-label="${told}">` +
    `${shapes.join('')}<path d="M0 ${base}.5H${round(step * bars.length)}"/></svg>`
  )
}

function monthBars(months: Months): Bar[] {
  return months.map(({ month, sessions }, index) => {
    const name = monthWords(month)
    const startsYear = index === 0 || month.endsWith('-01')
    return {
      name,
      label: months.length > most.longLabels ? name.slice(0, 1) : name.slice(0, 3),
      year: startsYear ? month.slice(0, 4) : '',
      sessions,
    }
  })
}

function yearBars(months: Months): Bar[] {
  const years = new Map<string, number>()
  for (const { month, sessions } of months) {
    const year = month.slice(0, 4)
    years.set(year, (years.get(year) ?? 0) + sessions)
  }
  return [...years].map(([year, sessions], index) => ({
    name: year,
    label: years.size <= most.longLabels ? year : index % 5 === 0 ? year : '',
    year: '',
    sessions,
  }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
