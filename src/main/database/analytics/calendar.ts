import type { ActivityScope } from '@shared/contract/activity'
import { fromDayNumber } from '@shared/domain/calendar'
import { countByDay } from './daily'
import type { FigureMemory } from './memory'
import { filterOf } from './scope'
import type { Columns } from './shape'

interface CalendarDay {
  day: string
  interactions: number
  sessions: number
}

/** Interactions and sessions per day, in order; days without any are left out. */
export function calendar(columns: Columns, scope: ActivityScope, memory?: FigureMemory): CalendarDay[] {
  const daily = countByDay(columns, filterOf(columns, scope), memory)
  const days: CalendarDay[] = []
  daily?.interactions.forEach((interactions, since) => {
    const sessions = daily.sessions[since] ?? 0
    if (interactions + sessions > 0)
      days.push({ day: fromDayNumber(daily.first + since), interactions, sessions })
  })
  return days
}
