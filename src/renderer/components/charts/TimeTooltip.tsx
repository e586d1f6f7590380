import type { BucketSize } from '@shared/domain/calendar'
import { formatBucket, formatDate, formatNumber, type Locale } from './formats'
import type { PlottedSeries, TimeBucket } from './timeSeriesData'
import tooltips from './tooltips.module.css'

interface TimeTooltipProps {
  bucket: TimeBucket
  size: BucketSize
  series: readonly PlottedSeries[]
  /** What the stacked series add up to; null where there is nothing to add. */
  total: number | null
  locale: Locale
}

/** What one bucket holds, in words and figures: what is stacked from the top, its sum, then the lines. */
export function TimeTooltip({ bucket, size, series, total, locale }: TimeTooltipProps) {
  const entries = series.map((one, index) => ({ ...one, value: bucket.values[index] ?? 0 }))
  const row = ({ key, name, colour, value }: (typeof entries)[number]) => (
    <div key={key}>
      <dt>
        <i style={{ background: colour }} />
        {name}
      </dt>
      <dd>{formatNumber(value, locale)}</dd>
    </div>
  )
  return (
    <div className={tooltips.card}>
      <strong>
        {formatBucket(bucket.start, size, locale)}
        {bucket.open && <em> so far</em>}
      </strong>
      <dl>
        {entries
          .filter(({ mark }) => mark === 'bar')
          .reverse()
          .map(row)}
        {total !== null && (
          <div data-total>
            <dt>together</dt>
            <dd>{formatNumber(total, locale)}</dd>
          </div>
        )}
        {entries.filter(({ mark }) => mark === 'line').map(row)}
      </dl>
      {bucket.marks.map((mark) => (
        <p key={`${mark.date} ${mark.label}`}>
          ▴ {mark.label}, {formatDate(mark.date, 'dayAndMonth', locale)}
        </p>
      ))}
    </div>
  )
}
