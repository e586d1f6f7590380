import { memo, type SVGProps } from 'react'
import styles from './charts.module.css'
import { formatCount, formatDate, type Locale, type Unit } from './formats'
import type { HeatBlock, HeatDay } from './heatMapData'

const MONTHS_HEIGHT = 18
const BLOCK_GAP = 16
const MARK_HEIGHT = 10
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6]
/** Any week that begins on a Monday, for the weekdays' names. */
const A_WEEK = [
  '2024-01-01',
  '2024-01-02',
  '2024-01-03',
  '2024-01-04',
  '2024-01-05',
  '2024-01-06',
  '2024-01-07',
]

/** Room left of the weeks for the weekdays' names. */
export const HEAT_GUTTER = 38

/** The strength of a shade among so many, as opacity over the page. */
export function shadeOpacity(step: number, steps: number): number {
  return steps <= 1 ? 0.85 : 0.26 + (0.74 * (step - 1)) / (steps - 1)
}

/** SVG has no rows and cells of its own, so a drawing that is read like a table says so by ARIA roles. */
const roles = {
  grid: { role: 'grid' },
  block: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'gridcell' },
} as const

/** What the whole grid answers to; `data-date` of an event's target tells the day. */
export type HeatHandlers = Required<
  Pick<SVGProps<SVGSVGElement>, 'onPointerMove' | 'onPointerLeave' | 'onFocus' | 'onBlur' | 'onKeyDown'>
>

interface HeatGridProps {
  label: string
  blocks: readonly HeatBlock[]
  /** How many shades there are above “none”. */
  steps: number
  /** Width and height of a day with its gap, in pixels. */
  pitch: number
  /** The day that the Tab key reaches. */
  active: string
  today: string | undefined
  /** Days to be marked below their week. */
  marks: readonly { on: string }[]
  unit: Unit
  locale: Locale
  handlers: HeatHandlers
}

/** Where the strip is wider than its place, the latest weeks are what is looked for. */
function showLatest(svg: SVGSVGElement | null): void {
  const place = svg?.parentElement
  if (place) place.scrollLeft = place.scrollWidth
}

/** The weeks of a block with a mark in them. */
function weeksOf({ days }: HeatBlock, marks: HeatGridProps['marks']): number[] {
  const marked = new Set(marks.map(({ on }) => on))
  return [...new Set(days.flatMap(({ date, week }) => (marked.has(date) ? [week] : [])))]
}

/** The days as one drawing: columns are weeks, rows are weekdays, one block below the other. */
export const HeatGrid = memo(function HeatGrid(props: HeatGridProps) {
  const { label, blocks, steps, pitch, active, today, marks, unit, locale, handlers } = props
  const blockHeight = MONTHS_HEIGHT + 7 * pitch + (marks.length > 0 ? MARK_HEIGHT : 0)
  const width = HEAT_GUTTER + Math.max(...blocks.map(({ weeks }) => weeks)) * pitch
  const cell = pitch - (pitch > 12 ? 3 : 2)

  const day = (one: HeatDay) => (
    <rect
      key={one.date}
      {...roles.cell}
      tabIndex={one.date === active ? 0 : -1}
      aria-label={`${formatCount(one.value, unit, locale)} on ${formatDate(one.date, 'weekday', locale)}`}
      data-date={one.date}
      x={HEAT_GUTTER + one.week * pitch}
      y={one.weekday * pitch}
      width={cell}
      height={cell}
      rx={2}
      fill={one.step === 0 ? 'var(--ink)' : 'var(--s1)'}
      fillOpacity={one.step === 0 ? 0.06 : shadeOpacity(one.step, steps)}
      {...(one.date === today ? { stroke: 'var(--leaf)', strokeWidth: 1.5 } : {})}
    />
  )

  return (
    <svg
      className={styles.heat}
      {...roles.grid}
      {...handlers}
      ref={showLatest}
      aria-label={label}
      width={width}
      height={blocks.length * (blockHeight + BLOCK_GAP) - BLOCK_GAP}
    >
      {blocks.map((block, index) => (
        <g
          key={block.title ?? 'all'}
          {...roles.block}
          transform={`translate(0 ${index * (blockHeight + BLOCK_GAP)})`}
        >
          <g fontSize={12} fill="var(--ink2)">
            {block.title !== null && (
              <text y={11} fontWeight={600}>
                {block.title}
              </text>
            )}
            {block.months.map(({ week, label: name }) => (
              <text key={week} x={HEAT_GUTTER + week * pitch} y={11}>
                {name}
              </text>
            ))}
            {[0, 2, 4].map((weekday) => (
              <text key={weekday} y={MONTHS_HEIGHT + weekday * pitch + cell / 2 + 4} fontSize={11}>
                {formatDate(A_WEEK[weekday] ?? '', 'shortWeekday', locale)}
              </text>
            ))}
          </g>
          <g transform={`translate(0 ${MONTHS_HEIGHT})`}>
            {WEEKDAYS.map((weekday) => (
              <g key={weekday} {...roles.row}>
                {block.days.filter((one) => one.weekday === weekday).map(day)}
              </g>
            ))}
          </g>
          {weeksOf(block, marks).map((week) => (
            <path
              key={week}
              d={`M${HEAT_GUTTER + week * pitch + cell / 2} ${MONTHS_HEIGHT + 7 * pitch + 1}l3.5 7h-7z`}
              fill="var(--ink2)"
            />
          ))}
        </g>
      ))}
    </svg>
  )
})
