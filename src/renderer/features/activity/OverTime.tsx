import { chartExports } from '@renderer/app/chartExports'
import { TimeSeriesChart } from '@renderer/components/charts/TimeSeriesChart'
import { counted, shortDate } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'
import type { Grouping } from '@shared/contract/activity'
import classes from './Activity.module.css'
import { useActivityView } from './activityView'

interface Props {
  data: OutputOf<'activity.series'>
  period: { from: string | null; to: string | null }
  today: string
}

/** Sessions and interactions, bucket by bucket. */
export function OverTime({ data, period, today }: Props) {
  const { by, group } = useActivityView()
  const from = period.from ?? data.from ?? today
  const to = period.to ?? data.to ?? today
  const points = (counts: number[]) => data.buckets.map((on, index) => ({ on, value: counts[index] ?? 0 }))
  const series =
    group === 'none'
      ? [
          { name: 'Interactions', points: points(data.interactions) },
          { name: 'Sessions', points: points(data.sessions), mark: 'line' as const },
        ]
      : data.groups.map(({ name, counts }) => ({ name: name ?? 'Unknown', points: points(counts) }))
  const title = group === 'none' ? 'Sessions and interactions' : `Interactions by ${group}`
  return (
    <div className={classes.wide}>
      <TimeSeriesChart
        title={title}
        note={`a ${by}`}
        reading={`${reading(data, by)}${twice(group)}`}
        series={series}
        from={from}
        to={to}
        bucket={by}
        today={today}
        marks={data.imports.map(({ on, label }) => ({ date: on, label }))}
        {...chartExports(title)}
      />
    </div>
  )
}

function reading({ interactions, buckets }: Props['data'], by: string): string {
  const most = Math.max(0, ...interactions)
  if (most === 0) return 'No interaction was recorded in this period.'
  const usual = [...interactions].sort((a, b) => a - b)[Math.floor(interactions.length / 2)] ?? 0
  return `A usual ${by} has ${counted(usual, 'interaction')}; the liveliest, from ${shortDate(buckets[interactions.indexOf(most)] ?? '')}, had ${most}.`
}

/** Where one contact has two places, the bars add up to more than there were. */
function twice(group: Grouping): string {
  return group === 'location' || group === 'department'
    ? ` Between two ${group}s an interaction counts for each.`
    : ''
}
