import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addProgram, enrol } from './programSupport'
import { addMember, addSession, memberInput, openTestFile, sessionInput, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const trash = async () => (await file.call('trash.list', { page: { offset: 0, limit: 100 } })).rows
const everyNumber = async () => (await trash()).map(({ id }) => id)
const search = async (query: string) =>
  (
    await file.call('sessions.list', { filter: { ...anySession, query }, page: { offset: 0, limit: 9 } })
  ).rows.map(({ id }) => id)
const anySession = {
  query: '',
  memberId: null,
  matchId: null,
  topicIds: [],
  media: [],
  confidentialities: [],
  from: null,
  to: null,
  withoutNotes: false,
}
const contacts = () => file.read((db) => db.value('SELECT count(*) FROM interactions'))

async function withSession() {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  const id = await addSession(file, {
    attendeeIds: [ana, bo],
    heldOn: '2026-11-20',
    title: 'On bees',
    notes: 'Everything about **honeycombs**',
    topics: ['Bees'],
    actionItems: [{ id: null, text: 'Buy a hive', ownerId: bo, dueOn: null, doneOn: null }],
  })
  return { ana, bo, id }
}

test('a deleted session lies in the trash, with what it was and what belongs to it', async () => {
  const { id } = await withSession()
  const removed = await file.call('sessions.remove', { id })
  const { undo } = await file.call('history.state', {})
  expect(removed.command).toBe(undo?.id)
  const rows = await trash()
  expect(rows).toMatchObject([
    {
      table: 'sessions',
      name: 'Session with Ana Abel and Bo Baker',
      heldOn: '2026-11-20',
      detail: 'On bees · Everything about honeycombs',
      parts: { session_attendees: 2, session_topics: 1, action_items: 1 },
    },
  ])
  expect(removed.trash).toEqual(rows.map((row) => row.id))
  await file.call('history.undo', { command: removed.command })
  expect(await trash()).toEqual([])
  await file.call('history.redo', {})
  expect(await trash()).toMatchObject([{ name: 'Session with Ana Abel and Bo Baker' }])
})

test('restored, it is what it was: people, topics, action items, contacts, search; and that can be undone', async () => {
  const { id } = await withSession()
  const before = await file.call('sessions.get', { id })
  await file.call('sessions.remove', { id })
  expect(await search('honeycombs')).toEqual([])
  // Life goes on: what is done since does not stand in the way.
  const cy = await addMember(file, { name: 'Cy Cole' })
  await addSession(file, { attendeeIds: [cy], topics: ['Wax'] })
  const answer = await file.call('trash.restore', { ids: await everyNumber() })
  expect(answer).toEqual({
    restored: [{ table: 'sessions', id, name: 'Session with Ana Abel and Bo Baker' }],
    notes: [],
  })
  expect(await file.call('sessions.get', { id })).toEqual(before)
  expect(await search('honeycombs')).toEqual([id])
  expect(contacts()).toBe(1)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
  expect((await file.call('history.state', {})).undo?.summary).toBe(
    'Restored Session with Ana Abel and Bo Baker',
  )
  await expect(file.call('trash.restore', { ids: [1] })).rejects.toMatchObject({ code: 'not-found' })

  await file.call('history.undo', {})
  expect(await search('honeycombs')).toEqual([])
  expect(await trash()).toHaveLength(1)
  await file.call('trash.restore', { ids: await everyNumber() })
  expect(await file.call('sessions.get', { id })).toEqual(before)
})

test('what it pointed at may be gone: the rest comes back, and that is said', async () => {
  const { ana, bo, id } = await withSession()
  const match = await file.command((writer) => {
    const program = writer.insert('programs', { name: 'Pilot', purpose: '', starts_on: '2026-01-01' })
    return writer.insert('matches', { program_id: program, status: 'active' })
  })
  const {
    attendees: _,
    match: __,
    createdAt,
    updatedAt,
    notesErasedAt: _____,
    id: ___,
    ...session
  } = await file.call('sessions.get', {
    id,
  })
  const actionItems = session.actionItems.map(({ owner: ____, ...item }) => item)
  await file.call('sessions.save', { id, session: { ...session, actionItems, matchId: match } })
  await file.call('sessions.remove', { id })
  await file.call('members.remove', { ids: [bo] })
  await file.command((writer) => writer.remove('matches', match))
  const [sessionLine] = (await trash()).filter(({ table }) => table === 'sessions')
  const { notes } = await file.call('trash.restore', { ids: [sessionLine?.id ?? 0] })
  expect(notes.sort()).toEqual([
    'Bo Baker is no longer here and was left out of: Session with Ana Abel and Bo Baker.',
    'Session with Ana Abel and Bo Baker: “Match” is empty now, since Pilot is no longer here.',
    'Session with Ana Abel and Bo Baker: “Owner” is empty now, since Bo Baker is no longer here.',
  ])
  expect(await file.call('sessions.get', { id })).toMatchObject({
    attendeeIds: [ana],
    notes: 'Everything about **honeycombs**',
    matchId: null,
    topics: ['Bees'],
    actionItems: [{ text: 'Buy a hive', owner: null }],
  })
  expect(contacts()).toBe(0)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('several come back in one step, whichever way they belonged together', async () => {
  const { ana, bo, id } = await withSession()
  await file.call('sessions.remove', { id })
  await file.call('members.remove', { ids: [bo] })
  await file.call('members.remove', { ids: [ana] })
  expect((await trash()).map(({ name }) => name)).toEqual([
    'Ana Abel',
    'Bo Baker',
    'Session with Ana Abel and Bo Baker',
  ])
  const { restored, notes } = await file.call('trash.restore', { ids: await everyNumber() })
  expect(restored.map(({ name }) => name)).toHaveLength(3)
  expect(notes).toEqual([])
  expect((await file.call('sessions.get', { id })).attendees.map(({ name }) => name)).toEqual([
    'Ana Abel',
    'Bo Baker',
  ])
  await file.call('history.undo', {})
  expect(await trash()).toHaveLength(3)
})

test('a member whom nothing refers to can be deleted and restored, with skills; a namesake is told', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, {
    name: 'Bo Baker',
    email: 'bo@x.example',
    department: 'Finance',
    skillsOffered: ['Bees'],
    invitedBy: ana,
  })
  const before = await file.call('members.get', { id: bo })
  await file.call('members.remove', { ids: [bo] })
  await expect(file.call('members.get', { id: bo })).rejects.toMatchObject({ code: 'not-found' })
  expect(await file.call('members.find', { query: 'bees', limit: 5 })).toEqual([])
  expect(await trash()).toMatchObject([
    { table: 'members', name: 'Bo Baker', detail: 'Finance, bo@x.example', parts: { member_skills: 1 } },
  ])
  await addMember(file, { name: 'Bob Baker', email: 'BO@x.example', skillsWanted: ['Bees'] })
  const { notes } = await file.call('trash.restore', { ids: await everyNumber() })
  expect(notes).toEqual([
    'Bob Baker has the e-mail address of Bo Baker by now: the two may be the same person.',
  ])
  expect(await file.call('members.get', { id: bo })).toEqual(before)
  expect(await file.call('members.find', { query: 'bo bees', limit: 5 })).toHaveLength(2)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('a member who is part of something is not deleted; what it is, is said', async () => {
  const { ana, bo, id } = await withSession()
  await file.call('members.save', { id: ana, member: memberInput({ name: 'Ana Abel', invitedBy: bo }) })
  const cy = await addMember(file, { name: 'Cy Cole' })
  await addSession(file, { attendeeIds: [ana], notes: `Ask [@Cy Cole](coppice:member/${cy}) about it.` })
  const deleting = (...ids: number[]) => file.call('members.remove', { ids })
  await expect(deleting(bo)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(
      'Bo Baker is part of 1 action item, 1 session and 1 member brought in by them, so deleting would tear a hole',
    ),
  })
  await expect(deleting(cy)).rejects.toThrow('Cy Cole is part of 1 text that mentions them')
  const dee = await addMember(file, { name: 'Dee Dale' })
  await expect(deleting(dee, ana)).rejects.toThrow(
    '1 of these 2 members cannot be deleted; Ana Abel is part of 2 sessions. Nobody was deleted.',
  )
  expect((await file.call('members.get', { id: dee })).name).toBe('Dee Dale')
  await deleting(dee)
  await file.call('sessions.remove', { id })
  expect(await trash()).toHaveLength(2)
})

test('deleted for good, nothing of the text is left, anywhere in the file; undo stops there', async () => {
  const { ana, bo, id } = await withSession()
  await file.call('sessions.save', {
    id,
    session: sessionInput({
      attendeeIds: [ana, bo],
      heldOn: '2026-11-20',
      notes: 'Second version: zanzibarquux',
      actionItems: [{ id: null, text: 'Weigh the kestrelwort', ownerId: null, dueOn: null, doneOn: null }],
    }),
  })
  const [item] = (await file.call('sessions.get', { id })).actionItems
  await file.call('actionItems.setDone', { id: item?.id ?? 0, doneOn: '2026-11-21' })
  await file.call('drafts.save', { key: `session:${id}`, body: '{"notes":"zanzibarquux again"}' })
  const mistake = await addMember(file, { name: 'Quillon Mistletoe', about: 'Typed in by mistake' })
  await file.call('members.remove', { ids: [mistake] })
  await file.call('sessions.remove', { id })
  await file.call('history.undo', {})
  await file.call('history.redo', {})
  const other = await addSession(file, { attendeeIds: [ana], notes: 'Stays in the trash' })
  await file.call('sessions.remove', { id: other })

  const [kept, ...gone] = await trash()
  expect(await file.call('trash.purge', { ids: gone.map((row) => row.id) })).toEqual({ count: 2 })
  expect((await file.call('history.state', {})).undo).toBeNull()
  await expect(file.call('history.undo', {})).rejects.toMatchObject({ code: 'not-found' })
  const bytes = Buffer.concat([
    readFileSync(file.path),
    readFileSync(join(dirname(file.path), 'test.coppice-wal')),
  ])
  for (const word of [
    'zanzibarquux',
    'anzibarqu',
    'honeycomb',
    'kestrelwort',
    'Buy a hive',
    'uillon',
    'istletoe',
  ]) {
    expect(bytes.includes(word), word).toBe(false)
  }
  expect(bytes.includes('Stays in the trash')).toBe(true)

  expect(await trash()).toEqual([kept])
  const summaries = file.read((db) => db.column<string>('SELECT summary FROM commands ORDER BY id DESC'))
  expect(summaries[0]).toBe('Deleted for good: 1 session and 1 member')
  expect(summaries.filter((summary) => summary === 'A session that was deleted for good')).toHaveLength(6)
  expect(summaries.filter((summary) => summary === 'A member who was deleted for good')).toHaveLength(2)
  expect((await file.call('programFile.check', {})).problems).toEqual([])

  // What is still in the trash can come back, though it was deleted before the end of undo.
  await file.call('trash.restore', { ids: await everyNumber() })
  expect((await file.call('sessions.get', { id: other })).notes).toBe('Stays in the trash')
  await file.call('history.undo', {})
  expect(await trash()).toHaveLength(1)
  await file.call('trash.purge', { ids: null })
  expect(await trash()).toEqual([])
  await expect(file.call('trash.purge', { ids: null })).rejects.toMatchObject({ code: 'not-found' })
})

/** Everything that the file keeps, in words: the history, its images, and drafts. */
const kept = () =>
  file.read((db) =>
    ['changes', 'commands', 'members', 'member_identities', 'drafts'].flatMap((table) =>
      db.all(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row)),
    ),
  )

/** Two records of one person, with texts of their own, and somebody else. */
async function twoRecords() {
  const keep = await addMember(file, { name: 'Mira Okafor', about: 'Keeps zebras' })
  const other = await addMember(file, {
    ...{ name: 'Marigold Oyelaran', email: 'gold@x.example', about: 'Breeds quaggas' },
    skillsOffered: ['Bees'],
  })
  const rui = await addMember(file, { name: 'Rui Costa' })
  await file.call('members.setDistinct', { first: other, second: rui, distinct: true })
  const program = await addProgram(file, { name: 'Pathways' })
  await enrol(file, { programId: program, memberId: keep, step: 'trained' })
  const enrolmentId = await enrol(file, { programId: program, memberId: other, step: 'applied' })
  await file.call('enrolments.save', {
    id: enrolmentId,
    enrolment: { appliedOn: null, capacity: null, goals: 'Wants to ride ostriches', note: null },
  })
  return { keep, other, program }
}

/** Deletes all that a member is part of, and the member, for good. */
async function deleteForGood(id: number) {
  const { enrolments } = await file.call('members.get', { id })
  await file.call('enrolments.remove', { ids: enrolments.map((enrolment) => enrolment.id) })
  await file.call('drafts.save', { key: `member:${id}`, body: JSON.stringify({ about: 'Keeps zebras' }) })
  await file.call('members.remove', { ids: [id] })
  await file.call('trash.purge', { ids: null })
}

test('a session comes back with two who became one meanwhile, and whose places others have taken', async () => {
  const keep = await addMember(file, { name: 'Ana Abel' })
  const other = await addMember(file, { name: 'Anna Abel' })
  const third = await addMember(file, { name: 'Cy Cole' })
  const session = await addSession(file, { attendeeIds: [keep, other] })
  await file.call('sessions.remove', { id: session })
  // The numbers of rows that only tie others together are given out again.
  await addSession(file, { attendeeIds: [third] })
  await file.call('members.merge', { keep, other, choices: {} })
  await file.call('trash.restore', { ids: await everyNumber() })
  expect(await file.call('sessions.get', { id: session })).toMatchObject({ attendeeIds: [keep] })
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('deleted for good after a merge, nothing is left of the record that was merged either', async () => {
  const { keep, other } = await twoRecords()
  await file.call('members.merge', { keep, other, choices: { about: 'keep', email: 'keep' } })
  await file.call('history.undo', {})
  await file.call('history.redo', {})
  const words = /Okafor|Oyelaran|gold@|zebras|quaggas|ostriches/
  expect(kept().filter((text) => words.test(text))).not.toEqual([])
  await deleteForGood(keep)
  expect(kept().filter((text) => words.test(text))).toEqual([])
  expect(kept().some((text) => text.includes('Rui Costa'))).toBe(true)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('of two who were taken apart again one is deleted for good, and the other stays as they are', async () => {
  const { keep, other } = await twoRecords()
  const { command } = await file.call('members.merge', { keep, other, choices: {} })
  await file.call('members.split', { command })
  await deleteForGood(other)
  expect(kept().filter((text) => /Oyelaran|gold@|quaggas|ostriches/.test(text))).toEqual([])
  expect(await file.call('members.get', { id: keep })).toMatchObject({ name: 'Mira Okafor' })
  expect(kept().some((text) => text.includes('members.save') && text.includes('Mira Okafor'))).toBe(true)
})
