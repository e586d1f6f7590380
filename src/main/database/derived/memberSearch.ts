import type { Derivation, Deriver } from '../engine/derivation'
import type { Row } from '../engine/reader'
import { isIn, type RowRange, withBulkMemory } from './bulkBuild'

const indexedColumns = ['name', 'email', 'job_title', 'organisation', 'location', 'department']

/** The columns of `member_search`, in its order. */
export const memberSearchColumns = [...indexedColumns, 'skills']

/** What is indexed of each member `m`; the search index holds nothing else. */
export const memberTexts = `
  SELECT m.id, ${indexedColumns.map((column) => `m.${column}`).join(', ')}, (
    SELECT group_concat(t.name, ', ') FROM member_skills s JOIN topics t ON t.id = s.topic_id WHERE s.member_id = m.id
  ) FROM members m`

/**
 * Keeps `member_search` true. Several changes of one command may concern the same member, whose skills are rows of
 * their own, so it only takes note of the members and indexes each of them once, just before the commit.
 */
export function memberSearch(): Derivation {
  const stale = new Set<number>()
  const newMembers: RowRange[] = []
  const newSkills: RowRange[] = []

  return {
    tables: ['members', 'member_skills', 'topics'],

    changed(db, table, before, after) {
      if (table === 'topics') {
        // A topic that is new or gone belongs to nobody; one that is called otherwise may belong to many.
        if (before && after && before.name !== after.name)
          for (const id of membersOf(db, after)) stale.add(id)
      } else if (table === 'member_skills') {
        for (const row of [before, after]) if (row) stale.add(Number(row.member_id))
      } else if (!before || !after || indexedColumns.some((column) => before[column] !== after[column])) {
        stale.add(Number((after ?? before)?.id))
      }
    },

    inserted(_db, table, first, last) {
      if (table === 'members') newMembers.push({ first, last })
      else if (table === 'member_skills') newSkills.push({ first, last })
    },

    settle(db) {
      for (const { first, last } of newSkills) {
        for (const id of withSkills(db, first, last)) stale.add(id)
      }
      const known = [...stale].filter((id) => !isIn(newMembers, id)).sort((a, b) => a - b)
      const added = newMembers.reduce((sum, { first, last }) => sum + last - first + 1, 0)
      withBulkMemory(db, 'member_search', known.length + added, () => {
        for (const id of known) reindex(db, id)
        for (const { first, last } of newMembers) {
          db.derive(`${insertion} ${memberTexts} WHERE m.id BETWEEN ? AND ? ORDER BY m.id`, first, last)
        }
      })
    },
  }
}

const insertion = `INSERT INTO member_search (rowid, ${memberSearchColumns.join(', ')})`

function reindex(db: Deriver, id: number): void {
  db.derive('DELETE FROM member_search WHERE rowid = ?', id)
  db.derive(`${insertion} ${memberTexts} WHERE m.id = ?`, id)
}

function membersOf(db: Deriver, topic: Row): number[] {
  return db.column<number>(
    'SELECT DISTINCT member_id FROM member_skills WHERE topic_id = ?',
    Number(topic.id),
  )
}

function withSkills(db: Deriver, first: number, last: number): number[] {
  return db.column<number>(
    'SELECT DISTINCT member_id FROM member_skills WHERE id BETWEEN ? AND ?',
    first,
    last,
  )
}
