import type { BucketSize } from '@shared/domain/calendar'
import { Fragment, type ReactNode, useId, useMemo } from 'react'
import {
  Area,
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  Line,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatNumber, type Locale } from './formats'
import { SeriesPattern, seriesDash } from './seriesFill'
import { textMeasure } from './shorten'
import { OpenBucket, TimeMarks, TimeTickLabel, ValueTickLabel } from './TimeAxisParts'
import { TimeTooltip } from './TimeTooltip'
import { fitsBars, type TimeBucket, valueTicks } from './timeSeriesData'
import { timeTicks } from './timeTicks'

export interface PlottedSeries {
  name: string
  mark: 'bar' | 'line'
  colour: string
}

interface TimeSeriesPlotProps {
  series: readonly PlottedSeries[]
  buckets: TimeBucket[]
  size: BucketSize
  width: number
  height: number
  /** Areas whatever fits: for shares of a whole that change over time. */
  areas: boolean
  locale: Locale
}

const AXIS_FONT = '12px "Inter Variable", system-ui, sans-serif'
const MARGIN = { top: 10, right: 14, bottom: 0, left: 0 }
const THICKEST_BAR = 30
/** The part of a bucket's width that stays free between bars. */
const BAR_GAP = 0.22

/** The picture alone: stacked bars or areas with lines over them, on one scale that begins at zero. */
export function TimeSeriesPlot({ series, buckets, size, width, height, areas, locale }: TimeSeriesPlotProps) {
  const patterns = useId()
  const stacked = series.flatMap(({ mark }, index) => (mark === 'bar' ? [index] : []))
  const totals = buckets.map(({ values }) => stacked.reduce((sum, index) => sum + (values[index] ?? 0), 0))
  const highest = buckets.reduce((most, { values }, at) => Math.max(most, totals[at] ?? 0, ...values), 0)
  const values = valueTicks(highest)
  const axisWidth = Math.ceil(textMeasure(AXIS_FONT, 7)(formatNumber(values.at(-1) ?? 0, locale))) + 10
  const plotWidth = Math.max(1, width - axisWidth - MARGIN.right)
  const ticks = useMemo(
    () =>
      timeTicks(
        buckets.map(({ start }) => start),
        size,
        plotWidth,
        locale,
      ),
    [buckets, size, plotWidth, locale],
  )
  const asBars = !areas && fitsBars(buckets.length, plotWidth)
  // Where spikes are as thin as a hair, a weave or a border would eat them up.
  const dense = !asBars && plotWidth / buckets.length < 4
  const marked = buckets.some(({ marks }) => marks.length > 0)
  const open = buckets.findIndex((bucket) => bucket.open)

  const shapes: ReactNode[] = series.map(({ name, mark, colour }, index) => {
    const common = {
      dataKey: (bucket: TimeBucket) => bucket.values[index] ?? 0,
      name,
      isAnimationActive: false,
    }
    const fill = `url(#${patterns}-${index})`
    if (mark === 'line') {
      const dash = seriesDash(series.slice(0, index).filter((other) => other.mark === 'line').length)
      return (
        <Fragment key={name}>
          <Line
            {...common}
            stroke="var(--paper, var(--surface))"
            strokeWidth={5}
            dot={false}
            activeDot={false}
          />
          <Line
            {...common}
            stroke={colour}
            strokeWidth={2}
            strokeLinejoin="round"
            dot={false}
            activeDot={{ r: 3.5, strokeWidth: 0 }}
            {...(dash === undefined ? {} : { strokeDasharray: dash })}
          />
        </Fragment>
      )
    }
    if (asBars) {
      const above = stacked.filter((other) => other > index)
      const isTop = (bucket: TimeBucket | undefined) => above.every((other) => bucket?.values[other] === 0)
      return (
        <Bar
          key={name}
          {...common}
          stackId="all"
          maxBarSize={THICKEST_BAR}
          shape={(bar: BarShapeProps) => (
            <path d={stackedBarPath(bar, isTop(buckets[bar.originalDataIndex]))} fill={fill} />
          )}
        />
      )
    }
    return (
      <Area
        key={name}
        {...common}
        stackId="all"
        fill={dense ? colour : fill}
        fillOpacity={1}
        stroke={dense ? 'none' : 'var(--paper, var(--surface))'}
        strokeWidth={0.75}
        activeDot={false}
      />
    )
  })

  return (
    <ComposedChart
      width={width}
      height={height}
      data={buckets}
      margin={MARGIN}
      barCategoryGap={`${BAR_GAP * 50}%`}
      accessibilityLayer={false}
    >
      <defs>
        {series.map(({ name, colour }, index) => (
          <SeriesPattern key={name} id={`${patterns}-${index}`} index={index} colour={colour} />
        ))}
      </defs>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="start"
        ticks={ticks.map(({ start }) => start)}
        interval={0}
        height={marked ? 46 : 38}
        tickLine={false}
        axisLine={{ stroke: 'var(--ink3)' }}
        tick={(place) => <TimeTickLabel place={place} ticks={ticks} lower={marked} />}
      />
      <YAxis
        width={axisWidth}
        domain={[0, values.at(-1) ?? 1]}
        ticks={values}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={(place) => <ValueTickLabel place={place} locale={locale} />}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={asBars ? { fill: 'var(--sunken)' } : { stroke: 'var(--ink3)', strokeDasharray: '2 2' }}
        content={({ active, activeIndex }) => {
          const at = Number(activeIndex ?? -1)
          const bucket = buckets[at]
          if (!active || bucket === undefined) return null
          return (
            <TimeTooltip
              bucket={bucket}
              size={size}
              names={series.map(({ name }) => name)}
              colours={series.map(({ colour }) => colour)}
              total={stacked.length > 1 ? (totals[at] ?? 0) : null}
              locale={locale}
            />
          )
        }}
      />
      {shapes}
      <OpenBucket
        bucket={buckets[open]}
        height={totals[open] ?? 0}
        barWidth={asBars ? Math.min(THICKEST_BAR, (plotWidth / buckets.length) * (1 - BAR_GAP)) : 0}
      />
      <TimeMarks buckets={buckets} />
    </ComposedChart>
  )
}

/** A bar with a hair's breadth between it and the one above; the topmost has its corners rounded. */
function stackedBarPath({ x, y, width, height }: BarShapeProps, isTop: boolean): string {
  if (height <= 0) return ''
  const round = isTop ? Math.min(2, width / 2, height) : 0
  const gap = isTop || height < 3 ? 0 : 0.8
  const top = y + gap
  return `M${x} ${y + height}V${top + round}q0 ${-round} ${round} ${-round}h${width - 2 * round}q${round} 0 ${round} ${round}V${y + height}z`
}
