import { basename, dirname } from 'node:path'
import type { InputOf, OutputOf } from '@shared/contract'
import { unfinishedPath } from '../backups/folder'
import { programOf } from '../backups/inspect'
import { stopIf } from '../engine/command'
import { keepMergeNumbers, keepNumbers } from '../engine/nextId'
import type { Reader, SqlValue } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Done, Task } from '../handler'
import { openDamaged } from './damagedFile'
import { buildDerived, mendContacts, mendMoves, mendReferences } from './mend'
import { mendGatherings, mendStages } from './mendCommunities'
import { mendAsks, mendInvitations, mendReuses } from './mendFollowing'
import { readableRows, type SalvagedRow } from './rows'
import { columnsOf, recordTables, type Table } from './tables'
import { attempt, isNoRecord } from './unreadable'

type Salvaged = OutputOf<'recovery.salvageFrom'>

/**
 * Fills a new, empty program file with whatever can be read of a damaged one, all in one transaction, and makes a
 * whole of it. What is not to be had any more cannot be taken back either: undo stops there.
 *
 * @throws AppError `file-damaged` when there is nothing to be had; `cancelled`.
 */
export function salvage(
  writer: Writer,
  { file, secret }: InputOf<'recovery.salvageFrom'>,
  task: Task,
): Done<Salvaged> {
  const { nativeBinding, file: newFile } = task.setup
  const scratch = unfinishedPath(dirname(newFile))
  const damaged = openDamaged({ file, scratch, nativeBinding, secret })
  try {
    // Until everything is there, records may refer to what comes after them.
    writer.derive('PRAGMA defer_foreign_keys = ON')
    const tables = recordTables(writer)
    const found = copyTables(damaged.db, writer, tables, task)
    keepIdentity(damaged.db, writer, tables)
    const step = (label: string) => {
      stopIf(task.cancelled)
      task.progress({ label, done: 0, total: null })
    }
    step('Putting the records together')
    const mended = mendReferences(writer, tables)
    mendContacts(writer)
    mendGatherings(writer)
    mendStages(writer)
    mendAsks(writer)
    mendInvitations(writer)
    mendReuses(writer)
    mendMoves(writer)
    step('Building the search')
    buildDerived(writer)
    keepMergeNumbers(writer)
    markHistory(writer, basename(file))
    return { value: { tables: found, ...mended }, summary: 'Salvaged' }
  } finally {
    damaged.close()
  }
}

function copyTables(db: Reader, writer: Writer, tables: readonly Table[], task: Task): Salvaged['tables'] {
  // By the smallest index there is, which usually can be read when the table cannot.
  const expected = tables.map(({ name }) =>
    columnsOf(db, name).length === 0 ? 0 : attempt(() => db.value<number>(`SELECT count(*) FROM "${name}"`)),
  )
  const total = expected.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  let done = 0
  const came = (rows: number) => {
    stopIf(task.cancelled)
    done += rows
    task.progress({ label: 'Reading what can be read', done: Math.min(done, total), total })
  }
  return tables.map((table, index) => {
    const { found, unread } = copyTable(db, writer, table, came)
    const count = expected[index] ?? null
    return { table: table.name, found, lost: count === null ? unread : Math.max(0, count - found) }
  })
}

/** @returns how many rows came over, and how many may not have; null when nobody knows. */
function copyTable(
  db: Reader,
  writer: Writer,
  { name, columns, withoutIds }: Table,
  came: (rows: number) => void,
): { found: number; unread: number | null } {
  const there = columnsOf(db, name)
  const shared = columns.filter((column) => there.includes(column))
  if (shared.length === 0) return { found: 0, unread: 0 }
  const insertion = `INSERT INTO "${name}" (${shared.join(', ')}) VALUES (${shared.map(() => '?').join(', ')})`
  const insert = (row: readonly SqlValue[]) => {
    try {
      writer.derive(insertion, ...row)
      return 1
    } catch (error) {
      if (isNoRecord(error)) return 0
      throw error
    }
  }
  if (withoutIds) {
    const [found, whole] = copyInOrder(db, `SELECT ${shared.join(', ')} FROM "${name}"`, insert)
    return { found, unread: whole ? 0 : null }
  }
  const highest = highestId(db, name)
  const reading = readableRows(db, {
    table: name,
    columns: shared,
    until: highest ?? Number.MAX_SAFE_INTEGER,
  })
  let found = 0
  let read = 0
  for (;;) {
    const next = reading.next()
    if (next.done) {
      const unread = highest === null && next.value > 0 ? null : next.value + read - found
      return { found, unread }
    }
    read += next.value.length
    for (const [, ...row] of next.value satisfies SalvagedRow[]) found += insert(row)
    came(next.value.length)
  }
}

/** Row by row, as far as it goes. @returns how many came over, and whether that is all. */
function copyInOrder(db: Reader, sql: string, insert: (row: SqlValue[]) => number): [number, boolean] {
  let found = 0
  const whole = attempt(() => {
    for (const row of db.rows(sql)) found += insert(row)
    return true
  })
  return [found, whole === true]
}

/** The highest id that a table ever had or has, where that can be found; null where not. */
function highestId(db: Reader, table: string): number | null {
  return (
    attempt(() => db.value<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table)) ??
    attempt(() => db.value<number>(`SELECT max(rowid) FROM "${table}"`)) ??
    null
  )
}

/** It is the same program still, and no number that was once given to a record comes to mean another one. */
function keepIdentity(db: Reader, writer: Writer, tables: readonly Table[]): void {
  const began = attempt(() => programOf(db))
  if (began !== null)
    writer.derive(
      'UPDATE migrations SET applied_at = ? WHERE number = (SELECT min(number) FROM migrations)',
      began,
    )
  for (const { name } of tables) {
    const highest = attempt(() => db.value<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', name))
    if (highest === null || highest === undefined) continue
    keepNumbers(writer, name, highest)
  }
}

function markHistory(writer: Writer, fileName: string): void {
  writer.derive(
    `INSERT INTO commands (at, operation, summary, kind, is_final)
      VALUES (?, 'recovery.salvageFrom', ?, 'do', 1)`,
    writer.now,
    `Salvaged from the damaged file “${fileName}”`,
  )
}
