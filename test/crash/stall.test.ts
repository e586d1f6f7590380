import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { memberInput } from '../integration/support'
import { bundled } from './support/bundled'
import { Desk } from './support/desk'
import { type StallingFolder, stallingFolder } from './support/stall'

let program: string
let folder: string
let network: string
let stalling: StallingFolder | null
let desk: Desk

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/desk.ts'))
})
afterAll(() => rmSync(dirname(program), { recursive: true }))

beforeEach((context) => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-stall-'))
  network = join(folder, 'network')
  mkdirSync(network)
  stalling = stallingFolder(network, folder)
  if (!stalling) context.skip('There is no C compiler here to make a folder stall with.')
  desk = new Desk(program, stalling?.environment)
})

afterEach(async () => {
  await desk.kill()
  rmSync(folder, { recursive: true, force: true })
})

const member = (name: string) => ({ id: null, member: memberInput({ name }) })
const everybody = { query: '', limit: 10 }

test('a save that is not answered is told, counted, and done when the folder answers again', async () => {
  await desk.do('create', join(network, 'a.coppice'))
  await desk.ask('members.save', member('Mira Okafor'))
  stalling?.stall()
  const saved = desk.ask('members.save', member('Rui Silva'))
  const told = await desk.event('silence', ({ silence }) => silence !== null)
  expect(told.silence).toMatchObject({ working: false })
  expect(told.silence?.seconds).toBeGreaterThanOrEqual(5)
  await desk.event('silence', ({ silence }) => silence !== null && silence.seconds >= 6)
  expect((await desk.do('state')).path, 'whoever asks main is answered').toBe(join(network, 'a.coppice'))

  desk.events.length = 0
  stalling?.answer()
  await saved
  await desk.event('silence', ({ silence }) => silence === null)
  expect(await desk.ask('members.find', everybody)).toHaveLength(2)
})

test('a file in a folder that stalls can be given up, and another one opened', async () => {
  const far = join(network, 'far.coppice')
  await desk.do('create', far)
  await desk.do('close')
  stalling?.stall()
  const opened = desk.do('open', far).catch((error: { code: string }) => error.code)
  expect(await desk.event('state', ({ opening }) => opening !== null)).toMatchObject({ opening: far })
  await desk.do('giveUp')
  expect(await opened).toBe('cancelled')
  expect(await desk.do('state')).toEqual({ path: null, hangs: true })

  const near = join(folder, 'near.coppice')
  await desk.do('create', near)
  await desk.ask('members.save', member('Hana Itō'))
  stalling?.answer()
  await expect.poll(() => desk.do('state'), { timeout: 10_000 }).toEqual({ path: near, hangs: false })
  await desk.do('open', far)
  expect(await desk.do('state')).toMatchObject({ path: far })
})

test('a file that cannot be closed just now keeps nobody from another one, and loses nothing', async () => {
  const far = join(network, 'far.coppice')
  await desk.do('create', far)
  stalling?.stall()
  const late = desk.ask('members.save', member('Mira Okafor'))
  await desk.do('create', join(folder, 'near.coppice'))
  const shut = desk.do('shutDown').then(() => 'shut')
  expect(await Promise.race([shut, late.then(() => 'saved'), desk.do('state').then(() => 'waits')])).toBe(
    'waits',
  )
  stalling?.answer()
  await late
  await shut
  await desk.do('open', far)
  expect(await desk.ask('members.find', everybody)).toHaveLength(1)
})
