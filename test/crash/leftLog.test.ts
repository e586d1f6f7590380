import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { memberInput } from '../integration/support'
import { bundled } from './support/bundled'
import { Desk } from './support/desk'

let program: string
let folder: string
const desks: Desk[] = []

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/desk.ts'))
})
afterAll(() => rmSync(dirname(program), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-log-'))
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.kill()
  rmSync(folder, { recursive: true, force: true })
})

function desk(): Desk {
  const next = new Desk(program)
  desks.push(next)
  return next
}

const save = (at: Desk, name: string) => at.ask('members.save', { id: null, member: memberInput({ name }) })

async function make(file: string, ...names: string[]): Promise<void> {
  const maker = desk()
  await maker.do('create', file)
  for (const name of names) await save(maker, name)
  await maker.do('close')
}

/** Opens a file, saves, and dies: the save is only in the log, and the lock is still there. */
async function crashIn(file: string, name: string): Promise<void> {
  const dying = desk()
  await dying.do('open', file)
  await save(dying, name)
  await dying.kill()
}

async function membersIn(file: string): Promise<string[]> {
  const looking = desk()
  await looking.do('open', file)
  const found = await looking.ask('members.find', { query: '', limit: 10 })
  await looking.do('close')
  return found.map(({ name }) => name).toSorted()
}

test('what a crash left in the log is there again', async () => {
  const file = join(folder, 'Spring.coppice')
  await make(file, 'Mira Okafor')
  await crashIn(file, 'Rui Silva')
  expect(await membersIn(file)).toEqual(['Mira Okafor', 'Rui Silva'])
  expect(readdirSync(folder)).toEqual(['Spring.coppice'])
})

test('it is not put into another file that has taken the place of the crashed one', async () => {
  const file = join(folder, 'Spring.coppice')
  const backup = join(folder, 'Backup.coppice')
  await make(file, 'Mira Okafor')
  await make(backup, 'Hana Itō', 'Kim Park')
  await crashIn(file, 'Rui Silva')
  // As somebody restores a backup by hand.
  renameSync(backup, file)
  expect(await membersIn(file)).toEqual(['Hana Itō', 'Kim Park'])
  expect(readdirSync(folder)).toEqual(['Spring.coppice', 'Spring.coppice-wal-of-another-file'])
})

test('it is the file’s own where both were copied together', async () => {
  const file = join(folder, 'Spring.coppice')
  await make(file, 'Mira Okafor')
  await crashIn(file, 'Rui Silva')
  const moved = join(folder, 'new disk')
  mkdirSync(moved)
  for (const end of ['', '-wal', '-lock']) cpSync(`${file}${end}`, join(moved, `Spring.coppice${end}`))
  expect(await membersIn(join(moved, 'Spring.coppice'))).toEqual(['Mira Okafor', 'Rui Silva'])
})
