import type { Derivation } from '../engine/derivation'
import type { Row } from '../engine/reader'

/** What is counted, with SQL for the records of it that count. */
export const countedRecords = {
  members: 'archived_at IS NULL',
  sessions: 'true',
  matches: 'true',
  communities: 'true',
  interactions: 'true',
  knowledge_items: 'true',
} as const
export type CountedRecord = keyof typeof countedRecords

/** Keeps `record_counts` true. */
export function recordCounts(): Derivation {
  const difference = new Map<string, number>()
  const add = (table: string, records: number) =>
    difference.set(table, (difference.get(table) ?? 0) + records)

  return {
    tables: Object.keys(countedRecords),

    changed(_db, table, before, after) {
      add(table, counts(table, after) - counts(table, before))
    },

    inserted(db, table, first, last) {
      const counted = countedRecords[table as CountedRecord]
      const sql = `SELECT count(*) FROM ${table} WHERE id BETWEEN ? AND ? AND ${counted}`
      add(table, db.value<number>(sql, first, last) ?? 0)
    },

    settle(db) {
      for (const [table, records] of difference) {
        if (records !== 0)
          db.derive('UPDATE record_counts SET records = records + ? WHERE kind = ?', records, table)
      }
    },
  }
}

function counts(table: string, row: Row | null): number {
  if (row === null) return 0
  return table !== 'members' || row.archived_at === null ? 1 : 0
}
