import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Desk } from './cliSupport'

const inFile = ['--file', 'Guild.coppice'] as const

let desk: Desk
/** A folder with a program file of two members, and the backup from before they came. */
const made = new Desk()
beforeAll(async () => {
  await made.done('new', 'Guild.coppice')
  made.write('people.csv', 'Name\nAna Abel\nBo Baker\n')
  await made.done('import', 'members', 'people.csv', ...inFile)
})
beforeEach(() => {
  desk = new Desk()
  cpSync(made.folder, desk.folder, { recursive: true, preserveTimestamps: true })
})
afterEach(() => desk.remove())
afterAll(() => made.remove())

interface Made {
  path: string
  bytes: number
  members: number
  sessions: number
}

async function members(): Promise<number> {
  return (await desk.json<unknown[]>('list', 'members', ...inFile)).length
}

test('backup, backups and restore: there and back, with a look at it first', async () => {
  const made = await desk.json<Made>('backup', ...inFile)
  expect(made).toMatchObject({ members: 2, sessions: 0, bytes: readFileSync(made.path).length })
  const listed = await desk.json<Record<string, unknown>[]>('backups', ...inFile)
  expect(listed.map(({ reason, state, members }) => ({ reason, state, members }))).toEqual([
    { reason: 'by hand', state: 'good', members: 2 },
    { reason: 'before import', state: 'good', members: 0 },
  ])
  const empty = String(listed[1]?.path)

  const dry = await desk.json<{ counts: object[]; since: { total: number } }>(
    'restore',
    empty,
    ...inFile,
    '--dry-run',
  )
  expect(dry.counts).toContainEqual({ kind: 'members', now: 2, afterwards: 0 })
  expect(dry.since.total).toBe(1)
  expect(await members()).toBe(2)

  await desk.done('restore', empty, ...inFile)
  expect(await members()).toBe(0)
  await desk.done('restore', made.path, ...inFile)
  expect(await members()).toBe(2)
})

test('backup goes where it is told to, and over nothing', async () => {
  const { path } = await desk.json<Made>('backup', ...inFile, '--out', 'copy.coppice')
  expect(path).toBe(desk.path('copy.coppice'))
  expect((await desk.run('check', 'copy.coppice')).code).toBe(0)
  const again = await desk.run('backup', ...inFile, '--out', 'copy.coppice')
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('a file of that name already') })
})

test('restore makes a file that is not there, and refuses a damaged backup', async () => {
  const { path } = await desk.json<Made>('backup', ...inFile)
  rmSync(desk.path('Guild.coppice'))
  await desk.done('restore', path, ...inFile)
  expect(await members()).toBe(2)
  writeFileSync(path, readFileSync(path).subarray(0, 8192))
  const refused = await desk.run('restore', path, ...inFile)
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('This backup cannot be used.') })
  expect(await members()).toBe(2)
})
