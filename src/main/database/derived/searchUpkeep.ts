import type Database from 'better-sqlite3-multiple-ciphers'
import type { Deriver } from '../engine/derivation'

const indexes = ['session_search', 'member_search', 'knowledge_search', 'record_search'] as const

/** Pages that one step of merging may write. */
const step = 64

/**
 * One small step of tidying the search indexes, some milliseconds long, each a transaction of its own: for times
 * when nobody waits for the writer. Every save leaves a segment behind, and searches look into all of them: a
 * thousand make them twice as slow. The steps end with few segments, so that no other tidying is needed.
 *
 * @returns whether there is more to do.
 */
export function mergeSearchIndexes(connection: Database.Database): boolean {
  const changes = connection.prepare('SELECT total_changes()').pluck()
  return indexes.some((table) => {
    const before = Number(changes.get())
    connection.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(step)
    // FTS5 counts its own command as one change; more than that is work that it found.
    return Number(changes.get()) - before >= 2
  })
}

/**
 * Writes the search indexes anew, so that no word of a deleted text is left in them: until then FTS5 only notes that
 * it is gone. Takes as long as building them does.
 */
export function forgetDeletedWords(db: Deriver): void {
  for (const table of indexes) db.derive(`INSERT INTO ${table} (${table}) VALUES ('optimize')`)
}
