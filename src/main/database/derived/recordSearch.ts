import type { Derivation } from '../engine/derivation'
import type { Row } from '../engine/reader'
import { isIn, type RowRange, withBulkMemory } from './bulkBuild'

/** The columns of `record_search`, in its order. */
export const recordSearchColumns = ['title', 'body']

/** A row of the index is numbered by this times the number of its kind, and the record's id. */
export const recordSpace = 2 ** 40

interface Indexed {
  kind: number
  /** The columns that are indexed, so that nothing is indexed anew where none of them changed. */
  own: readonly string[]
  title: string
  body: string
}

/** The tables of the index, with SQL for its two columns. */
export const indexedRecords = {
  gatherings: {
    kind: 1,
    own: ['title', 'place', 'notes'],
    title: 'title',
    body: 'concat_ws(char(10), place, notes)',
  },
  communities: {
    kind: 2,
    own: ['name', 'domain', 'purpose', 'public_spaces', 'private_spaces'],
    title: 'name',
    body: 'concat_ws(char(10), domain, purpose, public_spaces, private_spaces)',
  },
  programs: { kind: 3, own: ['name', 'purpose'], title: 'name', body: 'purpose' },
  asks: { kind: 4, own: ['text'], title: 'NULL', body: 'text' },
  action_items: { kind: 5, own: ['text'], title: 'NULL', body: 'text' },
} satisfies Record<string, Indexed>
export type IndexedTable = keyof typeof indexedRecords

const tables = Object.keys(indexedRecords) as IndexedTable[]

function textsOf(table: IndexedTable): string {
  const { kind, title, body } = indexedRecords[table]
  return `SELECT ${kind * recordSpace} + id AS key, ${title} AS title, ${body} AS body FROM ${table}`
}

/** What is indexed of each record `r`. */
export const recordTexts = `SELECT r.key, r.title, r.body FROM (${tables.map(textsOf).join(' UNION ALL ')}) r`

/** Keeps `record_search` true: what changed is indexed once, just before the commit, in the order of the rows. */
export function recordSearch(): Derivation {
  const stale = new Map<IndexedTable, Set<number>>(tables.map((table) => [table, new Set()]))
  const added = new Map<IndexedTable, RowRange[]>(tables.map((table) => [table, []]))
  const known = (table: string) => table as IndexedTable

  return {
    tables,

    changed(_db, table, before, after) {
      const own = indexedRecords[known(table)].own
      if (before && after && own.every((column: keyof Row) => before[column] === after[column])) return
      stale.get(known(table))?.add(Number((after ?? before)?.id))
    },

    inserted(_db, table, first, last) {
      added.get(known(table))?.push({ first, last })
    },

    settle(db) {
      for (const table of tables) {
        const ranges = added.get(table) ?? []
        const ids = [...(stale.get(table) ?? [])].filter((id) => !isIn(ranges, id)).sort((a, b) => a - b)
        const rows = ranges.reduce((sum, { first, last }) => sum + last - first + 1, ids.length)
        const insertion = `INSERT INTO record_search (rowid, title, body) ${textsOf(table)}`
        withBulkMemory(db, 'record_search', rows, () => {
          for (const id of ids) {
            db.derive(
              'DELETE FROM record_search WHERE rowid = ?',
              indexedRecords[table].kind * recordSpace + id,
            )
            db.derive(`${insertion} WHERE id = ?`, id)
          }
          for (const { first, last } of ranges)
            db.derive(`${insertion} WHERE id BETWEEN ? AND ? ORDER BY id`, first, last)
        })
      }
    },
  }
}
