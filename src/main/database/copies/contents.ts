import type Database from 'better-sqlite3-multiple-ciphers'
import { memoryDatabase } from '../engine/memory'
import type { Reader, Row, SqlValue } from '../engine/reader'
import { imageOf } from '../engine/undo'
import { recordTables } from '../salvage/tables'
import { standingMembers } from './erased'
import { mentionedRows } from './mentions'
import { Side, type Stamp } from './side'
import { mergedTables, naturalKeys } from './tables'

/** Tables by which a merge knows which record is which, and who wrote what; they go along in part. */
const bookkeeping = ['commands', 'changes', 'merged_commands', 'merged_rows', 'merged_cells']

/**
 * What was done after one of this file's commands, as a small database: the records that it changed, those that they
 * belong to or mention, what is known of where their values come from, and the number of every command, so that whoever
 * merges it can tell what of it is new to them. Of the history only who wrote which field: no earlier text, no trash, no settings.
 *
 * @param after the number of the last command that whoever gets it has
 * @returns the bytes of an SQLite database
 */
export function changesAfter(db: Reader, after: number, nativeBinding: string | undefined): Buffer {
  const database = memoryDatabase(nativeBinding)
  try {
    layOut(db, database)
    database.transaction(() => new Filling(db, database).fill(after))()
    return database.serialize()
  } finally {
    database.close()
  }
}

function layOut(db: Reader, database: Database.Database): void {
  // What records refer to beyond what is merged does not go along.
  database.pragma('foreign_keys = OFF')
  const tables = new Set([...recordTables(db).map(({ name }) => name), 'migrations'])
  const parts = db.all<{ name: string; of: string; sql: string }>(
    "SELECT name, tbl_name AS of, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC",
  )
  for (const { of, sql } of parts) if (tables.has(of)) database.exec(sql)
  database.pragma(`user_version = ${db.value<number>('PRAGMA user_version') ?? 0}`)
}

class Filling {
  private readonly tables: ReadonlyMap<string, ReturnType<typeof mergedTables>[number]>
  private readonly kept = new Map<string, Set<number>>()
  private readonly waiting: { table: string; id: number }[] = []

  constructor(
    private readonly db: Reader,
    private readonly database: Database.Database,
  ) {
    this.tables = new Map(mergedTables(db).map((table) => [table.name, table]))
  }

  fill(after: number): void {
    this.copy('migrations', 'SELECT * FROM migrations')
    this.copy(
      'commands',
      "SELECT id, at, operation, '' AS summary, kind, reverses, uid FROM commands ORDER BY id",
    )
    this.copy('merged_commands', 'SELECT * FROM merged_commands')
    this.keepTouched(after)
    // Whoever gets it is told whom they have to erase as well.
    for (const id of this.db.column<number>('SELECT id FROM members WHERE erased_at IS NOT NULL'))
      this.keep('members', id)
    this.follow()
    this.copyRecords()
    this.tellStanding()
  }

  private keepTouched(after: number): void {
    const carried = new Set(
      this.db.column<string>(
        "SELECT coalesce(uid, id || ' ' || at || ' ' || operation) FROM commands WHERE id > ?",
        after,
      ),
    )
    const receiver = { knows: ({ uid }: Stamp) => !carried.has(uid) }
    const side = new Side(this.db)
    for (const { table, id } of side.heardOfAfter(after)) this.keep(table, id)
    const touched = side.changedSince(receiver, new Set(this.tables.keys()))
    for (const { table, id, images } of touched.values()) {
      this.keep(table, id)
      for (const image of images) this.keepReferred(table, image)
    }
  }

  private keep(table: string, id: number): void {
    if (!this.tables.has(table)) return
    const ids = this.kept.get(table) ?? new Set()
    this.kept.set(table, ids)
    if (ids.has(id)) return
    ids.add(id)
    this.waiting.push({ table, id })
  }

  /** What a record belongs to, and what that belongs to. */
  private follow(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) {
      const row = this.db.get<Row>(`SELECT * FROM "${next.table}" WHERE id = ?`, next.id)
      if (row) this.keepReferred(next.table, row)
    }
  }

  private keepReferred(table: string, row: Row): void {
    for (const { column, parent } of this.tables.get(table)?.references ?? []) {
      const id = row[column]
      if (typeof id === 'number') this.keep(parent, id)
    }
    for (const value of Object.values(row)) {
      if (typeof value === 'string') for (const id of mentionedRows(value)) this.keep('members', id)
    }
  }

  /** So that a member whom the receiver has erased is noticed, also where a note does no more than name them. */
  private tellStanding(): void {
    this.database.exec(`CREATE TABLE ${standingMembers} (id INTEGER PRIMARY KEY) STRICT`)
    this.copy(standingMembers, 'SELECT id FROM members WHERE erased_at IS NULL')
  }

  private copyRecords(): void {
    const changes = new Set<number>()
    for (const [table, ids] of this.kept) {
      const list = JSON.stringify([...ids])
      const among = 'IN (SELECT value FROM json_each(?))'
      this.copy(table, `SELECT * FROM "${table}" WHERE id ${among}`, list)
      this.copy(
        'merged_rows',
        `SELECT * FROM merged_rows WHERE table_name = ? AND row_id ${among}`,
        table,
        list,
      )
      this.copy(
        'merged_cells',
        `SELECT * FROM merged_cells WHERE table_name = ? AND row_id ${among}`,
        table,
        list,
      )
      for (const id of ids) for (const change of this.changesOf(table, id)) changes.add(change)
    }
    const lines = this.db.all<Row>(
      'SELECT * FROM changes WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      JSON.stringify([...changes]),
    )
    this.insert('changes', lines.map(withoutTexts))
  }

  private changesOf(table: string, id: number): number[] {
    return this.db.column<number>(
      `SELECT id FROM changes WHERE table_name = @table AND first_row = @id AND last_row = @id
       UNION ALL
       SELECT id FROM changes INDEXED BY changes_of_range
         WHERE first_row < last_row AND table_name = @table AND last_row >= @id AND first_row <= @id`,
      { table, id },
    )
  }

  private copy(table: string, sql: string, ...parameters: SqlValue[]): void {
    this.insert(table, this.db.all<Row>(sql, ...parameters))
  }

  private insert(table: string, rows: readonly Row[]): void {
    const [first] = rows
    if (!first) return
    const columns = Object.keys(first).filter((column) => this.isStored(table, column))
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insert = this.database.prepare(
      `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of rows) insert.run(...columns.map((column) => row[column]))
  }

  private isStored(table: string, column: string): boolean {
    return (
      this.tables.get(table)?.columns.includes(column) ??
      bookkeeping.concat('migrations', standingMembers).includes(table)
    )
  }
}

/** What a change wrote over is told by the names of the columns; of a tie between records also what it tied. */
function withoutTexts(line: Row): Row {
  const { table_name: table, before } = line
  if (typeof table !== 'string' || typeof before !== 'string') return line
  const key = naturalKeys[table] ?? []
  const told = Object.entries(imageOf(before)).map(([column, value]) => [
    column,
    key.includes(column) ? value : null,
  ])
  return { ...line, before: JSON.stringify(Object.fromEntries(told)) }
}
