import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { verifyFolder } from '@main/database/backups/verify'
import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { Reader } from '@main/database/engine/reader'
import { FileKey, needsPassphrase } from '@main/database/fileKey'
import { newestVersion } from '@main/database/migrations/newest'
import { backUp, backupFolderOf, listBackups } from '@main/database/programBackups'
import { checkProgramFile } from '@main/database/queries/programFile/check'
import { encryptFile } from '@main/encryptFile'
import { ProgramFiles } from '@main/programFiles'
import type Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { memberInput, sessionInput, taskOn } from '../integration/support'
import { bundled } from './support/bundled'
import { LineProcess } from './support/lineProcess'

const workerPath = join(checkout, 'out/main/worker.js')
const passphrase = 'maple ferry candle orbit'
const { recoveryKey } = FileKey.random()

let program: string
let folder: string
/** A folder with a program file of two members, and a backup from when it had one; and the same encrypted. */
let plain: string
let sealed: string

const fileIn = (place: string) => join(place, 'Guild.coppice')

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/restorer.ts'))
  folder = mkdtempSync(join(tmpdir(), 'coppice-matrix-'))
  plain = join(folder, 'plain')
  sealed = join(folder, 'sealed')
  const files = new ProgramFiles({
    workerPath,
    nativeBinding: undefined,
    onTouched: () => undefined,
    onChange: () => undefined,
    onTrouble: () => undefined,
  })
  mkdirSync(plain)
  await files.create(fileIn(plain), async (client) => {
    const save = (name: string) => client.ask('members.save', { id: null, member: memberInput({ name }) })
    const { id } = await save('Ana Abel')
    await client.ask('sessions.save', {
      id: null,
      session: sessionInput({ attendeeIds: [id], notes: 'Everything about bees' }),
    })
    await backUp(client, { reason: 'by hand' })
    await save('Bo Baker')
  })
  await files.close()
  cpSync(plain, sealed, { recursive: true })
  await files.open(fileIn(sealed))
  await encryptFile(files, FileKey.fromRecoveryKey(recoveryKey), passphrase)
  await files.close()
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(program), { recursive: true, force: true })
})

interface Run {
  what: 'backup' | 'restore' | 'encrypt' | 'decrypt'
  from: () => string
  /** The file that is gone back to. */
  word: (place: string) => string
}

const backupIn = (place: string): string => {
  const [name = ''] = readdirSync(backupFolderOf(fileIn(place))).filter((one) => one.endsWith('.coppice'))
  return join(backupFolderOf(fileIn(place)), name)
}

/** Does it in a process of its own, which counts its steps. @returns what it counted, and whether it came to its end. */
async function ran(
  { what, word }: Run,
  place: string,
  counting: Record<string, string>,
): Promise<{ counted: string; done: boolean }> {
  const counter = `${place}-steps`
  const words = [workerPath, fileIn(place), what, word(place)]
  const environment = {
    NODE_OPTIONS: `--import=${join(import.meta.dirname, 'support/steps.mjs')}`,
    STEPS_COUNT: counter,
    ...counting,
  }
  const child = new LineProcess(program, words, environment)
  const said = await child.hear()
  await child.kill()
  const counted = existsSync(counter) ? readFileSync(counter, 'utf8') : ''
  rmSync(counter, { force: true })
  return { counted, done: said === 'done' }
}

/**
 * Does all of it. @returns the steps after which to kill it: a step that changed nothing in the folder, such as waiting
 * for the disk, leaves what the one before has left, and only the long run tries both.
 */
async function stepsOf(run: Run, place: string): Promise<number[]> {
  const { counted, done } = await ran(run, place, { STEPS_OF: place })
  expect(done).toBe(true)
  const states = counted.trim().split('\n')
  expect(states.length).toBeGreaterThan(10)
  return states.flatMap((state, at) =>
    process.env.COPPICE_LONG === '1' || state !== states[at - 1] ? [at + 1] : [],
  )
}

/** Does it as far as a step, after which the process ends; threads that wait for each other may take one step less. */
async function killedAfter(run: Run, place: string, step: number): Promise<void> {
  const { counted, done } = await ran(run, place, { STEPS_END: `${step}` })
  expect(done).toBe(counted.length !== step)
}

/** How a program file stands after it was opened once and closed: what is in it, and whether it is encrypted. */
async function opened(place: string): Promise<{ contents: string; encrypted: boolean }> {
  const file = fileIn(place)
  const encrypted = await needsPassphrase(file)
  const key = encrypted ? FileKey.fromRecoveryKey(recoveryKey) : null
  await (await DatabaseClient.open({ file, mode: 'write', key, workerPath })).close()
  const secret = key?.secret ?? null
  const connection = openConnection({ file, mode: 'read', secret, newestVersion })
  try {
    const db = new Reader(connection)
    const task = { ...taskOn(file), setup: { ...taskOn(file).setup, secret } }
    expect(checkProgramFile(db).problems).toEqual([])
    expect(await verifyFolder(backupFolderOf(file), null, null, task)).toMatchObject({ damaged: [] })
    return { contents: contentsOf(connection), encrypted }
  } finally {
    connection.close()
  }
}

/** A digest of every row of every table of records. */
function contentsOf(db: Database.Database): string {
  const tables = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const hash = createHash('sha256')
  for (const table of tables) {
    hash.update(`${table}\n`)
    for (const row of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) hash.update(JSON.stringify(row))
  }
  return hash.digest('hex')
}

const runs: Run[] = [
  { what: 'backup', from: () => plain, word: () => '' },
  { what: 'restore', from: () => plain, word: backupIn },
  { what: 'encrypt', from: () => plain, word: () => recoveryKey },
  { what: 'decrypt', from: () => sealed, word: () => recoveryKey },
]

// One after the other they would take longer than the processor needs.
test.concurrent.each(runs)(
  'killed after any step of: $what, the file is exactly the old or the new one, and nothing half is left',
  async (run) => {
    const place = join(folder, run.what)
    const fresh = () => {
      rmSync(place, { recursive: true, force: true })
      cpSync(run.from(), place, { recursive: true })
    }
    fresh()
    const before = await opened(place)
    fresh()
    const steps = await stepsOf(run, place)
    const after = await opened(place)

    const seen = new Set<string>()
    for (const step of steps) {
      fresh()
      await killedAfter(run, place, step)
      const now = await opened(place)
      expect([before, after], `after step ${step}`).toContainEqual(now)
      seen.add(JSON.stringify(now))
      assertTidy(place)
      expect((await listBackups(fileIn(place))).map(({ reason }) => reason)).toContain('by hand')
    }
    expect(seen).toEqual(new Set([before, after].map((one) => JSON.stringify(one))))
  },
  300_000,
)

/** The program file and its backups, and nothing else. */
function assertTidy(place: string): void {
  expect(readdirSync(place).sort()).toEqual(['Guild backups', 'Guild.coppice'])
  const others = readdirSync(backupFolderOf(fileIn(place))).filter((name) => !/^\d.*\.coppice$/.test(name))
  // How the file was last closed is noted or not.
  expect(others.filter((name) => name !== 'closed.json')).toEqual(['backups.json'])
}
