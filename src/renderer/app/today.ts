import { useSyncExternalStore } from 'react'

/** Today in the calendar of this computer, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

const minute = 60_000

/** Today, kept true past midnight: the app stays open for days. */
export function useToday(): string {
  return useSyncExternalStore(
    (changed) => {
      const timer = setInterval(changed, minute)
      return () => clearInterval(timer)
    },
    () => today(),
  )
}
