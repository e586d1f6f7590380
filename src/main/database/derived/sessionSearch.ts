import type { Derivation, Deriver } from '../engine/derivation'
import type { Row, SqlValue } from '../engine/reader'
import { isIn, type RowRange, withBulkMemory } from './bulkBuild'

/** The columns of `session_search`, in its order. */
export const sessionSearchColumns = ['title', 'agenda', 'notes']

/** What is indexed of each session `s`. */
export const sessionTexts = 'SELECT s.search_key, s.title, s.agenda, s.notes FROM sessions s'

/** A session as the index knows it: its row number there, and the texts. */
type Indexed = readonly [key: number, ...texts: (string | null)[]]

/**
 * The most text, in characters, that is kept in mind to be taken out of the index row by row. More than that goes
 * only when a large import is undone; then the index is built anew from what is left.
 */
const mostKept = 48_000_000

/**
 * Keeps `session_search` true. The index holds no texts, so taking a session out of it needs the texts that were
 * put in. Everything is done just before the commit, in the order of the keys, because FTS5 writes out a segment
 * each time the row number falls.
 */
export function sessionSearch(): Derivation {
  /** By session, what the index holds; null when it holds nothing of it. */
  const before = new Map<number, Indexed | null>()
  const bulk: RowRange[] = []
  let kept = 0

  return {
    tables: ['sessions'],

    changed(_db, _table, old, now) {
      const id = Number((old ?? now)?.id)
      if (before.has(id) || isIn(bulk, id) || (old && now && isSame(indexed(old), indexed(now)))) return
      const known = old && indexed(old)
      // Beyond the bound the texts are of no use any more: the index will be rebuilt.
      before.set(id, known && (kept < mostKept ? known : [known[0]]))
      if (known) kept += lengthOf(known)
    },

    inserted(_db, _table, first, last) {
      bulk.push({ first, last })
    },

    settle(db) {
      const added = bulk.reduce((sum, { first, last }) => sum + last - first + 1, 0)
      withBulkMemory(db, 'session_search', before.size + added, () => {
        if (kept >= mostKept) {
          // FTS5's own 'rebuild' reads the sessions by id, not by key.
          db.derive("INSERT INTO session_search (session_search) VALUES ('delete-all')")
          insertRange(db, { first: 0, last: Number.MAX_SAFE_INTEGER })
          return
        }
        update(db, before)
        for (const range of bulk) insertRange(db, range)
      })
    },
  }
}

function update(db: Deriver, before: ReadonlyMap<number, Indexed | null>): void {
  const outdated = [...before.values()].filter((known) => known !== null)
  for (const known of outdated.sort((a, b) => a[0] - b[0])) {
    db.derive(
      "INSERT INTO session_search (session_search, rowid, title, agenda, notes) VALUES ('delete', ?, ?, ?, ?)",
      ...known,
    )
  }
  const keys = [...before.keys()].flatMap((id) =>
    db.column<number>('SELECT search_key FROM sessions WHERE id = ?', id),
  )
  for (const key of keys.sort((a, b) => a - b)) {
    db.derive(`${insertion} ${sessionTexts} WHERE s.search_key = ?`, key)
  }
}

const insertion = 'INSERT INTO session_search (rowid, title, agenda, notes)'

function insertRange(db: Deriver, { first, last }: RowRange): void {
  // The LIMIT keeps SQLite from leaving out the order of the keys, and with it the sorter from holding the texts.
  db.derive(
    `${insertion} SELECT s.search_key, s.title, s.agenda, s.notes
      FROM (SELECT id FROM sessions WHERE id BETWEEN ? AND ? ORDER BY search_key LIMIT -1) AS ordered
      CROSS JOIN sessions s ON s.id = ordered.id`,
    first,
    last,
  )
}

function indexed(row: Row): Indexed {
  return [Number(row.search_key), text(row.title), text(row.agenda), text(row.notes)]
}

function text(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function isSame(one: Indexed, other: Indexed): boolean {
  return one.every((value, index) => value === other[index])
}

function lengthOf([, ...texts]: Indexed): number {
  return texts.reduce((sum, part) => sum + (part?.length ?? 0), 0)
}
