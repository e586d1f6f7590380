import type { BucketSize } from '@shared/domain/calendar'
import type { LevelCounts } from '@shared/domain/participation'
import { participationLevels } from '@shared/domain/vocabulary'
import { useMemo } from 'react'
import type { ChartOptions } from './chartProps'
import { levelColours } from './participationData'
import { TimeSeriesChart } from './TimeSeriesChart'

export interface ParticipationOverTimeProps extends ChartOptions {
  /** The levels at the end of each bucket, one point a bucket, oldest first. */
  points: readonly { on: string; counts: LevelCounts }[]
  bucket: BucketSize
}

/** How many members were at each level, over time, as stacked areas with the core at the bottom. */
export function ParticipationOverTime({ points, bucket, ...options }: ParticipationOverTimeProps) {
  const series = useMemo(
    () =>
      participationLevels.map((level) => ({
        name: level,
        colour: levelColours[level],
        points: points.map(({ on, counts }) => ({ on, value: counts[level] })),
      })),
    [points],
  )
  const from = points[0]?.on
  const to = points.at(-1)?.on
  if (from === undefined || to === undefined) return null
  return (
    <TimeSeriesChart {...options} series={series} from={from} to={to} bucket={bucket} areas height={200} />
  )
}
