import { AppError } from '@shared/errors'
import type Database from 'better-sqlite3-multiple-ciphers'
import type { Derivation, Deriver } from './derivation'
import { Reader, type Row, type SqlValue } from './reader'
import { Tally } from './tally'

/**
 * The one way into the tables. It records what each write changed, so that undo and history need no code of their
 * own anywhere else, and tells the derivations. Lives for the length of one command.
 */
export class Writer extends Reader implements Deriver {
  /** The tables that this command has written to. */
  readonly touched = new Set<string>()
  private readonly tally = new Tally()
  private readonly deriving: Map<string, Derivation[]>
  /** Rows that a bulk has inserted and not told the derivations of: they will read them as they are then. */
  private readonly untold = new Map<string, { first: number; last: number }>()

  constructor(
    connection: Database.Database,
    /** Id of the command that is running; null for what keeps no history. */
    readonly commandId: number | null,
    private readonly derivations: readonly Derivation[],
    /** The moment of this command, ISO 8601 in UTC. */
    readonly now: string,
  ) {
    super(connection)
    const tables = new Set(derivations.flatMap((derivation) => derivation.tables))
    this.deriving = new Map(
      [...tables].map((table) => [table, derivations.filter((one) => one.tables.includes(table))]),
    )
  }

  /** @returns the id of the new row. */
  insert(table: string, row: Row): number {
    const columns = Object.keys(row)
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    const id = Number(this.statement(sql).run(...Object.values(row)).lastInsertRowid)
    this.record('insert', table, id, null)
    this.derived(table, id, null, () => this.row(table, id))
    return id
  }

  /**
   * Writes the columns that differ.
   * @returns whether anything differed.
   * @throws AppError `not-found`.
   */
  update(table: string, id: number, columns: Row): boolean {
    const before = this.row(table, id)
    const changed = Object.entries(columns).filter(([column, value]) => before[column] !== value)
    if (changed.length === 0) return false
    const sql = `UPDATE ${table} SET ${changed.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`
    this.statement(sql).run(...changed.map(([, value]) => value), id)
    const overwritten = Object.fromEntries(changed.map(([column]) => [column, before[column] ?? null]))
    this.record('update', table, id, overwritten)
    this.derived(table, id, before, () => this.row(table, id))
    return true
  }

  /** @throws AppError `not-found`. */
  remove(table: string, id: number): void {
    const before = this.row(table, id)
    this.statement(`DELETE FROM ${table} WHERE id = ?`).run(id)
    this.record('delete', table, id, before)
    this.derived(table, id, before, () => null)
  }

  /**
   * Inserts many rows of one table with one prepared statement, one line in the history and one pass over the
   * derivations. Nothing else may be inserted into that table until `end` was called.
   */
  bulk(table: string, columns: readonly string[]): BulkInsert {
    const statement = this.connection.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    let first = 0
    let last = 0
    let line: number | null = null
    return {
      add: (values) => {
        last = Number(statement.run(values).lastInsertRowid)
        if (first === 0) {
          first = last
          // Noted before anything that happens to these rows, so that undo comes to it after that.
          line = this.line('insert', table, first, null)
        }
        this.untold.set(table, { first, last })
        return last
      },
      end: () => {
        if (first === 0) return
        if (line !== null) this.statement('UPDATE changes SET last_row = ? WHERE id = ?').run(last, line)
        this.tally.many(table, first, last)
        this.untold.delete(table)
        for (const derivation of this.deriving.get(table) ?? []) derivation.inserted(this, table, first, last)
        first = 0
      },
    }
  }

  derive(sql: string, ...parameters: unknown[]): void {
    this.statement(sql).run(...parameters)
  }

  /** How many records of which table were changed; whole once every bulk has ended. */
  counts(): Record<string, number> {
    return this.tally.counts()
  }

  /** Lets the derivations finish; the command calls it just before it commits. */
  settle(): void {
    for (const derivation of this.derivations) derivation.settle(this)
  }

  private row(table: string, id: number): Row {
    const row = this.get(`SELECT * FROM ${table} WHERE id = ?`, id)
    if (!row)
      throw new AppError('not-found', 'This record is no longer there; it may have been removed meanwhile.')
    return row
  }

  private record(kind: ChangeKind, table: string, id: number, before: Row | null): void {
    this.line(kind, table, id, before)
    this.tally.one(table, id)
  }

  /** @returns the id of the line in the history; null where none is kept. */
  private line(kind: ChangeKind, table: string, row: number, before: Row | null): number | null {
    this.touched.add(table)
    if (this.commandId === null) return null
    const line = this.statement(
      'INSERT INTO changes (command_id, kind, table_name, first_row, last_row, before) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(this.commandId, kind, table, row, row, before && JSON.stringify(before))
    return Number(line.lastInsertRowid)
  }

  private derived(table: string, id: number, before: Row | null, after: () => Row | null): void {
    const deriving = this.deriving.get(table)
    const untold = this.untold.get(table)
    if (!deriving || (untold && id >= untold.first && id <= untold.last)) return
    const row = after()
    for (const derivation of deriving) derivation.changed(this, table, before, row)
  }
}

export type ChangeKind = 'insert' | 'update' | 'delete'

export interface BulkInsert {
  /** Values in the order of the columns. @returns the id of the new row. */
  add(values: SqlValue[]): number
  end(): void
}
