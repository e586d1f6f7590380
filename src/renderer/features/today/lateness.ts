import { counted, shortDate } from '@renderer/components/labels'

interface Due {
  dueOn: string
  daysLate: number
  daysToGo: number
}

export function toneOf({ daysLate, daysToGo }: Due): 'over' | 'due' | 'quiet' {
  return daysLate > 0 ? 'over' : daysToGo === 0 ? 'due' : 'quiet'
}

/** "3 days late", "today", "28 Nov". */
export function tagOf({ daysLate, daysToGo, dueOn }: Due): string {
  if (daysLate > 0) return counted(daysLate, 'day late', 'days late')
  return daysToGo === 0 ? 'today' : shortDate(dueOn)
}
