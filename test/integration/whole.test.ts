import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHandlers } from '@main/database/queries'
import { Ajv2020, type AnySchema } from 'ajv/dist/2020'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addCommunity } from './communitySupport'
import { addMember, addSession, openTestFile, type TestFile, taskOn } from './support'
import { ExportFolder, expectSame, wholeFormats, withImported } from './wholeSupport'

/** Everything of a program file, out of it and into a new one. */

const today = '2026-11-20'

let sample: TestFile
beforeAll(async () => {
  sample = openTestFile()
  await sample.call('program.begin', { name: 'Guild', timeZone: 'Europe/Lisbon' })
  await sample.call('program.fillSample', { today, seed: 3, members: 40, sessions: 200, interactions: 400 })
})
afterAll(() => sample.close())

let folder: ExportFolder
beforeEach(() => {
  folder = new ExportFolder()
})
afterEach(() => folder.remove())

test.each(wholeFormats)('the sample program goes out as %s and comes in again', async (format) => {
  const path = folder.next(format)
  const { records } = await sample.call('whole.write', { format, path, privateTexts: true })
  expect(records).toBe((await sample.call('whole.overview', {})).records)
  await expectSame(sample, path)
  expect(readdirSync(folder.path)).toHaveLength(1)
})

test('the JSON document is what its schema says', async () => {
  const path = folder.next('json')
  await sample.call('whole.write', { format: 'json', path, privateTexts: true })
  const schema = JSON.parse((await sample.call('whole.describe', {})).schema) as AnySchema
  const validate = new Ajv2020({ formats: { 'date-time': true } }).compile(schema)
  const document = JSON.parse(readFileSync(path, 'utf8')) as { tables: { members: { name: string }[] } }
  expect([validate(document), validate.errors]).toEqual([true, null])
  for (const wrong of [{ name: 1 }, { nickname: 'Mira' }, { status: 'retired' }]) {
    const [first, ...others] = document.tables.members
    const members = [{ ...first, ...wrong }, ...others]
    expect(validate({ ...document, tables: { ...document.tables, members } })).toBe(false)
  }
})

test('the same file gives the same export, but for when it was made', async () => {
  const texts: string[] = []
  for (const path of [folder.next('json'), folder.next('json')]) {
    await sample.call('whole.write', { format: 'json', path, privateTexts: true })
    texts.push(readFileSync(path, 'utf8').replace(/"exportedAt": "[^"]*"/, ''))
  }
  expect(texts[0]).toBe(texts[1])
})

test('what is private is left out unless it is asked for, and the file without it can be opened', async () => {
  const file = openTestFile()
  await addMember(file, { name: 'Mira' })
  await addMember(file, { name: 'Tomas' })
  const texts = { title: 'Hidden title', agenda: 'hidden agenda', notes: 'hidden notes' }
  const actionItems = [{ id: null, text: 'hidden task', ownerId: 1, dueOn: null, doneOn: null }]
  const told = { attendeeIds: [1, 2], topics: ['Hidden topic'], actionItems, rating: 2 }
  await addSession(file, { ...told, ...texts, confidentiality: 'private' })
  await addSession(file, { attendeeIds: [1, 2], notes: 'open notes', topics: ['Bees'] })
  expect(await file.call('whole.overview', {})).toMatchObject({ private: 1, notes: 2 })
  for (const format of wholeFormats) {
    const path = folder.next(format)
    await file.call('whole.write', { format, path, privateTexts: false })
    // A topic is a record of its own, which other sessions may be about.
    expect(textsIn(path).replaceAll('Hidden topic', '')).not.toMatch(/hidden/i)
    expect(textsIn(path)).toContain('open notes')
    await withImported(path, async (imported) => {
      expect((await imported.call('programFile.check', {})).problems).toEqual([])
      const { notes, attendees, actionItems, rating, title } = await imported.call('sessions.get', { id: 1 })
      expect(notes).toMatch(/^Left out of this export/)
      expect(attendees.map(({ name }) => name)).toEqual(['Mira', 'Tomas'])
      expect([actionItems, rating, title]).toEqual([[], null, null])
    })
  }
  file.close()
})

test('what was asked in confidence is private, and so is the coordinator’s word on an invitation', async () => {
  const file = openTestFile()
  await addMember(file, { name: 'Mira' })
  await addMember(file, { name: 'Tomas' })
  const communityId = await addCommunity(file)
  const ask = { askerId: 1, askedOn: '2026-11-01', topic: null }
  const answer = { memberId: 2, answeredOn: '2026-11-03', means: 'phone', helped: null } as const
  for (const [isPrivate, text] of [
    [true, 'hidden ask'],
    [false, 'open ask'],
  ] as const) {
    const { id } = await file.call('asks.save', { id: null, communityId, ask: { ...ask, text, isPrivate } })
    const note = isPrivate ? 'hidden answer' : 'open answer'
    await file.call('asks.answer', { id: null, askId: id, answer: { ...answer, note } })
  }
  const invitation = {
    memberId: 2,
    name: null,
    email: null,
    invitedById: 1,
    invitedOn: null,
    note: 'hidden word',
  }
  await file.call('invitations.save', { id: null, communityId, invitation })
  for (const format of wholeFormats) {
    const path = folder.next(format)
    await file.call('whole.write', { format, path, privateTexts: false })
    const texts = textsIn(path)
    expect(texts).not.toMatch(/hidden/)
    for (const open of ['open ask', 'open answer']) expect(texts).toContain(open)
    await withImported(path, async (imported) => {
      expect((await imported.call('programFile.check', {})).problems).toEqual([])
      const told = imported.read((db) => db.column('SELECT text FROM asks ORDER BY id'))
      expect(told).toEqual([expect.stringMatching(/^Left out of this export/), 'open ask'])
    })
  }
  file.close()
})

test('contacts that an export leaves out follow from what it holds', async () => {
  const path = folder.next('json')
  await sample.call('whole.write', { format: 'json', path, privateTexts: true })
  const document = JSON.parse(readFileSync(path, 'utf8'))
  const of = ({ interactions }: { interactions: Record<string, unknown>[] }, column: string) =>
    interactions.filter((one) => one[column] !== null && one[column] !== undefined).length
  const sources = ['session_id', 'gathering_id', 'ask_id', 'invitation_id', 'reuse_id']
  const before = sources.map((column) => of(document.tables, column))
  expect(Math.min(...before)).toBeGreaterThan(0)
  const tables = { ...document.tables, interactions: [] }
  writeFileSync(path, JSON.stringify({ ...document, counts: {}, tables }))
  await withImported(path, async (imported) => {
    expect((await imported.call('programFile.check', {})).problems).toEqual([])
    const after = sources.map((column) =>
      imported.read((db) => db.value(`SELECT count(*) FROM interactions WHERE ${column} IS NOT NULL`)),
    )
    expect(after).toEqual(before)
  })
})

test('the history and the trash stay in the file; undo of the new one stops at its beginning', async () => {
  const file = openTestFile()
  await addMember(file, { name: 'Mira' })
  const id = await addSession(file, { attendeeIds: [1], notes: 'thrown away' })
  await file.call('sessions.remove', { id })
  const path = folder.next('json')
  await file.call('whole.write', { format: 'json', path, privateTexts: true })
  expect(readFileSync(path, 'utf8')).not.toContain('thrown away')
  await withImported(path, async (imported) => {
    await expect(imported.call('history.undo', {})).rejects.toMatchObject({ code: 'not-found' })
    // The number of the session that is gone may stand in somebody's notes.
    expect(await addSession(imported, { attendeeIds: [1] })).toBe(id + 1)
    await imported.call('history.undo', {})
  })
  file.close()
})

test('an export of older tables is brought forward', async () => {
  const path = folder.next('json')
  await sample.call('whole.write', { format: 'json', path, privateTexts: true })
  const document = JSON.parse(readFileSync(path, 'utf8'))
  // Before there were gatherings, and anything that communities have got with them.
  const { settings, members, topics, member_skills, sessions, session_attendees, imports } = document.tables
  const old = { settings, members, topics, member_skills, sessions, session_attendees, imports }
  for (const session of sessions) delete session.match_id
  const tables = { ...old, programs: [], matches: [], communities: [] }
  writeFileSync(path, JSON.stringify({ ...document, schemaVersion: 130, counts: {}, highestIds: {}, tables }))
  await withImported(path, async (imported) => {
    expect((await imported.call('programFile.check', {})).problems).toEqual([])
    const count = (table: string) => imported.read((db) => db.value<number>(`SELECT count(*) FROM ${table}`))
    expect(count('sessions')).toBe(sessions.length)
    // They follow from who was there.
    expect(count('interactions')).toBeGreaterThan(0)
    expect(imported.read((db) => db.value('SELECT group_concat(DISTINCT logged_by) FROM interactions'))).toBe(
      'derived',
    )
  })
  expect(readdirSync(folder.path)).toHaveLength(1)
})

test('nothing is left of an export that was stopped, nor of one that takes the place of something', async () => {
  for (const format of wholeFormats) {
    const path = folder.next(format)
    const stopped = createHandlers().read('whole.write')
    const task = { ...taskOn(sample.path), cancelled: () => true }
    const writing = sample.read((db) => stopped(db, { format, path, privateTexts: true }, task))
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder.path)).toEqual([])
  }
  mkdirSync(join(folder.path, 'there'))
  const there = { format: 'csv', path: join(folder.path, 'there'), privateTexts: true } as const
  await expect(sample.call('whole.write', there)).rejects.toMatchObject({ code: 'file-exists' })
  expect(readdirSync(folder.path)).toEqual(['there'])
})

/** All files of an export as one text. */
function textsIn(path: string): string {
  if (statSync(path).isFile()) return readFileSync(path, 'utf8')
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
  return names
    .filter((name) => statSync(name).isFile() && !name.endsWith('data-dictionary.md'))
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n')
}

test('no later command takes the number of a merge, so that taking that apart means nothing else', async () => {
  const file = openTestFile()
  const [keep, other, third] = [
    await addMember(file, { name: 'Mira Okafor' }),
    await addMember(file, { name: 'M. Okafor' }),
    await addMember(file, { name: 'Mira O.' }),
  ]
  const { command } = await file.call('members.merge', { keep, other, choices: {} })
  const path = folder.next('json')
  await file.call('whole.write', { format: 'json', path, privateTexts: true })
  file.close()
  await withImported(path, async (imported) => {
    // The import was the first command of this file; the next merge would be of the same number as the one before.
    for (let number = 2; number < command; number++) await addMember(imported, { name: `Guest ${number}` })
    const later = await imported.call('members.merge', { keep, other: third, choices: {} })
    expect(later.command).toBeGreaterThan(command)
    const { refusal } = (await imported.call('members.splitPreview', { command })) ?? { refusal: null }
    expect(refusal).toContain('cannot be taken apart any more')
    await imported.call('members.split', { command: later.command })
    expect(await imported.call('members.get', { id: third })).toMatchObject({ name: 'Mira O.' })
  })
})
