import type { BucketSize } from '@shared/domain/calendar'
import { useId, useMemo } from 'react'
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber, type Locale } from './formats'
import { SeriesPattern } from './seriesFill'
import { textMeasure } from './shorten'
import { OpenBucket, TimeMarks, TimeTickLabel, ValueTickLabel } from './TimeAxisParts'
import { TimeTooltip } from './TimeTooltip'
import { fitsBars, type PlottedSeries, type TimeBucket, valueTicks } from './timeSeriesData'
import { THICKEST_BAR, timeShapes } from './timeShapes'
import { timeTicks } from './timeTicks'

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
/** Pixels a bucket below which a weave or a border would eat up a spike. */
const THINNEST_WOVEN = 4
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
  const as = asBars ? 'bars' : plotWidth / buckets.length < THINNEST_WOVEN ? 'dense' : 'areas'
  const marked = buckets.some(({ marks }) => marks.length > 0)
  const open = buckets.findIndex((bucket) => bucket.open)

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
        {series.map(({ key, look, colour }) => (
          <SeriesPattern key={key} id={`${patterns}-${key}`} index={look} colour={colour} />
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
        tick={(place) => <TimeTickLabel place={place} ticks={ticks} lower={marked} width={width} />}
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
              series={series}
              total={stacked.length > 1 ? (totals[at] ?? 0) : null}
              locale={locale}
            />
          )
        }}
      />
      {timeShapes({ series, buckets, as, fill: ({ key }) => `url(#${patterns}-${key})` })}
      <OpenBucket
        bucket={buckets[open]}
        height={totals[open] ?? 0}
        barWidth={asBars ? Math.min(THICKEST_BAR, (plotWidth / buckets.length) * (1 - BAR_GAP)) : 0}
      />
      <TimeMarks buckets={buckets} />
    </ComposedChart>
  )
}
