import { chartExports } from '@renderer/app/chartExports'
import { useRecords } from '@renderer/app/records'
import { CalendarHeatMap } from '@renderer/components/charts/CalendarHeatMap'
import { addDays, weekStart } from '@shared/domain/calendar'
import type { Aliveness } from './words'

const weeks = 26

interface Props {
  communityId: number
  today: string
  imports: Aliveness['imports']
}

/** Half a year by days: weeks from left to right, weekdays from Monday down, with imports marked. */
export function Rhythm({ communityId, today, imports }: Props) {
  const from = addDays(weekStart(today), -7 * (weeks - 1))
  const scope = { from, to: today, communityId, location: null, department: null }
  const { data: days, error } = useRecords('activity.calendar', { scope })
  return (
    <CalendarHeatMap
      title="Rhythm"
      note={`${weeks} weeks, contacts a day`}
      reading={readingOf(days ?? [])}
      from={from}
      to={today}
      points={(days ?? []).map(({ day, interactions }) => ({ on: day, value: interactions }))}
      unit={{ one: 'contact', other: 'contacts' }}
      today={today}
      marks={imports}
      status={error ? { kind: 'error', message: error.message } : days ? undefined : { kind: 'loading' }}
      {...chartExports('Rhythm')}
    />
  )
}

function readingOf(days: readonly { day: string; interactions: number }[]): string {
  const active = days.filter(({ interactions }) => interactions > 0)
  const inWeeks = new Set(active.map(({ day }) => weekStart(day))).size
  return `Something happened in ${inWeeks} of ${weeks} weeks.`
}
