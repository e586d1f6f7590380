import type { Derivation, Deriver } from '../engine/derivation'
import { isIn, type RowRange, withBulkMemory } from './bulkBuild'

/** A search index of records with texts of their own and topics that stand in another table. */
export interface TopicalIndex {
  /** The index, and the columns of it in their order. */
  index: string
  columns: readonly string[]
  /** The table of the records, and which of its columns are indexed. */
  table: string
  own: readonly string[]
  /** The table that ties records to topics, and its column that names the record. */
  ties: string
  record: string
  /** SQL for what is indexed of each record `r`, its id first. */
  texts: string
}

/**
 * Keeps such an index true. Several changes of one command may concern the same record, so it only takes note of the
 * records and indexes each of them once, just before the commit.
 */
export function topicalSearch({
  index,
  columns,
  table: records,
  own,
  ties,
  record,
  texts,
}: TopicalIndex): Derivation {
  const stale = new Set<number>()
  const newRecords: RowRange[] = []
  const newTies: RowRange[] = []
  const insertion = `INSERT INTO ${index} (rowid, ${columns.join(', ')}) ${texts}`
  const tied = (db: Deriver, where: string, ...parameters: number[]) =>
    db.column<number>(`SELECT DISTINCT ${record} FROM ${ties} WHERE ${where}`, ...parameters)

  return {
    tables: [records, ties, 'topics'],

    changed(db, table, before, after) {
      if (table === 'topics') {
        // A topic that is new or gone belongs to nothing; one that is called otherwise may belong to many.
        if (before && after && before.name !== after.name)
          for (const id of tied(db, 'topic_id = ?', Number(after.id))) stale.add(id)
      } else if (table === ties) {
        for (const row of [before, after]) if (row) stale.add(Number(row[record]))
      } else if (!before || !after || own.some((column) => before[column] !== after[column])) {
        stale.add(Number((after ?? before)?.id))
      }
    },

    inserted(_db, table, first, last) {
      if (table === records) newRecords.push({ first, last })
      else if (table === ties) newTies.push({ first, last })
    },

    settle(db) {
      for (const { first, last } of newTies)
        for (const id of tied(db, 'id BETWEEN ? AND ?', first, last)) stale.add(id)
      const known = [...stale].filter((id) => !isIn(newRecords, id)).sort((a, b) => a - b)
      const added = newRecords.reduce((sum, { first, last }) => sum + last - first + 1, 0)
      withBulkMemory(db, index, known.length + added, () => {
        for (const id of known) {
          db.derive(`DELETE FROM ${index} WHERE rowid = ?`, id)
          db.derive(`${insertion} WHERE r.id = ?`, id)
        }
        for (const { first, last } of newRecords)
          db.derive(`${insertion} WHERE r.id BETWEEN ? AND ? ORDER BY r.id`, first, last)
      })
    },
  }
}
