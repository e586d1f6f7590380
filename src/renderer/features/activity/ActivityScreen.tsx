import { Button } from '@mantine/core'
import { go } from '@renderer/app/navigation'
import { useRecords } from '@renderer/app/records'
import { useToday } from '@renderer/app/today'
import { useShown } from '@renderer/app/useShown'
import { EmptyState } from '@renderer/components/EmptyState'
import { ErrorNotice } from '@renderer/components/ErrorNotice'
import { counted, shortDate } from '@renderer/components/labels'
import { PageHeader } from '@renderer/components/PageHeader'
import screen from '@renderer/components/Screen.module.css'
import type { OutputOf } from '@shared/contract'
import classes from './Activity.module.css'
import { ActivityControls } from './ActivityControls'
import { periodOf, useActivityView } from './activityView'
import { Breakdowns } from './Breakdowns'
import { Calendar } from './Calendar'
import { OverTime } from './OverTime'
import { Participation } from './Participation'

type Series = OutputOf<'activity.series'>

/** Is it alive? Everything that was recorded, over time and by place. */
export function ActivityScreen() {
  const today = useToday()
  const view = useActivityView()
  const program = useRecords('program.overview', {})
  const scope = { ...periodOf(view, today), communityId: view.communityId, location: null, department: null }
  const series = useRecords('activity.series', { scope, by: view.by, group: view.group })
  useShown('activity', series.data !== undefined)
  const nothing = program.data?.sessions === 0 && program.data.interactions === 0

  return (
    <div className={screen.scrolling}>
      <PageHeader
        title="Activity"
        reading={series.data ? reading(series.data) : null}
        actions={
          <Button variant="default" onClick={() => go({ screen: 'import', kind: 'interactions' })}>
            Import contacts…
          </Button>
        }
      />
      {nothing ? (
        <EmptyState
          title="Nothing has happened yet"
          text="Every session that you write down shows here, and so do contacts that you import."
        >
          <Button onClick={() => go({ screen: 'session-editor' })}>New session</Button>
        </EmptyState>
      ) : (
        <>
          <ActivityControls />
          {series.error ? <ErrorNotice message={series.error.message} /> : null}
          <div className={classes.charts}>
            {series.data ? <OverTime data={series.data} period={scope} today={today} /> : null}
            <Calendar scope={scope} today={today} />
            <Breakdowns scope={scope} />
            <Participation today={today} />
          </div>
        </>
      )}
    </div>
  )
}

function reading({ sessions, interactions, from, to }: Series): string {
  if (from === null || to === null) return 'Nothing was recorded in this period.'
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  return `${counted(sum(sessions), 'session')} and ${counted(sum(interactions), 'interaction')} between ${shortDate(from)} and ${shortDate(to)}.`
}
