import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { readHeader } from '@main/database/engine/header'
import { migrate } from '@main/database/engine/migrate'
import { openConnection } from '@main/database/engine/open'
import { migrations } from '@main/database/migrations'
import { newestVersion } from '@main/database/migrations/newest'
import { listBackups } from '@main/database/programBackups'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'

/** A filled program file of each version that was ever written is kept, and brought forward here. */

const kept = join(import.meta.dirname, '../fixtures/program-files')
const versions = readdirSync(kept).filter((name) => name.endsWith('.coppice'))
const workerPath = join(checkout, 'out', 'main', 'worker.js')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Figures that are kept once a file is large. */
const onlyOfLargeFiles = new Set(['activity_chunks'])

type Rows = Record<string, Record<string, unknown>[]>

/** Every row of the records, by table; what a later version has added to a row is left out. */
function rowsOf(file: string, like?: Rows): Rows {
  const db = new Database(file, { readonly: true })
  try {
    const tables = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
          AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT IN ('migrations')`,
      )
      .pluck()
      .all() as string[]
    return Object.fromEntries(
      tables
        .filter((table) => like === undefined || table in like)
        .map((table) => {
          const columns = Object.keys(like?.[table]?.[0] ?? {})
          const chosen = columns.length === 0 ? '*' : columns.join(', ')
          return [table, db.prepare(`SELECT ${chosen} FROM ${table} ORDER BY 1`).all() as Rows[string]]
        }),
    )
  } finally {
    db.close()
  }
}

describe.each(versions)('a file of %s', (name) => {
  test('keeps every row, is in order, searched, and undone as before; a backup was made first', async () => {
    const file = join(folder, name)
    copyFileSync(join(kept, name), file)
    const { version } = readHeader(file)
    const before = rowsOf(file)
    const empty = Object.entries(before).flatMap(([table, rows]) => (rows.length === 0 ? table : []))
    expect(empty.filter((table) => !onlyOfLargeFiles.has(table))).toEqual([])

    const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
    try {
      expect((await client.ask('programFile.check', {})).problems).toEqual([])
      const [found] = await client.ask('members.find', { query: 'hana', limit: 5 })
      expect(found?.name).toBe('Hana Itō')
      const { undo } = await client.ask('history.state', {})
      expect(undo).not.toBeNull()
      await client.ask('history.undo', {})
      await client.ask('history.redo', {})
      expect((await client.ask('programFile.check', {})).problems).toEqual([])
    } finally {
      await client.close()
    }
    expect(readHeader(file).version).toBe(newestVersion)
    const { commands: _c, changes: _h, record_counts: counts = [], ...records } = before
    const { commands: _d, changes: _i, record_counts: countsAfter, ...after } = rowsOf(file, before)
    expect(after).toEqual(records)
    // What a later version knows of is counted as well.
    expect(countsAfter).toEqual(expect.arrayContaining(counts))
    const backups = await listBackups(file)
    expect(backups.map(({ reason, version: of }) => ({ reason, of }))).toEqual([
      { reason: 'before update', of: version },
    ])
  })

  test('stays as it was when it cannot be brought forward to the end', () => {
    const file = join(folder, name)
    copyFileSync(join(kept, name), file)
    const connection = openConnection({ file, mode: 'write', newestVersion })
    const broken = {
      number: newestVersion + 10,
      name: 'broken',
      sql: 'CREATE TABLE half (id); SELECT nonsense;',
    }
    expect(() => migrate(connection, [...migrations, broken])).toThrow(/nonsense/)
    connection.close()
    expect(rowsOf(file)).toEqual(rowsOf(join(kept, name)))
    expect(readHeader(file).version).toBe(readHeader(join(kept, name)).version)
  })
})
