import { localDate } from '@shared/domain/calendar'
import { useSyncExternalStore } from 'react'

const minute = 60_000

/** Today, kept true past midnight: the app stays open for days. */
export function useToday(): string {
  return useSyncExternalStore(
    (changed) => {
      const timer = setInterval(changed, minute)
      return () => clearInterval(timer)
    },
    () => localDate(new Date()),
  )
}
