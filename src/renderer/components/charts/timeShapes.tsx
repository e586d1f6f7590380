import { Fragment, type ReactNode } from 'react'
import { Area, Bar, type BarShapeProps, Line } from 'recharts'
import { seriesDash } from './seriesFill'
import type { PlottedSeries, TimeBucket } from './timeSeriesData'

/** In pixels. */
export const THICKEST_BAR = 30

const PAPER = 'var(--paper, var(--surface))'

interface Drawing {
  series: readonly PlottedSeries[]
  buckets: readonly TimeBucket[]
  /** Bars, or areas where bars would be too thin; `dense` when even a border would eat up a spike. */
  as: 'bars' | 'areas' | 'dense'
  /** The pattern that fills a series. */
  fill: (series: PlottedSeries) => string
}

/** The series as elements for a chart: what stacks first, then the lines over it. */
export function timeShapes({ series, buckets, as, fill }: Drawing): ReactNode[] {
  const order = [...series.keys()].sort((a, b) => Number(isLine(series[a])) - Number(isLine(series[b])))
  return order.map((index) => {
    const one = series[index]
    if (one === undefined) return null
    const common = {
      dataKey: (bucket: TimeBucket) => bucket.values[index] ?? 0,
      name: one.name,
      isAnimationActive: false,
    }
    if (isLine(one)) return <OverLine key={one.key} series={one} common={common} />
    if (as !== 'bars') {
      return (
        <Area
          key={one.key}
          {...common}
          stackId="all"
          fill={as === 'dense' ? one.colour : fill(one)}
          fillOpacity={1}
          stroke={as === 'dense' ? 'none' : PAPER}
          strokeWidth={0.75}
          activeDot={false}
        />
      )
    }
    const above = order.filter((other) => other > index && !isLine(series[other]))
    const isTop = (bucket: TimeBucket | undefined) =>
      above.every((other) => (bucket?.values[other] ?? 0) === 0)
    return (
      <Bar
        key={one.key}
        {...common}
        stackId="all"
        maxBarSize={THICKEST_BAR}
        shape={(bar: BarShapeProps) => (
          <path d={stackedBarPath(bar, isTop(buckets[bar.originalDataIndex]))} fill={fill(one)} />
        )}
      />
    )
  })
}

function isLine(series: PlottedSeries | undefined): boolean {
  return series?.mark === 'line'
}

interface OverLineProps {
  series: PlottedSeries
  common: { dataKey: (bucket: TimeBucket) => number; name: string; isAnimationActive: boolean }
}

/** A line with a little paper around it, so that it can be followed across bars. */
function OverLine({ series: { colour, look }, common }: OverLineProps) {
  const dash = seriesDash(look)
  return (
    <Fragment>
      <Line {...common} stroke={PAPER} strokeWidth={4.5} dot={false} activeDot={false} />
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

/** A bar with a hair's breadth between it and the one above; the topmost has its corners rounded. */
function stackedBarPath({ x, y, width, height }: BarShapeProps, isTop: boolean): string {
  if (height <= 0) return ''
  const round = isTop ? Math.min(2, width / 2, height) : 0
  const gap = isTop || height < 3 ? 0 : 0.8
  const corner = `q0 ${-round} ${round} ${-round}h${width - 2 * round}q${round} 0 ${round} ${round}`
  return `M${x} ${y + height}V${y + gap + round}${corner}V${y + height}z`
}
