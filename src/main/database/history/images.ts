import type { Reader, Row } from '../engine/reader'
import { imageOf } from '../engine/undo'
import type { ChangeKind } from '../engine/writer'

/** A row as it was at some moment; null when it was not there. */
export type Image = Row | null

/** What one line in the record of changes says of one row. */
export interface RowChange {
  id: number
  command: number
  kind: ChangeKind
  /** An update holds the columns that it wrote over, a delete the whole row, an insert nothing. */
  before: Row
}

/** The row before and after a change. */
export interface Step extends RowChange {
  from: Image
  to: Image
}

interface Stored {
  id: number
  command: number
  kind: ChangeKind
  before: string | null
}

const columns = 'id, command_id AS command, kind, before'
/** Lines about this row alone, and lines about a range of rows with this one in it. */
const ofRow = `SELECT ${columns} FROM changes WHERE table_name = @table AND first_row = @id AND last_row = @id
  UNION ALL
  SELECT ${columns} FROM changes INDEXED BY changes_of_range
    WHERE first_row < last_row AND table_name = @table AND last_row >= @id AND first_row <= @id`

/** Everything that happened to a row, the newest first. */
export function changesOfRow(db: Reader, table: string, id: number): RowChange[] {
  return db.all<Stored>(`${ofRow} ORDER BY id DESC`, { table, id }).map(read)
}

/** Seldom does it take more than one or two to know what became of a row. */
const atATime = 16

/** The same as it came after a change, one by one, the oldest first. */
function* changesAfter(db: Reader, table: string, id: number, change: number): Generator<RowChange, void> {
  const sql = `SELECT * FROM (${ofRow}) WHERE id > @change ORDER BY id LIMIT ${atATime}`
  for (let after = change; ; ) {
    const rows = db.all<Stored>(sql, { table, id, change: after })
    for (const row of rows) yield read(row)
    const last = rows.at(-1)
    if (rows.length < atATime || !last) return
    after = last.id
  }
}

function read({ id, command, kind, before }: Stored): RowChange {
  return { id, command, kind, before: imageOf(before) }
}

/** The row as it is in the file now. */
export function currentRow(db: Reader, table: string, id: number): Image {
  if (!tableNames(db).has(table)) return null
  return db.get<Row>(`SELECT * FROM ${table} WHERE id = ?`, id) ?? null
}

/** `changes` may name any table, in a file that somebody else has written. */
function tableNames(db: Reader): ReadonlySet<string> {
  return db.remembered(
    'tables',
    () => new Set(db.column<string>("SELECT name FROM sqlite_schema WHERE type = 'table'")),
  )
}

/**
 * What follows from the changes of one row and from how it stands: its images between them. Since what an update
 * made of it is not kept, it is told from the newest change backwards.
 *
 * @param changes the newest first
 */
export function foldBack(changes: readonly RowChange[], current: Image): Step[] {
  let state = current
  return changes.map((change) => {
    const to = state
    const from =
      change.kind === 'insert' ? null : change.kind === 'delete' ? change.before : { ...to, ...change.before }
    state = from
    return { ...change, from, to: change.kind === 'delete' ? null : to }
  })
}

/** What one change made of a row, told from what came after it; of an update only the columns that it wrote. */
export function stepOf(db: Reader, table: string, id: number, change: RowChange): Pick<Step, 'from' | 'to'> {
  if (change.kind === 'delete') return { from: change.before, to: null }
  const after = imageAfter(db, table, id, change)
  if (change.kind === 'insert') return { from: null, to: after }
  const written = Object.keys(change.before).map((column) => [column, after[column] ?? null])
  return { from: change.before, to: Object.fromEntries(written) }
}

function imageAfter(db: Reader, table: string, id: number, change: RowChange): Row {
  const wanted = change.kind === 'insert' ? null : new Set(Object.keys(change.before))
  const known: Row = {}
  for (const later of changesAfter(db, table, id, change.id)) {
    for (const [column, value] of Object.entries(later.before)) {
      if (!(column in known)) known[column] = value
      wanted?.delete(column)
    }
    if (later.kind === 'delete' || wanted?.size === 0) return known
  }
  return { ...currentRow(db, table, id), ...known }
}
