import type { BucketSize } from '@shared/domain/calendar'
import styles from './charts.module.css'
import { formatBucket, formatDate, formatNumber, type Locale } from './formats'
import type { TimeBucket } from './timeSeriesData'

interface TimeTooltipProps {
  bucket: TimeBucket
  size: BucketSize
  names: readonly string[]
  colours: readonly string[]
  /** Whether the values add up to something that can be said. */
  total: number | null
  locale: Locale
}

/** What one bucket holds, in words and figures. */
export function TimeTooltip({ bucket, size, names, colours, total, locale }: TimeTooltipProps) {
  return (
    <div className={styles.tip}>
      <strong>
        {formatBucket(bucket.start, size, locale)}
        {bucket.open && <em> so far</em>}
      </strong>
      <dl>
        {names.map((name, index) => (
          <div key={name}>
            <dt>
              <i style={{ background: colours[index] }} />
              {name}
            </dt>
            <dd>{formatNumber(bucket.values[index] ?? 0, locale)}</dd>
          </div>
        ))}
        {total !== null && (
          <div data-total>
            <dt>together</dt>
            <dd>{formatNumber(total, locale)}</dd>
          </div>
        )}
      </dl>
      {bucket.marks.map((mark) => (
        <p key={`${mark.date} ${mark.label}`}>
          ▴ {mark.label}, {formatDate(mark.date, 'dayAndMonth', locale)}
        </p>
      ))}
    </div>
  )
}
