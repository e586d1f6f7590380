import { useRecords } from '@renderer/app/records'
import type { OutputOf } from '@shared/contract'

/** How many matches of each kind a program has, whatever the list is narrowed to; null before it is known. */
export function useMatchCounts(programId: number, today: string): OutputOf<'matches.list'>['counts'] | null {
  const { data } = useRecords('matches.list', {
    programId,
    show: 'all',
    query: '',
    today,
    page: { offset: 0, limit: 100 },
  })
  return data?.counts ?? null
}
