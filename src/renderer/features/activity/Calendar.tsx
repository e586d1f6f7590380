import { chartExports } from '@renderer/app/chartExports'
import { useRecords } from '@renderer/app/records'
import { CalendarHeatMap } from '@renderer/components/charts/CalendarHeatMap'
import { counted } from '@renderer/components/labels'
import type { ActivityScope } from '@shared/contract/activity'
import classes from './Activity.module.css'

const weekdays = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays']

/** Every day as a square: the rhythm at a glance. */
export function Calendar({ scope, today }: { scope: ActivityScope; today: string }) {
  const { data, error } = useRecords('activity.calendar', { scope })
  const title = 'Calendar'
  const days = data ?? []
  return (
    <div className={classes.wide}>
      <CalendarHeatMap
        title={title}
        note="interactions a day"
        reading={reading(days)}
        from={scope.from ?? days[0]?.day ?? today}
        to={scope.to ?? days.at(-1)?.day ?? today}
        points={days.map(({ day, interactions }) => ({ on: day, value: interactions }))}
        unit={{ one: 'interaction', other: 'interactions' }}
        today={today}
        status={error ? { kind: 'error', message: error.message } : data ? undefined : { kind: 'loading' }}
        {...chartExports(title)}
      />
    </div>
  )
}

function reading(days: { day: string; interactions: number }[]): string {
  const byWeekday = new Array<number>(7).fill(0)
  for (const { day, interactions } of days) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    byWeekday[weekday] = (byWeekday[weekday] ?? 0) + interactions
  }
  const most = Math.max(...byWeekday)
  const active = days.filter(({ interactions }) => interactions > 0).length
  if (most === 0) return 'Nothing was recorded in this period.'
  return `Something happened on ${counted(active, 'day')}; ${weekdays[byWeekday.indexOf(most)]} are the liveliest.`
}
