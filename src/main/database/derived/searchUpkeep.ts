import type Database from 'better-sqlite3'

const indexes = ['session_search', 'member_search'] as const

/** Pages that one step of merging may write. */
const step = 64

/**
 * One small step of tidying the search indexes, some milliseconds long, each a transaction of its own: for times
 * when nobody waits for the writer.
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
 * Brings each search index into a single segment. Takes seconds for a large file, so only for a writer that nobody
 * waits for, such as the one that makes the sample program.
 */
export function optimizeSearchIndexes(connection: Database.Database): void {
  for (const table of indexes) connection.prepare(`INSERT INTO ${table} (${table}) VALUES ('optimize')`).run()
}
