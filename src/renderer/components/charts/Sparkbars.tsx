import { type BucketSize, bucketEnd } from '@shared/domain/calendar'
import styles from './charts.module.css'
import { formatBucket, formatCount, type Locale, type Unit } from './formats'
import type { TimePoint } from './timeSeriesData'

export interface SparkbarsProps {
  /** One a bucket, oldest first, without gaps; `on` is the bucket's first day. */
  points: readonly TimePoint[]
  bucket: BucketSize
  unit: Unit
  /** The plain reading, as text alternative. */
  reading: string
  /** Outlines the bucket that holds this day. */
  today?: string | undefined
  /** In pixels; 92 unless told. */
  height?: number | undefined
  locale?: Locale
}

/** Tiny bars without axes, to see a pulse at a glance. */
export function Sparkbars({ points, bucket, unit, reading, today, height = 92, locale }: SparkbarsProps) {
  const most = Math.max(1, ...points.map(({ value }) => value))
  return (
    <div className={styles.spark} role="img" aria-label={reading} style={{ height }}>
      {points.map(({ on, value }) => (
        <span
          key={on}
          title={`${formatCount(value, unit, locale)}, ${formatBucket(on, bucket, locale)}`}
          data-open={today !== undefined && on <= today && today <= bucketEnd(on, bucket) ? true : undefined}
        >
          <i style={{ height: value === 0 ? 1 : `${(value / most) * 100}%` }} />
        </span>
      ))}
    </div>
  )
}
