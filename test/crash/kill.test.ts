import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseClient } from '@main/database/client'
import { openConnection } from '@main/database/engine/open'
import { Reader } from '@main/database/engine/reader'
import { newestVersion } from '@main/database/migrations/newest'
import { listBackups } from '@main/database/programBackups'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkout } from '../../scripts/support/paths.mjs'
import { bundled } from './support/bundled'
import { LineProcess } from './support/lineProcess'

const kills = process.env.COPPICE_LONG === '1' ? 200 : 25
/** Kills that one file goes through, before the next begins: a check reads all that came together. */
const killsOfAFile = 12

const workerPath = join(checkout, 'out/main/worker.js')

const everything = ['backup', 'draft', 'import', 'member', 'open', 'session', 'undone']

type Acknowledged =
  | { kind: 'open' }
  | { kind: 'member'; name: string }
  | { kind: 'session'; notes: string }
  | { kind: 'draft'; key: string }
  | { kind: 'undone'; name: string }
  | { kind: 'import'; tag: string; added: number }
  | { kind: 'backup'; path: string }

let program: string
let folder: string

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/scribe.ts'))
  folder = mkdtempSync(join(tmpdir(), 'coppice-kill-'))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(program), { recursive: true })
})

/** Has a process write for a moment, and ends it as a power cut would. @returns what it was told is saved. */
async function writeUntilKilled(file: string, round: number): Promise<Acknowledged[]> {
  const scribe = new LineProcess(program, [workerPath, file, `${round}`])
  // Always other moments, and the same in the next run: from the opening to far into the writing. A machine on which
  // that was too early for something is given more time.
  const moment = ((round * 7919) % 600) * (round < kills ? 1 : 5)
  const told: Acknowledged[] = []
  // Now and then not even the opening is waited for.
  if (round % 6 !== 5) {
    const first = await scribe.hear()
    if (first !== null) told.push(JSON.parse(first) as Acknowledged)
  }
  await new Promise((resolve) => setTimeout(resolve, moment))
  await scribe.kill()
  for (let line = await scribe.hear(); line !== null; line = await scribe.hear()) {
    // The very last line may have been cut off on its way; then nobody was told.
    if (line.endsWith('}')) told.push(JSON.parse(line) as Acknowledged)
  }
  return told
}

/** What is wrong with the file, in words; nothing when it holds everything that was acknowledged, and nothing half. */
async function problemsOf(file: string, told: readonly Acknowledged[]): Promise<string[]> {
  const client = await DatabaseClient.open({ file, mode: 'write', workerPath })
  const { problems } = await client.ask('programFile.check', {})
  await client.close()
  const connection = openConnection({ file, mode: 'read', newestVersion })
  const db = new Reader(connection)
  try {
    return [
      ...problems.map(({ what, detail }) => `${what} ${detail}`),
      ...told.flatMap((one) => missing(db, one)),
      ...halfImports(db),
    ]
  } finally {
    connection.close()
  }
}

function missing(db: Reader, told: Acknowledged): string[] {
  const count = (sql: string, value: string) => db.value<number>(`SELECT count(*) FROM ${sql}`, value) ?? 0
  const right = (() => {
    switch (told.kind) {
      case 'open':
        return true
      case 'member':
        return count('members WHERE name = ?', told.name) === 1
      case 'session':
        return count('sessions WHERE notes = ?', told.notes) === 1
      case 'draft':
        return count('drafts WHERE key = ?', told.key) === 1
      case 'undone':
        return count('members WHERE name = ?', told.name) === 0
      case 'import':
        return count("members WHERE name LIKE ? || ' %'", told.tag) === told.added
      case 'backup':
        return existsSync(told.path)
    }
  })()
  return right ? [] : [`Not as it was acknowledged: ${JSON.stringify(told)}`]
}

/** One that was being written when its process was killed is cleared away once it has lain there for a while. */
function isWhole(lock: string): boolean {
  return readFileSync(join(folder, lock), 'utf8').endsWith('}')
}

function halfImports(db: Reader): string[] {
  const halves = db.column<number>(
    `SELECT i.id FROM imports i
      WHERE i.added <> (SELECT count(*) FROM members m WHERE m.import_id = i.id)`,
  )
  const strays = db.column<number>(
    'SELECT id FROM members WHERE import_id IS NOT NULL AND import_id NOT IN (SELECT id FROM imports)',
  )
  return [
    ...halves.map((id) => `Import ${id} is there by half.`),
    ...strays.slice(0, 3).map((id) => `Member ${id} is of an import that is not there.`),
  ]
}

test(`after each of ${kills} kills at any moment, all that was acknowledged is there, and nothing half`, async () => {
  let file = ''
  let told: Acknowledged[] = []
  const kinds = new Set<string>()
  for (let round = 0; round < kills || (kinds.size < everything.length && round < 2 * kills); round++) {
    if (round % killsOfAFile === 0) {
      file = join(folder, `${round}.coppice`)
      told = []
      const client = await DatabaseClient.open({ file, mode: 'create', workerPath })
      await client.ask('program.begin', { name: 'Killed', timeZone: 'UTC' })
      await client.close()
    }
    told.push(...(await writeUntilKilled(file, round)))
    for (const { kind } of told) kinds.add(kind)
    expect(await problemsOf(file, told), `after kill ${round}`).toEqual([])
    const backups = await listBackups(file)
    expect(
      backups.map(({ state }) => state).filter((one) => one !== 'good' && one !== 'unverified'),
      `after kill ${round}`,
    ).toEqual([])
  }
  // Otherwise the moments were all too early, and nothing was tried.
  expect([...kinds].sort()).toEqual(everything)
  expect(readdirSync(folder).filter((name) => name.includes('-lock') && isWhole(name))).toEqual([])
}, 3_600_000)
