import type { Reader } from '../engine/reader'
import type { Columns } from './shape'
import { ActivityStore, type Source, sources } from './store'

/** What the file says about how far it has come. */
interface Mark {
  file: string
  /** The newest change, and what it was: an id can come back after a rollback or from a backup. */
  change: number
  changed: string | null
  newest: Record<Source, number>
}

interface Range {
  first: number
  last: number
}

/** From here on it is quicker to read everything than to look at each change. */
const TOO_MANY_CHANGES = 50_000
/** Somebody else may write while we read; then it takes another round, but never many. */
const MOST_ROUNDS = 4

/**
 * The columns of one program file in the memory of one thread: read when first needed, true whenever asked for.
 *
 * Truth comes from the file, never from messages: each `get` compares the newest change and the newest rows with
 * what it has seen. What was changed since (commands, imports, undo, by this or any other process) is read anew by
 * its ids, so that it does not matter what the changes were; a history that does not continue the one that was seen
 * means reading everything. Rows that no command wrote are noticed when they add to the end of a table.
 */
export class ActivityColumns {
  private store = new ActivityStore()
  private seen: Mark | null = null

  /** @returns the columns, valid until the next call. */
  get(db: Reader): Columns {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const mark = readMark(db)
      if (this.seen !== null && same(this.seen, mark)) break
      if (this.seen !== null && continues(db, this.seen, mark)) this.catchUp(db, this.seen, mark)
      else this.load(db, mark)
      this.seen = mark
    }
    return this.store.view()
  }

  private load(db: Reader, mark: Mark): void {
    // Forgotten first: should reading fail half way, the next call begins anew.
    this.seen = null
    this.store = new ActivityStore()
    for (const source of sources) {
      this.store.reserve(source, db.value<number>(`SELECT count(*) FROM ${source}`) ?? 0)
      this.store.refresh(db, source, 1, mark.newest[source])
    }
  }

  private catchUp(db: Reader, seen: Mark, mark: Mark): void {
    const changes = db.all<Range & { source: string }>(
      'SELECT table_name AS source, first_row AS first, last_row AS last FROM changes WHERE id > ? AND id <= ?',
      seen.change,
      mark.change,
    )
    for (const source of sources) {
      const ranges: Range[] = changes.filter((change) => change.source === source)
      const [before, now] = [seen.newest[source], mark.newest[source]]
      if (before !== now) ranges.push({ first: Math.min(before, now) + 1, last: Math.max(before, now) })
      for (const { first, last } of joined(ranges)) this.store.refresh(db, source, first, last)
    }
  }
}

function readMark(db: Reader): Mark {
  const newest = sources.map((source) => `coalesce((SELECT max(id) FROM ${source}), 0) AS ${source}`)
  const row = db.get<Record<Source | 'change', number> & { file: string }>(
    `SELECT (SELECT file FROM pragma_database_list WHERE name = 'main') AS file,
      coalesce((SELECT max(id) FROM changes), 0) AS "change", ${newest.join(', ')}`,
  )
  if (!row) throw new Error('A query for one row gave none.')
  const { file, change, ...rest } = row
  return { file, change, changed: changeAt(db, change), newest: rest }
}

/** What tells one change from another of the same id: its command, and the moment of that. */
function changeAt(db: Reader, change: number): string | null {
  const sql = `SELECT commands.id || ' ' || commands.at FROM changes
    JOIN commands ON commands.id = changes.command_id WHERE changes.id = ?`
  return db.value<string>(sql, change) ?? null
}

function same(seen: Mark, mark: Mark): boolean {
  return (
    seen.file === mark.file &&
    seen.change === mark.change &&
    seen.changed === mark.changed &&
    sources.every((source) => seen.newest[source] === mark.newest[source])
  )
}

/** Whether the file's history is the one that was seen, and not too much more. */
function continues(db: Reader, seen: Mark, mark: Mark): boolean {
  return (
    seen.file === mark.file &&
    mark.change >= seen.change &&
    mark.change - seen.change <= TOO_MANY_CHANGES &&
    changeAt(db, seen.change) === seen.changed
  )
}

/** The same ids in as few ranges as possible. */
function joined(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a.first - b.first)
  const all: Range[] = []
  for (const range of sorted) {
    const latest = all.at(-1)
    if (latest && range.first <= latest.last + 1) latest.last = Math.max(latest.last, range.last)
    else all.push({ ...range })
  }
  return all
}
