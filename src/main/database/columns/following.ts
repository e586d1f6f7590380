import type { Reader } from '../engine/reader'

/** What the file says about how far it has come. */
interface Mark<Table extends string> {
  file: string
  /** The newest change, and what it was: an id can come back after a rollback or from a backup. */
  change: number
  changed: string | null
  newest: Record<Table, number>
}

/** Ids of one table, both included. */
export interface Range {
  first: number
  last: number
}

/** The rows that may be different, in as few ranges as possible. Tables of which nothing is known are left out. */
export type News<Table extends string> = ReadonlyMap<Table, readonly Range[]>

/** From here on it is quicker to read everything than to look at each change. */
const tooManyChanges = 50_000
/** Somebody else may write while one reads; then it takes another round, but never many. */
const mostRounds = 4

/**
 * Keeps what is held in memory of some tables true to the file.
 *
 * Truth comes from the file, never from messages: the newest change and the newest rows are compared with what was
 * seen. What was changed since (commands, imports, undo, by this or any other process) is told by its ids, so that it
 * does not matter what the changes were; a history that does not continue the one that was seen means that nothing is
 * known any more. Rows that no command wrote are noticed when they add to the end of a table.
 */
export class Following<Table extends string> {
  private seen: Mark<Table> | null = null

  constructor(private readonly tables: readonly Table[]) {}

  /**
   * Has everything read for the first time, or what may be different since.
   * @returns whether anything was.
   */
  follow(db: Reader, read: { all: () => void; changed: (news: News<Table>) => void }): boolean {
    let different = false
    for (let round = 0; round < mostRounds; round++) {
      const { seen } = this
      const mark = this.markOf(db)
      if (seen !== null && this.same(seen, mark)) break
      // Forgotten first: should reading fail half way, the next call begins anew.
      this.seen = null
      const news = seen !== null && continues(db, seen, mark) ? this.news(db, seen, mark) : null
      if (news === null) read.all()
      else if (news.size > 0) read.changed(news)
      different ||= news === null || news.size > 0
      this.seen = mark
    }
    return different
  }

  private markOf(db: Reader): Mark<Table> {
    const newest = this.tables.map((table) => `coalesce((SELECT max(id) FROM ${table}), 0) AS ${table}`)
    const row = db.get<Record<Table | 'change', number> & { file: string }>(
      `SELECT (SELECT file FROM pragma_database_list WHERE name = 'main') AS file,
        coalesce((SELECT max(id) FROM changes), 0) AS "change", ${newest.join(', ')}`,
    )
    if (!row) throw new Error('A query for one row gave none.')
    const { file, change } = row
    return { file, change, changed: changeAt(db, change), newest: row }
  }

  private same(seen: Mark<Table>, mark: Mark<Table>): boolean {
    return (
      seen.file === mark.file &&
      seen.change === mark.change &&
      seen.changed === mark.changed &&
      this.tables.every((table) => seen.newest[table] === mark.newest[table])
    )
  }

  private news(db: Reader, seen: Mark<Table>, mark: Mark<Table>): News<Table> {
    const changes = Map.groupBy(
      db.all<Range & { source: string }>(
        'SELECT table_name AS source, first_row AS first, last_row AS last FROM changes WHERE id > ? AND id <= ?',
        seen.change,
        mark.change,
      ),
      ({ source }) => source,
    )
    const news = new Map<Table, Range[]>()
    for (const table of this.tables) {
      const ranges: Range[] = [...(changes.get(table) ?? [])]
      const [before, now] = [seen.newest[table], mark.newest[table]]
      if (before !== now) ranges.push({ first: Math.min(before, now) + 1, last: Math.max(before, now) })
      if (ranges.length > 0) news.set(table, joined(ranges))
    }
    return news
  }
}

/** What tells one change from another of the same id: its command, and the moment of that. */
function changeAt(db: Reader, change: number): string | null {
  const sql = `SELECT commands.id || ' ' || commands.at FROM changes
    JOIN commands ON commands.id = changes.command_id WHERE changes.id = ?`
  return db.value<string>(sql, change) ?? null
}

/** Whether the file's history is the one that was seen, and not too much more. */
function continues(db: Reader, seen: Mark<string>, mark: Mark<string>): boolean {
  return (
    seen.file === mark.file &&
    mark.change >= seen.change &&
    mark.change - seen.change <= tooManyChanges &&
    changeAt(db, seen.change) === seen.changed
  )
}

/** The same ids in as few ranges as possible. */
function joined(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.first - b.first)
  const all: Range[] = []
  for (const { first, last } of sorted) {
    const latest = all.at(-1)
    if (latest && first <= latest.last + 1) latest.last = Math.max(latest.last, last)
    else all.push({ first, last })
  }
  return all
}
