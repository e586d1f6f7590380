import type { Bucket } from '@shared/contract/activity'
import { bucketsBetween, dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'

/** More points than this are no chart, and a slip of the pen in one date would make hundreds of thousands. */
export const MOST_BUCKETS = 4000

/** The time axis of a chart. */
export interface Axis {
  /** Each bucket by its first day. The first one may begin, and the last one end, outside of the period. */
  buckets: string[]
  first: number
  /** The bucket of every day, by days since `first`. */
  bucketByDay: Int32Array
}

/**
 * Cuts the days `first` to `last` into buckets.
 *
 * @throws AppError `invalid-input` when there would be more than `MOST_BUCKETS`.
 */
export function makeAxis(first: number, last: number, by: Bucket): Axis {
  if (first > last) return { buckets: [], first, bucketByDay: new Int32Array(0) }
  assertFewEnough(first, last, by)
  const buckets = bucketsBetween(fromDayNumber(first), fromDayNumber(last), by)
  const bucketByDay = new Int32Array(last - first + 1)
  buckets.forEach((start, bucket) => {
    bucketByDay.fill(bucket, Math.max(0, dayNumber(start) - first))
  })
  return { buckets, first, bucketByDay }
}

const longestBucket = { day: 1, week: 7, month: 31 }
const coarser = { day: 'by week or by month', week: 'by month', month: null }

function assertFewEnough(first: number, last: number, by: Bucket): void {
  if ((last - first + 1) / longestBucket[by] <= MOST_BUCKETS) return
  const period = `From ${fromDayNumber(first)} to ${fromDayNumber(last)} there are too many ${by}s for one chart.`
  const way =
    coarser[by] === null ? 'Choose a shorter period' : `Show it ${coarser[by]}, or choose a shorter period`
  throw new AppError(
    'invalid-input',
    `${period} ${way}. Should one of the two dates be a slip, correct its record.`,
  )
}
