import type { ActivityScope } from '@shared/contract/activity'
import { fromDayNumber } from '@shared/domain/calendar'
import { countByDay } from './daily'
import { chooseSessions } from './scan'
import { filterOf } from './scope'
import type { Columns } from './shape'

interface CalendarDay {
  day: string
  interactions: number
  sessions: number
}

/** Interactions and sessions per day, in order; days without any are left out. */
export function calendar(columns: Columns, scope: ActivityScope): CalendarDay[] {
  const filter = filterOf(columns, scope)
  const daily = countByDay(columns, filter, chooseSessions(columns, filter))
  const days: CalendarDay[] = []
  daily?.interactions.forEach((interactions, since) => {
    const sessions = daily.sessions[since] ?? 0
    if (interactions + sessions > 0)
      days.push({ day: fromDayNumber(daily.first + since), interactions, sessions })
  })
  return days
}
