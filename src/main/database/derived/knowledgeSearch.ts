import type { Derivation, Deriver } from '../engine/derivation'
import { isIn, type RowRange, withBulkMemory } from './bulkBuild'

/** The columns of `knowledge_search`, in its order. */
export const knowledgeSearchColumns = ['title', 'topics', 'body']

/** What is indexed of each item `k`. */
export const knowledgeTexts = `
  SELECT k.id, k.title, (
    SELECT group_concat(t.name, ', ') FROM knowledge_topics kt JOIN topics t ON t.id = kt.topic_id WHERE kt.item_id = k.id
  ) AS topics, k.body FROM knowledge_items k`

/** Keeps `knowledge_search` true: takes note of the items, and indexes each of them once, just before the commit. */
export function knowledgeSearch(): Derivation {
  const stale = new Set<number>()
  const newItems: RowRange[] = []
  const newTopics: RowRange[] = []

  return {
    tables: ['knowledge_items', 'knowledge_topics', 'topics'],

    changed(db, table, before, after) {
      if (table === 'topics') {
        if (before && after && before.name !== after.name)
          for (const id of itemsAbout(db, Number(after.id))) stale.add(id)
      } else if (table === 'knowledge_topics') {
        for (const row of [before, after]) if (row) stale.add(Number(row.item_id))
      } else if (!before || !after || before.title !== after.title || before.body !== after.body) {
        stale.add(Number((after ?? before)?.id))
      }
    },

    inserted(_db, table, first, last) {
      if (table === 'knowledge_items') newItems.push({ first, last })
      else if (table === 'knowledge_topics') newTopics.push({ first, last })
    },

    settle(db) {
      for (const { first, last } of newTopics) {
        const sql = 'SELECT DISTINCT item_id FROM knowledge_topics WHERE id BETWEEN ? AND ?'
        for (const id of db.column<number>(sql, first, last)) stale.add(id)
      }
      const known = [...stale].filter((id) => !isIn(newItems, id)).sort((a, b) => a - b)
      const added = newItems.reduce((sum, { first, last }) => sum + last - first + 1, 0)
      withBulkMemory(db, 'knowledge_search', known.length + added, () => {
        for (const id of known) {
          db.derive('DELETE FROM knowledge_search WHERE rowid = ?', id)
          db.derive(`${insertion} ${knowledgeTexts} WHERE k.id = ?`, id)
        }
        for (const { first, last } of newItems)
          db.derive(`${insertion} ${knowledgeTexts} WHERE k.id BETWEEN ? AND ? ORDER BY k.id`, first, last)
      })
    },
  }
}

const insertion = `INSERT INTO knowledge_search (rowid, ${knowledgeSearchColumns.join(', ')})`

function itemsAbout(db: Deriver, topic: number): number[] {
  return db.column<number>('SELECT DISTINCT item_id FROM knowledge_topics WHERE topic_id = ?', topic)
}
