import type { Bucket, Grouping } from '@shared/domain/vocabulary'
import { create } from 'zustand'

export const ranges = ['3 months', '6 months', '12 months', '18 months', 'everything', 'own'] as const
export type Range = (typeof ranges)[number]

interface ActivityView {
  range: Range
  /** For the range of one's own. */
  from: string | null
  to: string | null
  by: Bucket
  group: Grouping
  communityId: number | null
  weeks: number
  set(change: Partial<Omit<ActivityView, 'set'>>): void
}

/** Which part of the activity is looked at, for as long as the window is open. */
export const useActivityView = create<ActivityView>()((set) => ({
  range: '12 months',
  from: null,
  to: null,
  by: 'week',
  group: 'none',
  communityId: null,
  weeks: 12,
  set: (change) => set(change),
}))

/** The period that a range means today; null is open. */
export function periodOf(
  { range, from, to }: Pick<ActivityView, 'range' | 'from' | 'to'>,
  today: string,
): { from: string | null; to: string | null } {
  if (range === 'own') return { from, to }
  if (range === 'everything') return { from: null, to: null }
  return { from: monthsBefore(today, Number.parseInt(range, 10)), to: today }
}

/** The same day some months earlier; the last day of a shorter month. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
