import { type KeyboardEvent, type SyntheticEvent, useMemo, useState } from 'react'
import { ChartFrame } from './ChartFrame'
import type { ChartOptions } from './chartProps'
import styles from './charts.module.css'
import { nothingBetween } from './emptyChart'
import { formatCount, formatDate, type Unit } from './formats'
import { HEAT_GUTTER, HeatGrid, type HeatHandlers } from './HeatGrid'
import { HeatLegend } from './HeatLegend'
import { heatBlocks, heatMove, heatScale, heatTable } from './heatMapData'
import type { TimePoint } from './timeSeriesData'
import tooltips from './tooltips.module.css'
import { useWidth } from './useWidth'

const SMALLEST_PITCH = 8
const LARGEST_PITCH = 20
/** Half of the widest tooltip in pixels: as near as it may come to an edge. */
const TIP_REACH = 140

export interface CalendarHeatMapProps extends ChartOptions {
  /** Calendar dates, both included; over a year gives one strip for each calendar year. */
  from: string
  to: string
  /** Counts by day; a day without one counted nothing. */
  points: readonly TimePoint[]
  unit: Unit
  today?: string | undefined
  /** Days on which something was imported: a mark below the week, and the same in words. */
  marks?: readonly { on: string; label: string }[]
}

const noMarks: NonNullable<CalendarHeatMapProps['marks']> = []

interface Pointed {
  text: string
  x: number
  y: number
}

/** Every day of a year or of several as a small square, the fuller the more happened. */
export function CalendarHeatMap(props: CalendarHeatMapProps) {
  const { from, to, points, unit, today, marks = noMarks, ...options } = props
  const [ref, width] = useWidth()
  const { locale } = options
  const blocks = useMemo(() => heatBlocks(points, from, to, locale), [points, from, to, locale])
  const values = useMemo(
    () => new Map(blocks.flatMap(({ days }) => days.map((one) => [one.date, one.value]))),
    [blocks],
  )
  const scale = useMemo(() => heatScale([...values.values()]), [values])
  const table = useMemo(() => heatTable(blocks, unit, locale), [blocks, unit, locale])
  const shownMarks = useMemo(() => marks.filter(({ on }) => on >= from && on <= to), [marks, from, to])
  const [chosen, setChosen] = useState<string | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const active = chosen !== null && values.has(chosen) ? chosen : to
  const weeks = Math.max(1, ...blocks.map((block) => block.weeks))
  const pitch = Math.min(LARGEST_PITCH, Math.max(SMALLEST_PITCH, Math.floor((width - HEAT_GUTTER) / weeks)))
  const status = options.status ?? (scale.length === 0 ? nothingBetween(from, to, locale) : undefined)

  const handlers = useMemo((): HeatHandlers => {
    const point = (event: SyntheticEvent<SVGSVGElement>) => {
      const box = event.currentTarget.parentElement?.getBoundingClientRect()
      const cell = event.target instanceof SVGElement ? event.target : undefined
      const date = dateOf(event.target)
      if (box === undefined || cell === undefined || date === undefined) {
        setPointed(null)
        return
      }
      const place = cell.getBoundingClientRect()
      const text = `${formatCount(values.get(date) ?? 0, unit, locale)} on ${formatDate(date, 'weekday', locale)}`
      setPointed({ text, x: place.left + place.width / 2 - box.left, y: place.top - box.top })
      if (event.type === 'focus') setChosen(date)
    }
    const leave = () => setPointed(null)
    const move = (event: KeyboardEvent<SVGSVGElement>) => {
      const next = heatMove(event.key, dateOf(event.target) ?? to, from, to)
      if (next === null) return
      event.preventDefault()
      event.currentTarget.querySelector<SVGElement>(`[data-date="${next}"]`)?.focus()
    }
    return { onPointerMove: point, onPointerLeave: leave, onFocus: point, onBlur: leave, onKeyDown: move }
  }, [values, unit, locale, from, to])

  return (
    <ChartFrame {...options} status={status} table={table}>
      <div className={styles.heatPlace}>
        <div ref={ref} className={styles.scroll}>
          <HeatGrid
            label={`${options.title}. ${options.reading}`}
            blocks={blocks}
            steps={scale.length}
            pitch={pitch}
            active={active}
            today={today}
            marks={shownMarks}
            unit={unit}
            locale={locale}
            handlers={handlers}
          />
        </div>
        {pointed !== null && (
          <div
            className={tooltips.line}
            data-picture="without"
            style={{ left: Math.max(TIP_REACH, Math.min(pointed.x, width - TIP_REACH)), top: pointed.y }}
          >
            {pointed.text}
          </div>
        )}
      </div>
      <HeatLegend scale={scale} unit={unit} locale={locale} />
      {shownMarks.length === 0 ? null : (
        <ul className={styles.marks}>
          {shownMarks.map(({ on, label }) => (
            <li key={`${on} ${label}`}>
              <svg width={9} height={8} aria-hidden="true">
                <path d="M4.5 0l3.5 7h-7z" fill="var(--ink2)" />
              </svg>
              {formatDate(on, 'weekday', locale)}: {label}
            </li>
          ))}
        </ul>
      )}
    </ChartFrame>
  )
}

function dateOf(target: EventTarget): string | undefined {
  return target instanceof SVGElement ? target.dataset.date : undefined
}
