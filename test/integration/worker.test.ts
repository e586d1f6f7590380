import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { AppError } from '@shared/errors'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memberInput } from './support'

/** The worker as it is built: `npm test` builds before it runs this. */
const workerPath = join(import.meta.dirname, '../../out/main/worker.js')

let folder: string
let file: string
const open: DatabaseClient[] = []
const touched: string[][] = []

async function openFile(mode: 'create' | 'write' | 'read', path = file): Promise<DatabaseClient> {
  const client = await DatabaseClient.open({
    file: path,
    mode,
    workerPath,
    onTouched: (tables) => touched.push(tables),
  })
  open.push(client)
  return client
}

async function problemOf(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error(`Expected an AppError, got ${error}`)
  return error
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-worker-'))
  file = join(folder, 'program.coppice')
  touched.length = 0
})

afterEach(async () => {
  for (const client of open.splice(0)) await client.close()
  rmSync(folder, { recursive: true, force: true })
})

const everybody = { query: '', limit: 100 }

describe('a program file on its threads', () => {
  test('what was written is read at once, and told', async () => {
    const client = await openFile('create')
    const { id } = await client.ask('members.save', {
      id: null,
      member: memberInput({ name: 'Mira Okafor' }),
    })
    expect(await client.ask('members.find', everybody)).toMatchObject([{ id, name: 'Mira Okafor' }])
    expect(touched.flat()).toContain('members')
  })

  test('it is there again when it is opened anew', async () => {
    const client = await openFile('create')
    await client.ask('members.save', { id: null, member: memberInput({ name: 'Rui Silva' }) })
    await client.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    const again = await openFile('write')
    expect(await again.ask('members.find', everybody)).toHaveLength(1)
  })

  test('many writes at once are done one after the other, all of them', async () => {
    const client = await openFile('create')
    const names = Array.from({ length: 40 }, (_, index) => `Member ${index}`)
    await Promise.all(
      names.map((name) => client.ask('members.save', { id: null, member: memberInput({ name }) })),
    )
    const found = await client.ask('members.find', everybody)
    expect(new Set(found.map(({ name }) => name))).toEqual(new Set(names))
  })

  test('a second writer is told who has the file; a reader may look', async () => {
    const client = await openFile('create')
    await client.ask('program.rename', { name: 'Pathways' })
    const copy = await problemOf(openFile('create'))
    expect(copy.code).toMatch(/file-(exists|in-use)/)
    const reader = await openFile('read')
    expect(await reader.ask('program.overview', {})).toMatchObject({ name: 'Pathways' })
    const refused = await problemOf(reader.ask('program.rename', { name: 'Other' }))
    expect(refused.code).toBe('read-only')
  })

  test('a lock that a crashed run left behind holds nobody up', async () => {
    const client = await openFile('create')
    await client.close()
    writeFileSync(`${file}-lock`, '{"pid":999999,"host":"somewhere else"')
    const again = await openFile('write')
    expect(await again.ask('members.find', everybody)).toEqual([])
  })

  test('a long read can be stopped, and the file goes on', async () => {
    const client = await openFile('create')
    const stop = new AbortController()
    const filling = client.ask(
      'program.fillSample',
      { today: '2026-11-23', seed: 1, members: 5000, sessions: 50_000, interactions: 10_000 },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    expect((await problemOf(filling)).code).toBe('cancelled')
    expect(await client.ask('program.overview', {})).toMatchObject({
      members: 0,
      sessions: 0,
      interactions: 0,
    })
  })
})

describe('what is no program file stays as it is', () => {
  async function refusedUntouched(path: string): Promise<AppError> {
    const before = readFileSync(path)
    const problem = await problemOf(openFile('write', path))
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(existsSync(`${path}-wal`)).toBe(false)
    return problem
  }

  test('garbage', async () => {
    writeFileSync(file, 'This is a letter, not a database. '.repeat(50))
    expect((await refusedUntouched(file)).code).toBe('not-a-program-file')
  })

  test('an empty file', async () => {
    writeFileSync(file, '')
    expect((await refusedUntouched(file)).code).toBe('not-a-program-file')
  })

  test('the database of another program', async () => {
    const other = new Database(file)
    other.exec('CREATE TABLE notes (text); PRAGMA user_version = 10')
    other.close()
    expect((await refusedUntouched(file)).code).toBe('not-a-program-file')
  })

  test('a file of a newer version', async () => {
    const client = await openFile('create')
    await client.close()
    const newer = new Database(file)
    newer.pragma('journal_mode = delete')
    newer.pragma('user_version = 99990')
    newer.close()
    const problem = await refusedUntouched(file)
    expect(problem.code).toBe('file-newer')
    expect(problem.message).toContain('newer version')
  })

  test('a file that does not exist, and a folder', async () => {
    expect((await problemOf(openFile('write', join(folder, 'none.coppice')))).code).toBe('file-not-found')
    expect((await problemOf(openFile('write', folder))).code).toBe('not-a-program-file')
    expect(existsSync(join(folder, 'none.coppice'))).toBe(false)
  })

  test('a file that is there is not made anew', async () => {
    const client = await openFile('create')
    await client.close()
    appendFileSync(file, '')
    expect((await problemOf(openFile('create'))).code).toBe('file-exists')
  })
})
