import { chartExports } from '@renderer/app/chartExports'
import { useRecords } from '@renderer/app/records'
import { CalendarHeatMap } from '@renderer/components/charts/CalendarHeatMap'
import { counted } from '@renderer/components/labels'
import { addDays, weekStart } from '@shared/domain/calendar'
import type { Aliveness } from './words'

const weeks = 26

interface Props {
  communityId: number
  today: string
  imports: Aliveness['imports']
}

/**
 * Half a year by days: weeks from left to right, weekdays from Monday down, with imports marked. At a gathering of more
 * than twelve nobody is counted as a contact of everybody else, so those who were there count themselves.
 */
export function Rhythm({ communityId, today, imports }: Props) {
  const from = addDays(weekStart(today), -7 * (weeks - 1))
  const scope = { from, to: today, communityId, location: null, department: null }
  const { data: contacts, error } = useRecords('activity.calendar', { scope })
  const { data: gatherings, error: problem } = useRecords('gatherings.days', { communityId, from, to: today })
  const failed = error ?? problem
  const days = new Map((contacts ?? []).map(({ day, interactions }) => [day, interactions]))
  for (const { day, withoutTies } of gatherings ?? [])
    if (withoutTies > 0) days.set(day, (days.get(day) ?? 0) + withoutTies)
  const large = (gatherings ?? []).some(({ withoutTies }) => withoutTies > 0)
  const unit = large
    ? { one: 'contact or attendance', other: 'contacts and attendances' }
    : { one: 'contact', other: 'contacts' }
  return (
    <CalendarHeatMap
      title="Rhythm"
      note={`${weeks} weeks, ${unit.other} a day`}
      reading={readingOf(
        [...days].flatMap(([day, count]) => (count > 0 ? [day] : [])),
        gatherings?.length ?? 0,
      )}
      from={from}
      to={today}
      points={[...days].map(([on, value]) => ({ on, value }))}
      unit={unit}
      today={today}
      marks={imports}
      status={
        failed
          ? { kind: 'error', message: failed.message }
          : contacts && gatherings
            ? undefined
            : { kind: 'loading' }
      }
      {...chartExports('Rhythm')}
    />
  )
}

function readingOf(days: readonly string[], gatherings: number): string {
  const inWeeks = new Set(days.map((day) => weekStart(day))).size
  const came = gatherings === 0 ? '' : `, with a gathering on ${counted(gatherings, 'day')}`
  return `Something happened in ${inWeeks} of ${weeks} weeks${came}.`
}
