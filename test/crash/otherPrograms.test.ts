import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkout, projectNode } from '../../scripts/support/paths.mjs'
import { memberInput } from '../integration/support'

/** The worker as it is built: `npm test` builds before it runs this. */
const workerPath = join(checkout, 'out/main/worker.js')

let folder: string
let file: string
let client: DatabaseClient

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-others-'))
  file = join(folder, 'program.coppice')
  client = await DatabaseClient.open({ file, mode: 'create', workerPath })
})

afterEach(async () => {
  await client.close()
  rmSync(folder, { recursive: true, force: true })
})

const save = (name: string) => client.ask('members.save', { id: null, member: memberInput({ name }) })

/**
 * Another program looks into the file and leaves: the SQLite shell, which on most machines is older than the defence
 * of SQLite 3.51 against locks that were given up by mistake. @returns how many members it saw.
 */
function lookIn(): number {
  return Number(execFileSync('sqlite3', [file, 'SELECT count(*) FROM members'], { encoding: 'utf8' }))
}

/** This process may not open the file by itself, be it to copy it. */
function copyElsewhere(to: string): void {
  const script =
    "for (const end of ['', '-wal']) fs.copyFileSync(process.argv[1] + end, process.argv[2] + end)"
  execFileSync(projectNode, ['-e', script, file, to])
}

const shell = spawnSync('sqlite3', ['-version']).status === 0

test.skipIf(!shell)(
  'another program that looks into the open file and leaves takes nothing away from it',
  async () => {
    // What is read during a write has a connection of its own, which looks at the file before SQLite opens it.
    await Promise.all([save('Mira Okafor'), client.ask('members.find', { query: '', limit: 5 })])
    const log = statSync(`${file}-wal`).ino
    expect(lookIn()).toBe(1)
    expect(statSync(`${file}-wal`).ino, 'the log that the writer writes to is the one in the folder').toBe(
      log,
    )

    await save('Rui Silva')
    expect(lookIn()).toBe(2)
    // What a crash would leave: the file and its log as they are.
    copyElsewhere(`${file}.crashed`)
    const crashed = new Database(`${file}.crashed`)
    expect(crashed.prepare('SELECT count(*) FROM members').pluck().get()).toBe(2)
    crashed.close()
  },
)

/** Another program that has begun to write, by a process of its own. @returns how to let it end. */
async function holdForWriting(path: string, more = ''): Promise<() => Promise<void>> {
  const script = `const db = new (require('better-sqlite3-multiple-ciphers'))(process.argv[1])
    ${more}
    db.exec('BEGIN EXCLUSIVE')
    process.stdout.write('holds')
    process.stdin.once('data', () => { db.exec('COMMIT'); db.close(); process.exit() })`
  const other = spawn(projectNode, ['-e', script, path], {
    cwd: checkout,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(other.stdout, 'data')
  return async () => {
    const ended = once(other, 'exit')
    other.stdin.write('let go')
    await ended
  }
}

test('while another program writes, a save waits; what takes too long is said, and can be saved again', async () => {
  await save('Mira Okafor')
  const letGo = await holdForWriting(file)
  await expect(save('Rui Silva')).rejects.toMatchObject({
    code: 'file-in-use',
    message:
      'Another program is writing to this program file just now. Nothing was lost; try again in a moment.',
  })
  expect(await client.ask('members.find', { query: '', limit: 5 }), 'what is there can be read').toHaveLength(
    1,
  )
  const waits = save('Rui Silva')
  await letGo()
  await waits
  expect(await client.ask('programFile.check', {})).toMatchObject({ ok: true, problems: [] })
  expect(await client.ask('members.find', { query: '', limit: 5 })).toHaveLength(2)
})

test('a file that another program has to itself is not opened, which is said, and opens afterwards', async () => {
  await save('Mira Okafor')
  await client.close()
  const letGo = await holdForWriting(file, "db.pragma('locking_mode = EXCLUSIVE')")
  await expect(DatabaseClient.open({ file, mode: 'write', workerPath })).rejects.toMatchObject({
    code: 'file-in-use',
    message: expect.stringContaining('Another program'),
  })
  await letGo()
  client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  expect(await client.ask('members.find', { query: '', limit: 5 })).toHaveLength(1)
})
