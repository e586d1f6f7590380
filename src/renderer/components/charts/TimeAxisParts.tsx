import {
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  type XAxisTickContentProps,
  type YAxisTickContentProps,
} from 'recharts'
import { formatNumber, type Locale } from './formats'
import type { TimeBucket } from './timeSeriesData'
import type { TimeTick } from './timeTicks'

interface TimeTickLabelProps {
  place: XAxisTickContentProps
  ticks: readonly TimeTick[]
  /** Leaves room for marks between axis and label. */
  lower: boolean
  /** The drawing's width in pixels, which the last label may not leave. */
  width: number
}

/** Half of the longest label in pixels. */
const LABEL_REACH = 21

/** A tick's label, with the year below it where one begins. */
export function TimeTickLabel({ place, ticks, lower, width }: TimeTickLabelProps) {
  const tick = ticks.find(({ start }) => start === place.payload.value)
  if (tick === undefined) return null
  const atEdge = Number(place.x) > width - LABEL_REACH
  const x = atEdge ? width : Number(place.x)
  const y = Number(place.y) + (lower ? 14 : 6)
  return (
    <g textAnchor={atEdge ? 'end' : 'middle'} fontSize={12} fill="var(--ink2)">
      <text x={x} y={y + 4}>
        {tick.label}
      </text>
      {tick.below !== null && (
        <text x={x} y={y + 19} fontWeight={600}>
          {tick.below}
        </text>
      )}
    </g>
  )
}

interface ValueTickLabelProps {
  place: YAxisTickContentProps
  locale: Locale
}

/** A value on the vertical axis, flush with the figure's left edge. */
export function ValueTickLabel({ place, locale }: ValueTickLabelProps) {
  return (
    <text x={0} y={Number(place.y) + 4} fontSize={12} fill="var(--ink2)">
      {formatNumber(Number(place.payload.value), locale)}
    </text>
  )
}

interface OpenBucketProps {
  bucket: TimeBucket | undefined
  /** The height of its stack in the scale's unit. */
  height: number
  /** In pixels; 0 where areas are drawn. */
  barWidth: number
}

/** The outline around the bucket that is not over yet. */
export function OpenBucket({ bucket, height, barWidth }: OpenBucketProps) {
  const scaleX = useXAxisScale()
  const scaleY = useYAxisScale()
  if (bucket === undefined || scaleX === undefined || scaleY === undefined) return null
  const middle = scaleX(bucket.start, { position: 'middle' })
  const bottom = scaleY(0)
  const top = scaleY(height)
  if (middle === undefined || bottom === undefined || top === undefined) return null
  const width = barWidth + 5
  return (
    <rect
      x={middle - width / 2}
      y={top - 3}
      width={width}
      height={bottom - top + 5}
      rx={3}
      fill="none"
      stroke="var(--leaf)"
      strokeWidth={1.5}
      pointerEvents="none"
    />
  )
}

/** Small ticks below the axis at the buckets that hold a mark. */
export function TimeMarks({ buckets }: { buckets: readonly TimeBucket[] }) {
  const scaleX = useXAxisScale()
  const plot = usePlotArea()
  if (scaleX === undefined || plot === undefined) return null
  const y = plot.y + plot.height + 3
  return buckets.map(({ start, marks }) => {
    const x = scaleX(start, { position: 'middle' })
    if (marks.length === 0 || x === undefined) return null
    return <path key={start} d={`M${x} ${y}l3.5 7h-7z`} fill="var(--ink2)" />
  })
}
