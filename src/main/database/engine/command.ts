import { AppError } from '@shared/errors'
import type Database from 'better-sqlite3-multiple-ciphers'
import type { Derivation } from './derivation'
import { preparedOn } from './reader'
import { Writer } from './writer'

export interface CommandRecord {
  operation: string
  kind: 'do' | 'undo' | 'redo'
  /** The command whose effect this one takes back. */
  reverses: number | null
}

/** What a command gives to its caller, and to the history. */
export interface Outcome<T> {
  value: T
  /** What was done, in a few words, such as "Session with Mira Okafor": for the undo menu and the history. */
  summary: string
  /** Why, where somebody said so. */
  reason?: string
  /** It can never be taken back, and with it nothing that was done before: undo stops here. */
  final?: boolean
}

export interface CommandResult<T> {
  value: T
  /** The tables that were written to, for those who show them. */
  touched: string[]
}

/**
 * Runs one write as a command: one transaction that holds the records, what changed, and everything derived.
 * A command that changed nothing leaves no trace.
 */
export async function runCommand<T>(
  connection: Database.Database,
  derivations: readonly Derivation[],
  record: CommandRecord,
  run: (writer: Writer) => Promised<Outcome<T>>,
): Promise<CommandResult<T>> {
  let isFinal = false
  const result = await inTransaction(connection, async (now) => {
    const statement = (sql: string) => preparedOn(connection, sql)
    const id = Number(
      statement(
        "INSERT INTO commands (at, operation, summary, kind, reverses, uid) VALUES (?, ?, '', ?, ?, lower(hex(randomblob(16))))",
      ).run(now, record.operation, record.kind, record.reverses).lastInsertRowid,
    )
    const writer = new Writer(connection, id, derivations, now)
    const { value, summary, reason = null, final = false } = await run(writer)
    writer.settle()
    if (writer.touched.size === 0) {
      statement('DELETE FROM commands WHERE id = ?').run(id)
      return { value, touched: [] }
    }
    statement('UPDATE commands SET summary = ?, reason = ?, is_final = ?, counts = ? WHERE id = ?').run(
      summary,
      reason,
      final ? 1 : 0,
      JSON.stringify(writer.counts()),
      id,
    )
    if (record.reverses !== null) {
      statement('UPDATE commands SET reversed_by = ? WHERE id = ?').run(id, record.reverses)
    }
    isFinal = final
    return { value, touched: [...writer.touched, 'commands'] }
  })
  // What it did away with is not to stay in the log of pages either.
  if (isFinal) connection.pragma('wal_checkpoint(TRUNCATE)')
  return result
}

/** Runs a write that keeps no history: drafts, and what fills a new file. */
export async function runUntracked<T>(
  connection: Database.Database,
  derivations: readonly Derivation[],
  run: (writer: Writer) => Promised<{ value: T }>,
): Promise<CommandResult<T>> {
  return inTransaction(connection, async (now) => {
    const writer = new Writer(connection, null, derivations, now)
    const { value } = await run(writer)
    writer.settle()
    return { value, touched: [...writer.touched] }
  })
}

async function inTransaction<T>(
  connection: Database.Database,
  run: (now: string) => Promise<CommandResult<T>>,
): Promise<CommandResult<T>> {
  preparedOn(connection, 'BEGIN IMMEDIATE').run()
  try {
    const result = await run(new Date().toISOString())
    preparedOn(connection, 'COMMIT').run()
    return result
  } catch (error) {
    // SQLite may have rolled back by itself (a full disk); a second ROLLBACK would hide the first error.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

type Promised<T> = T | Promise<T>

/** @throws AppError `cancelled` as soon as the caller has asked to stop. */
export function stopIf(cancelled: () => boolean): void {
  if (cancelled()) throw new AppError('cancelled', 'Cancelled. Nothing was changed.')
}
