import { chartExports } from '@renderer/app/chartExports'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { ParticipationOverTime } from '@renderer/components/charts/ParticipationOverTime'
import { ParticipationRings } from '@renderer/components/charts/ParticipationRings'
import { PeopleLists } from '@renderer/components/participation/PeopleLists'
import type { OutputOf } from '@shared/contract'
import classes from './Activity.module.css'
import { useActivityView } from './activityView'

type Counts = OutputOf<'activity.participation'>['counts']

const nobody: Counts = { core: 0, active: 0, peripheral: 0, outside: 0 }

/** How near the centre people are, now and over the last year. */
export function Participation({ today }: { today: string }) {
  const { weeks, communityId } = useActivityView()
  const { data, error } = useRecords('activity.participation', { on: today, weeks, communityId })
  const span = { from: null, to: null, today, communityId, loggedOnly: false }
  const { data: people } = useRecords('aliveness.participation', span)
  const counts = data?.counts ?? nobody
  const status = error
    ? { kind: 'error' as const, message: error.message }
    : data
      ? undefined
      : { kind: 'loading' as const }
  return (
    <>
      <ParticipationRings
        title="Participation"
        note={`contacts and gatherings of the last ${weeks} weeks`}
        reading={reading(counts)}
        counts={counts}
        weeks={weeks}
        status={status}
        {...chartExports('Participation')}
      />
      <ParticipationOverTime
        title="Participation over time"
        note="at the end of each month"
        reading={change(data?.history ?? [])}
        points={(data?.history ?? []).map(({ on, ...levels }) => ({ on, counts: levels }))}
        bucket="month"
        status={status}
        {...chartExports('Participation over time')}
      />
      {people ? (
        <div className={classes.wide}>
          <PeopleLists participation={people} onOpen={(memberId) => go({ screen: 'members', memberId })} />
        </div>
      ) : null}
    </>
  )
}

function reading({ core, active, peripheral, outside }: Counts): string {
  return `${core} core, ${active} active, ${peripheral} peripheral, ${outside} not seen.`
}

function change(history: (Counts & { on: string })[]): string {
  const first = history[0]
  const last = history.at(-1)
  if (!first || !last) return 'No history yet.'
  const inside = (levels: Counts) => levels.core + levels.active
  const difference = inside(last) - inside(first)
  if (difference === 0) return 'As many are core or active as a year ago.'
  return `${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} are core or active than a year ago.`
}
