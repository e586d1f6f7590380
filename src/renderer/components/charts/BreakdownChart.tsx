import { useId, useMemo } from 'react'
import {
  Bar,
  BarChart,
  type BarShapeProps,
  LabelList,
  Tooltip,
  XAxis,
  YAxis,
  type YAxisTickContentProps,
} from 'recharts'
import { type BreakdownBar, type BreakdownItem, breakdownBars, breakdownTable } from './breakdownData'
import { ChartFrame } from './ChartFrame'
import type { ChartOptions } from './chartProps'
import { formatCount, formatNumber, formatShare, type Locale, type Unit } from './formats'
import { SeriesPattern } from './seriesFill'
import { shorten, textMeasure } from './shorten'
import tooltips from './tooltips.module.css'
import { useWidth } from './useWidth'

const MOST_BARS = 12
const ROW = 27
const NAME_GAP = 12

export interface BreakdownChartProps extends ChartOptions {
  /** One item a location, department, medium, kind or community; counts. */
  items: readonly BreakdownItem[]
  /** What the items are, as a table heading: “Department”. */
  heading: string
  unit: Unit
  /** A CSS colour; the first of the palette unless told. */
  colour?: string | undefined
}

/** Horizontal bars, largest first; what nobody wrote down has a muted bar of its own. */
export function BreakdownChart({
  items,
  heading,
  unit,
  colour = 'var(--s1)',
  ...options
}: BreakdownChartProps) {
  const [ref, width] = useWidth()
  const { locale } = options
  const bars = useMemo(() => breakdownBars(items, MOST_BARS, locale), [items, locale])
  const table = useMemo(() => breakdownTable(items, heading, unit, locale), [items, heading, unit, locale])
  const empty = bars.every(({ value }) => value === 0)
  const status =
    options.status ??
    (empty ? { kind: 'empty' as const, message: `There are no ${unit.other} to compare yet.` } : undefined)
  return (
    <ChartFrame {...options} status={status} table={table}>
      <div ref={ref} role="img" aria-label={`${options.title}. ${options.reading}`}>
        <BreakdownPlot bars={bars} unit={unit} width={width} colour={colour} locale={locale} />
      </div>
    </ChartFrame>
  )
}

interface BreakdownPlotProps {
  bars: BreakdownBar[]
  unit: Unit
  width: number
  colour: string
  locale: Locale
}

function BreakdownPlot({ bars, unit, width, colour, locale }: BreakdownPlotProps) {
  const unknownFill = useId()
  const measure = useMemo(() => textMeasure('13px "Inter Variable", system-ui, sans-serif', 7), [])
  const names = useMemo(() => {
    const longest = Math.max(0, ...bars.map(({ name }) => measure(name)))
    const room = Math.ceil(Math.min(longest, width * 0.36, 260))
    return { room, short: new Map(bars.map(({ name }) => [name, shorten(name, room, measure)])) }
  }, [bars, width, measure])
  const valueRoom = Math.max(0, ...bars.map(({ value }) => measure(formatNumber(value, locale)))) + 10
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={bars.length * ROW + 4}
      data={bars}
      margin={{ top: 2, right: valueRoom, bottom: 2, left: 0 }}
      barCategoryGap={7}
      accessibilityLayer={false}
    >
      <defs>
        <SeriesPattern id={unknownFill} index={1} colour="var(--ink3)" />
      </defs>
      <XAxis type="number" hide domain={[0, 'dataMax']} />
      <YAxis
        type="category"
        dataKey="name"
        width={names.room + NAME_GAP}
        interval={0}
        axisLine={{ stroke: 'var(--ink3)' }}
        tickLine={false}
        tick={(place) => <BarName place={place} bars={bars} names={names.short} />}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--sunken)' }}
        content={({ active, activeIndex }) => {
          const bar = bars[Number(activeIndex ?? -1)]
          if (!active || bar === undefined) return null
          return (
            <div className={tooltips.card}>
              <strong>{bar.name}</strong>
              <p>
                {formatCount(bar.value, unit, locale)}, {formatShare(bar.share, locale)} of all
              </p>
            </div>
          )
        }}
      />
      <Bar
        dataKey="value"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => {
          const kind = bars[bar.originalDataIndex]?.kind
          const fill =
            kind === 'unknown' ? `url(#${unknownFill})` : kind === 'others' ? 'var(--ink3)' : colour
          return <path d={barPath(bar)} fill={fill} fillOpacity={kind === 'named' ? 1 : 0.55} />
        }}
      >
        <LabelList
          dataKey="value"
          position="right"
          offset={6}
          fill="var(--ink)"
          fontSize={12.5}
          formatter={(value) => formatNumber(Number(value), locale)}
        />
      </Bar>
    </BarChart>
  )
}

/** A bar with its far end rounded. */
function barPath({ x, y, width, height }: BarShapeProps): string {
  const round = Math.min(2, width)
  return `M${x} ${y}h${width - round}q${round} 0 ${round} ${round}v${height - 2 * round}q0 ${round} ${-round} ${round}h${round - width}z`
}

interface BarNameProps {
  place: YAxisTickContentProps
  bars: readonly BreakdownBar[]
  names: ReadonlyMap<string, string>
}

function BarName({ place, bars, names }: BarNameProps) {
  const bar = bars[place.index]
  if (bar === undefined) return null
  return (
    <text
      x={0}
      y={Number(place.y) + 4.5}
      fontSize={13}
      fill={bar.kind === 'named' ? 'var(--ink)' : 'var(--ink2)'}
      fontStyle={bar.kind === 'named' ? 'normal' : 'italic'}
    >
      <title>{bar.name}</title>
      {names.get(bar.name)}
    </text>
  )
}
