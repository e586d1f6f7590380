import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { FileKey, keyFor } from '@main/database/fileKey'
import { newestVersion } from '@main/database/migrations/newest'
import { type Salvaged, salvageInto } from '@main/files/salvaging'
import type Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'

/** A damaged program file, and the one that is made of what can be read of it. */

const workerPath = join(checkout, 'out', 'main', 'worker.js')
const passphrase = 'maple ferry candle orbit'
const pageSize = 4096
const threads = { workerPath, nativeBinding: undefined, onTrouble: () => undefined }

let source: string
let plain: string
let encrypted: string
let key: FileKey

beforeAll(async () => {
  source = mkdtempSync(join(tmpdir(), 'coppice-salvage-source-'))
  plain = join(source, 'Guild.coppice')
  const client = await DatabaseClient.open({ file: plain, mode: 'create', workerPath })
  await client.ask('program.begin', { name: 'Guild', timeZone: 'Europe/Lisbon' })
  await client.ask('program.fillSample', {
    ...{ today: '2026-11-20', seed: 7, members: 60, sessions: 300, interactions: 1200 },
  })
  key = FileKey.random()
  encrypted = join(source, 'Encrypted.coppice')
  const encryption = { secret: key.secret, seal: await key.sealedWith(passphrase) }
  await client.ask('program.rename', { name: 'Guild of mentors' })
  await client.ask('programFile.copyTo', { path: encrypted, encryption })
  await client.close()
})
afterAll(() => rmSync(source, { recursive: true }))

let folder: string
let file: string
let to: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-salvage-'))
  file = join(folder, 'Guild.coppice')
  to = join(folder, 'Guild salvaged.coppice')
})
afterEach(() => rmSync(folder, { recursive: true }))

function opened<T>(path: string, use: (db: Database.Database) => T, secret: FileKey | null = null): T {
  const db = openConnection({ file: path, mode: 'inspect', secret: secret?.secret ?? null, newestVersion })
  try {
    return use(db)
  } finally {
    db.close()
  }
}

/** The pages that a table or index is kept in, of one kind. */
function pagesOf(
  path: string,
  name: string,
  kind: 'leaf' | 'internal',
  secret: FileKey | null = null,
): number[] {
  const sql = 'SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path'
  return opened(path, (db) => db.prepare(sql).pluck().all(name, kind) as number[], secret)
}

function overwrite(path: string, pages: readonly number[], seed = 1): void {
  const bytes = readFileSync(path)
  let state = seed
  for (const page of pages) {
    for (let at = (page - 1) * pageSize; at < page * pageSize; at++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      // The beginning of the file stays: it says that it is a program file.
      if (at >= 100) bytes[at] = state >>> 24
    }
  }
  writeFileSync(path, bytes)
}

/** Salvages, and sees to it that the damaged file is as it was and the new one in order. */
async function salvaged(of: FileKey | null = null): Promise<Map<string, Salvaged['tables'][number]>> {
  const before = readFileSync(file)
  const { tables } = await salvageInto({ file, key: of, to, ...threads }, {})
  expect(readFileSync(file).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.startsWith('.') || name.endsWith('-lock'))).toEqual([])
  return new Map(tables.map((found) => [found.table, found]))
}

type Rows = Map<number, Record<string, unknown>>

function rowsOf(path: string, table: string, secret: FileKey | null = null): Rows {
  const rows = opened(path, (db) => db.prepare(`SELECT rowid AS rowid_, * FROM ${table}`).all(), secret)
  return new Map((rows as Record<string, unknown>[]).map((row) => [Number(row.rowid_), row]))
}

const tables = [
  'members',
  'topics',
  'member_skills',
  'matches',
  'match_members',
  'sessions',
  'session_attendees',
]

/** Every record that was found is as it was, but for references to those that were not. */
function expectAsBefore(from: string, secret: FileKey | null = null): void {
  for (const table of tables) {
    const before = rowsOf(from, table, secret)
    for (const [id, row] of rowsOf(to, table, secret)) {
      const loosened = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
      expect(before.get(id)).toMatchObject(loosened)
    }
  }
}

async function check(of: FileKey | null = null) {
  const client = await DatabaseClient.open({ file: to, mode: 'write', key: of, workerPath })
  try {
    return await client.ask('programFile.check', {})
  } finally {
    await client.close()
  }
}

test('pages of notes are lost, and nothing else', async () => {
  copyFileSync(plain, file)
  const pages = pagesOf(file, 'sessions', 'leaf')
  overwrite(file, pages.slice(20, 23))
  const found = await salvaged()
  const total = rowsOf(plain, 'sessions').size
  const sessions = found.get('sessions')
  expect(sessions?.lost).toBeGreaterThan(0)
  expect((sessions?.found ?? 0) + (sessions?.lost ?? 0)).toBe(total)
  expect(sessions?.found).toBeGreaterThan(total * 0.8)
  expect(found.get('members')).toMatchObject({ found: rowsOf(plain, 'members').size, lost: 0 })
  expect(rowsOf(to, 'sessions').size).toBe(sessions?.found)
  expectAsBefore(plain)
  expect(await check()).toMatchObject({ ok: true })
})

test('the parent of many pages takes its rows along, and not those beside them', async () => {
  copyFileSync(plain, file)
  overwrite(file, pagesOf(file, 'interactions', 'internal').slice(-1))
  overwrite(file, pagesOf(file, 'members', 'leaf').slice(-1))
  const found = await salvaged()
  expect(found.get('members')?.lost).toBeGreaterThan(0)
  expect(rowsOf(to, 'members').size).toBeGreaterThan(rowsOf(plain, 'members').size / 2)
  expectAsBefore(plain)
})

test.each([
  ['an index', 'session_attendees_of_member'],
  ['the search', 'session_search_data'],
])('of damage to %s nothing is lost', async (_what, name) => {
  copyFileSync(plain, file)
  overwrite(file, pagesOf(file, name, 'leaf'))
  const found = await salvaged()
  for (const table of tables)
    expect(found.get(table)).toEqual({ table, found: rowsOf(plain, table).size, lost: 0 })
  expectAsBefore(plain)
})

test('where the way through a program is lost, whoever is in it stays where they are', async () => {
  copyFileSync(plain, file)
  overwrite(file, pagesOf(file, 'enrolment_moves', 'leaf').slice(-2))
  const found = await salvaged()
  expect(found.get('enrolment_moves')?.lost).toBeGreaterThan(0)
  expect(rowsOf(to, 'enrolments')).toEqual(rowsOf(plain, 'enrolments'))
  expect(await check()).toMatchObject({ ok: true })
})

test('random pages anywhere but at the beginning: what is found fits together', async () => {
  const pages = statSync(plain).size / pageSize
  const schema = opened(plain, (db) =>
    db.prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all(),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(
        fc.integer({ min: 2, max: pages }).filter((page) => !schema.includes(page)),
        { minLength: 1, maxLength: 40 },
      ),
      fc.nat(),
      async (overwritten, seed) => {
        rmSync(to, { force: true })
        copyFileSync(plain, file)
        overwrite(file, overwritten, seed)
        await salvaged()
        expectAsBefore(plain)
      },
    ),
    { numRuns: process.env.COPPICE_LONG ? 100 : 4 },
  )
})

test('when the beginning is damaged, only a backup helps', async () => {
  copyFileSync(plain, file)
  overwrite(file, [1])
  await expect(salvaged()).rejects.toMatchObject({
    code: 'file-damaged',
    message: expect.stringMatching(/only a backup helps/),
  })
  expect(existsSync(to)).toBe(false)
})

test('an encrypted file gives an encrypted one with the same passphrase', async () => {
  copyFileSync(encrypted, file)
  overwrite(file, pagesOf(file, 'sessions', 'leaf', key).slice(10, 12))
  const found = await salvaged(key)
  expect(found.get('sessions')?.lost).toBeGreaterThan(0)
  expectAsBefore(encrypted, key)
  expect(readFileSync(to).includes('CREATE TABLE')).toBe(false)
  const opens = await keyFor(to, { passphrase })
  expect(await check(opens)).toMatchObject({ ok: true })
})

test('what is only in the log beside it is found as well', async () => {
  const open = join(folder, 'Open.coppice')
  copyFileSync(plain, open)
  const client = await DatabaseClient.open({ file: open, mode: 'write', workerPath })
  await client.ask('program.rename', { name: 'Guild of the log' })
  copyFileSync(open, file)
  copyFileSync(`${open}-wal`, `${file}-wal`)
  await client.close()
  rmSync(open)
  overwrite(file, pagesOf(plain, 'sessions', 'leaf').slice(5, 6))
  await salvaged()
  expect(existsSync(`${file}-wal`)).toBe(true)
  expect([...rowsOf(to, 'settings').values()]).toContainEqual(
    expect.objectContaining({ key: 'program.name', value: 'Guild of the log' }),
  )
})

test('a file of the first version is brought forward', async () => {
  const kept = join(checkout, 'test/fixtures/program-files')
  const [name = ''] = readdirSync(kept).filter((one) => one.endsWith('.coppice'))
  copyFileSync(join(kept, name), file)
  const [page = 0] = pagesOf(file, 'sessions', 'leaf')
  overwrite(file, [page])
  const found = await salvaged()
  expect(found.get('members')?.found).toBeGreaterThan(0)
  expect(await check()).toMatchObject({ ok: true })
})

test('undo stops at the salvage, and ids that were given once are not given again', async () => {
  copyFileSync(plain, file)
  overwrite(file, pagesOf(file, 'sessions', 'leaf').slice(-1))
  await salvaged()
  const client = await DatabaseClient.open({ file: to, mode: 'write', workerPath })
  try {
    await expect(client.ask('history.undo', {})).rejects.toThrow('There is nothing to undo.')
    const sequence = (path: string) =>
      opened(path, (db) =>
        db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'sessions'").pluck().get(),
      )
    expect(sequence(to)).toBe(sequence(plain))
  } finally {
    await client.close()
  }
})

test('it is given up when it is cancelled', async () => {
  copyFileSync(plain, file)
  const stop = new AbortController()
  const salvaging = salvageInto(
    { file, key: null, to, ...threads },
    { signal: stop.signal, onProgress: () => stop.abort() },
  )
  await expect(salvaging).rejects.toMatchObject({ code: 'cancelled' })
  expect(readdirSync(folder)).toEqual(['Guild.coppice'])
})
