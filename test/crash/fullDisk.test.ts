import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { planImport } from '@main/importing/plan'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { memberInput, sessionInput } from '../integration/support'
import { bundled } from './support/bundled'
import { Desk } from './support/desk'
import { type SeenDisk, smallDisk } from './support/smallDisk'

let program: string
let folder: string
let file: string
let desk: Desk
let disk: SeenDisk

beforeAll(async () => {
  program = await bundled(join(import.meta.dirname, 'programs/desk.ts'))
})
afterAll(() => rmSync(dirname(program), { recursive: true }))

beforeEach(async (context) => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-full-'))
  const place = join(folder, 'disk')
  mkdirSync(place)
  const small = smallDisk(place, 12)
  if (!small) return context.skip('Nobody may mount a small disk here.')
  desk = new Desk(program, {}, small.wrapper)
  file = join(place, 'Spring.coppice')
  await desk.do('create', file)
  disk = small.seenBy(desk.pid)
})

afterEach(async () => {
  await desk?.kill()
  rmSync(folder, { recursive: true, force: true })
})

const save = async (name: string) =>
  (await desk.ask('members.save', { id: null, member: memberInput({ name }) })).id
const saveSession = (attendeeIds: number[], notes: string) =>
  desk.ask('sessions.save', { id: null, session: sessionInput({ attendeeIds, notes }) })
const names = async () => (await desk.ask('members.find', { query: '', limit: 50 })).map(({ name }) => name)

/** Brings in so many people from a file on another disk. */
async function importPeople(count: number, about = ''): Promise<void> {
  const csv = join(folder, `${count}.csv`)
  const rows = Array.from({ length: count }, (_, at) => `Person ${at},person.${at}@example.org,${about}\n`)
  writeFileSync(csv, `Name,E-mail,About\n${rows.join('')}`)
  const asFound = { encoding: null, delimiter: null, headerLine: null, mapping: null }
  const plan = planImport(await desk.ask('imports.inspect', { file: csv, kind: 'members', ...asFound }), {})
  const request = { file: csv, plan, onDuplicate: 'merge' as const, decisions: [], addUnknown: true }
  await desk.ask('imports.run', { ...request, today: '2026-11-25' })
}

/** Everything that writes, and what is said when it cannot. */
function deeds(mira: number): [what: string, deed: () => Promise<unknown>, sentence: RegExp][] {
  const exported = {
    scope: { memberIds: [], matchId: null, from: null, to: null },
    redaction: 'none' as const,
    today: '2026-11-25',
    nameAll: true,
    format: 'csv' as const,
    path: join(dirname(file), 'sessions.csv'),
  }
  const notSaved = /^The disk is full, so this was not saved\. What was saved before is safe/
  const noCopy = /^There is no room for a copy of the file in “disk”, so nothing was changed/
  return [
    ['a session', () => saveSession([mira], 'Many words. '.repeat(9000)), notSaved],
    ['a draft', () => desk.ask('drafts.save', { key: 'new', body: 'words '.repeat(20_000) }), notSaved],
    ['an import', () => importPeople(100), /^There is no backup: the disk has no room for one/],
    ['a backup', () => desk.do('backUp'), /^There is no backup: the disk has no room for one/],
    ['an export', () => desk.ask('exports.write', exported), /^The disk is full, so “sessions.csv” was not/],
    ['a copy', () => desk.do('goOnInCopy', join(dirname(file), 'Copy.coppice')), noCopy],
    ['encryption', () => desk.do('encrypt'), noCopy],
  ]
}

const isWhole = async () =>
  expect(await desk.ask('programFile.check', {})).toMatchObject({ ok: true, problems: [] })

test('what a full disk does not take is said, nothing is lost, and all of it goes on when there is room', async () => {
  const mira = await save('Mira Okafor')
  await saveSession([mira], 'Written while there was room.')
  const before = disk.names
  disk.fill()
  for (const [what, deed, sentence] of deeds(mira)) {
    await expect(deed(), what).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(sentence),
    })
    expect(await names(), what).toEqual(['Mira Okafor'])
    expect(
      disk.names.filter((name) => name !== 'Spring backups'),
      `nothing half written is left of ${what}`,
    ).toEqual(before)
  }
  expect((await desk.do('state')).path).toBe(file)

  disk.free()
  await isWhole()
  for (const [what, deed] of deeds(mira)) await expect(deed(), what).resolves.not.toThrow()
  expect((await names()).length).toBe(50)
  await isWhole()
})

test('an import for which there is no room half way leaves nothing of it', async () => {
  await save('Mira Okafor')
  // Room for the backup before it, and for the beginning.
  disk.fill(6 * 1024 * 1024)
  await expect(importPeople(2000, 'What is known of this person. '.repeat(200))).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('so this was not saved'),
  })
  expect(await names()).toEqual(['Mira Okafor'])
  await isWhole()
  await save('Rui Silva')
  disk.free()
  await importPeople(100)
  await isWhole()
})

test('on a full disk a file is neither opened nor made, which is said, and opens when there is room', async () => {
  await save('Mira Okafor')
  await desk.do('close')
  disk.fill()
  const left = disk.names
  for (const [how, path] of [
    ['open', file],
    ['create', join(dirname(file), 'New.coppice')],
  ] as const) {
    await expect(desk.do(how, path)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringContaining('The disk is full, so the program file cannot be opened for writing.'),
    })
    expect(disk.names).toEqual(left)
  }
  disk.free()
  await desk.do('open', file)
  expect(await names()).toEqual(['Mira Okafor'])
  await isWhole()
})
