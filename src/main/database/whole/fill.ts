import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { WholeDescription, WholeHeader, WholeTable, WholeValue } from '@shared/domain/whole/description'
import type { WholePlace, WholeSink } from '@shared/domain/whole/sink'
import { largestId, shown } from '@shared/domain/whole/values'
import { AppError } from '@shared/errors'
import { unfinishedPath } from '../backups/folder'
import { migrate } from '../engine/migrate'
import { keepMergeNumbers, keepNumbers } from '../engine/nextId'
import { openConnection } from '../engine/open'
import { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { migrations } from '../migrations'
import { newestVersion } from '../migrations/newest'
import type { WorkerSetup } from '../protocol'
import { recordTables } from '../salvage/tables'
import { describeFile, stayingTables } from './describe'
import { addRecord, assertReferences, type Filling } from './tableFill'

/** So many records are carried over at once from the tables of an older version. */
const batchLength = 500

/**
 * Takes the records of an export into a new, empty file. Those of an older version are put into tables as they were
 * then, beside the file, and these are brought forward as an older program file is.
 */
export class FileFill implements WholeSink {
  private header: WholeHeader | null = null
  private description: WholeDescription | null = null
  private older: { filling: Filling; forward: () => void; discard: () => void } | null = null
  private readonly newest: Filling
  private readonly seen = new Set<string>()
  /** How many records came in. */
  records = 0

  constructor(
    private readonly writer: Writer,
    private readonly setup: WorkerSetup,
  ) {
    this.newest = { db: writer, run: (sql, ...values) => writer.derive(sql, ...values) }
    // Until everything is there, records may refer to what comes after them.
    writer.derive('PRAGMA defer_foreign_keys = ON')
  }

  begin(header: WholeHeader): WholeDescription {
    const { schemaVersion } = header
    if (schemaVersion > newestVersion) {
      throw new AppError(
        'file-newer',
        'This export was written by a newer version of Coppice. Update Coppice to open it.',
      )
    }
    if (!migrations.some(({ number }) => number === schemaVersion)) {
      throw new AppError('unreadable-input', `There never was a version ${schemaVersion} of the tables.`)
    }
    if (schemaVersion < newestVersion) this.older = olderTables(this.setup, schemaVersion)
    this.header = header
    this.description = describeFile(this.filling.db)
    assertHighest(header, this.description)
    return this.description
  }

  add(table: WholeTable, row: readonly WholeValue[], place: WholePlace): void {
    // A new file has a name already, and its export its own.
    if (table.name === 'settings' && this.first(table.name)) this.newest.run('DELETE FROM settings')
    addRecord(this.filling, table, row, place)
    this.records++
  }

  /**
   * All records are there: they have to fit together.
   * @returns what was said of them
   * @throws AppError for a record that refers to one that is not there
   */
  finish(): WholeHeader {
    const { header, description, older } = this
    if (header === null || description === null) throw new Error('Nothing was begun.')
    assertReferences(this.filling, description)
    if (older) {
      older.forward()
      carryOver(older.filling.db, this.newest)
    }
    keepIdentity(this.writer, header, describeFile(this.writer))
    keepMergeNumbers(this.writer)
    return header
  }

  discard(): void {
    this.older?.discard()
  }

  private first(table: string): boolean {
    const isFirst = !this.seen.has(table)
    this.seen.add(table)
    return isFirst
  }

  private get filling(): Filling {
    return this.older?.filling ?? this.newest
  }
}

function assertHighest({ highestIds }: WholeHeader, { tables }: WholeDescription): void {
  for (const [table, highest] of Object.entries(highestIds)) {
    const isKnown = tables.some(({ name }) => name === table)
    if (isKnown && highest <= largestId(table)) continue
    const what = isKnown ? `no record can have the number ${highest}` : `there is no table ${shown(table)}`
    throw new AppError('unreadable-input', `highestIds: ${what}.`)
  }
}

/** Empty tables as they were in an older version, in a file that is gone after `discard`. */
function olderTables({ file, nativeBinding, secret }: WorkerSetup, version: number) {
  const scratch = unfinishedPath(dirname(file))
  const connection = openConnection({ file: scratch, mode: 'create', nativeBinding, secret, newestVersion })
  migrate(
    connection,
    migrations.filter(({ number }) => number <= version),
  )
  connection.exec('BEGIN; PRAGMA defer_foreign_keys = ON')
  const db = new Reader(connection)
  const statements = new Map<string, ReturnType<typeof connection.prepare>>()
  return {
    filling: {
      db,
      run: (sql: string, ...values: unknown[]) => {
        const known = statements.get(sql) ?? connection.prepare(sql)
        statements.set(sql, known)
        known.run(...values)
      },
    },
    forward: () => {
      connection.exec('COMMIT')
      migrate(connection, migrations)
    },
    discard: () => {
      connection.close()
      for (const end of ['', '-wal', '-shm']) rmSync(`${scratch}${end}`, { force: true })
    },
  }
}

/** Every record of one file into the same tables of another, which is empty. */
function carryOver(from: Reader, { run }: Filling): void {
  for (const { name, columns } of recordTables(from)) {
    if (stayingTables.includes(name)) continue
    const names = columns.map((column) => `"${column}"`).join(', ')
    const insertion = `INSERT INTO "${name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`
    for (let after = 0; ; ) {
      const rows = from.arrays<[number, ...(string | number | null)[]]>(
        `SELECT id, ${names} FROM "${name}" WHERE id > ? ORDER BY id LIMIT ${batchLength}`,
        after,
      )
      for (const [, ...row] of rows) run(insertion, ...row)
      const last = rows.at(-1)?.[0]
      if (last === undefined) break
      after = last
    }
  }
}

/** It is the same program still, and no number that was once given to a record comes to mean another one. */
function keepIdentity(
  writer: Writer,
  { programBegan, highestIds }: WholeHeader,
  { tables }: WholeDescription,
): void {
  if (programBegan !== null) {
    writer.derive(
      'UPDATE migrations SET applied_at = ? WHERE number = (SELECT min(number) FROM migrations)',
      programBegan,
    )
  }
  const counted = writer.column<string>("SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'")
  for (const { name } of tables) {
    const highest = Object.hasOwn(highestIds, name) ? highestIds[name] : undefined
    if (highest === undefined || !counted.includes(name)) continue
    keepNumbers(writer, name, highest)
  }
}
