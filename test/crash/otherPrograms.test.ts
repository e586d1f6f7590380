import { execFileSync, spawnSync } from 'node:child_process'
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
