import type { CountedRecord } from '../../derived/recordCounts'
import type { Reader } from '../../engine/reader'

/** How many records of each kind there are, in a file of any size at the same cost. */
export function recordCounts(db: Reader): Record<CountedRecord, number> {
  const counts: Record<CountedRecord, number> = {
    members: 0,
    sessions: 0,
    matches: 0,
    communities: 0,
    interactions: 0,
    knowledge_items: 0,
  }
  for (const { kind, records } of db.all<{ kind: CountedRecord; records: number }>(
    'SELECT kind, records FROM record_counts',
  ))
    counts[kind] = records
  return counts
}
