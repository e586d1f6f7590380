import { useMemo } from 'react'
import { ChartFrame } from './ChartFrame'
import { BarSwatch, ChartLegend, LegendItem, LineSwatch, MarkSwatch, OpenSwatch } from './ChartLegend'
import type { ChartOptions } from './chartProps'
import { nothingBetween } from './emptyChart'
import { MOST_SERIES, QUIET_COLOUR, seriesColour } from './seriesFill'
import { TimeSeriesPlot } from './TimeSeriesPlot'
import {
  fillBuckets,
  limitSeries,
  type PlottedSeries,
  type TimeMark,
  type TimePeriod,
  type TimeSeries,
  timeTable,
} from './timeSeriesData'
import { useWidth } from './useWidth'

export interface TimeSeriesChartProps extends ChartOptions, TimePeriod {
  series: readonly TimeSeries[]
  /** Shown as small ticks on the time axis and named in the tooltip. */
  marks?: readonly TimeMark[] | undefined
  /** What one mark is, for the legend; “import” unless told. */
  markName?: string | undefined
  /** Draws areas however few buckets there are. */
  areas?: boolean | undefined
  /** In pixels, legend not included; 240 unless told. */
  height?: number | undefined
}

/**
 * Counts by day, week or month as stacked bars, with lines over them if wanted; above 400 buckets as areas.
 * At most six series are drawn, the smallest together as “n others”; the table has all of them.
 */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const {
    series,
    marks,
    markName = 'import',
    areas = false,
    height = 240,
    from,
    to,
    bucket,
    today,
    ...options
  } = props
  const [ref, width] = useWidth()
  const { plotted, buckets, table } = useMemo(() => {
    const period = { from, to, bucket, today }
    const drawn = limitSeries(series, MOST_SERIES)
    return {
      plotted: drawn.map(({ series: one, rest }, index): PlottedSeries => {
        const mark = one.mark ?? 'bar'
        const look = drawn.slice(0, index).filter((before) => (before.series.mark ?? 'bar') === mark).length
        const colour = one.colour ?? (rest ? QUIET_COLOUR : seriesColour(index))
        return { key: String(index), name: one.name, mark, look, colour }
      }),
      buckets: fillBuckets(
        drawn.map((one) => one.series),
        marks ?? [],
        period,
      ),
      table: timeTable(series, fillBuckets(series, [], period), bucket, options.locale),
    }
  }, [series, marks, from, to, bucket, today, options.locale])
  const empty = buckets.every(({ values }) => values.every((value) => value === 0))
  const status = options.status ?? (empty ? nothingBetween(from, to, options.locale) : undefined)
  const open = buckets.some((one) => one.open)
  const marked = buckets.some((one) => one.marks.length > 0)

  return (
    <ChartFrame {...options} status={status} table={table} pictureHeight={height}>
      {(plotted.length > 1 || open || marked) && (
        <ChartLegend>
          {plotted.length > 1 &&
            plotted.map(({ key, name, mark, look, colour }) => {
              const Swatch = mark === 'bar' ? BarSwatch : LineSwatch
              return (
                <LegendItem key={key} swatch={<Swatch index={look} colour={colour} />}>
                  {name}
                </LegendItem>
              )
            })}
          {open && (
            <LegendItem swatch={<OpenSwatch />}>
              {bucket === 'day' ? 'today' : `this ${bucket}`}, not over yet
            </LegendItem>
          )}
          {marked && <LegendItem swatch={<MarkSwatch />}>{markName}</LegendItem>}
        </ChartLegend>
      )}
      <div ref={ref} role="img" aria-label={`${options.title}. ${options.reading}`}>
        <TimeSeriesPlot
          series={plotted}
          buckets={buckets}
          size={bucket}
          width={width}
          height={height}
          areas={areas}
          locale={options.locale}
        />
      </div>
    </ChartFrame>
  )
}
