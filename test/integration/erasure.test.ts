import { readFileSync, rmSync } from 'node:fs'
import { erasedName } from '@shared/domain/erasure'
import { mentionLink } from '@shared/domain/mentions'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addContacts,
  addMatch,
  addMember,
  addSession,
  memberInput,
  openTestFile,
  type TestFile,
} from './support'

let file: TestFile
let mira: number
let tariq: number
let kim: number

beforeEach(async () => {
  file = openTestFile()
  mira = await addMember(file, {
    name: 'Mira Okafor',
    email: 'mira@riverside.example',
    phone: '+44 20 7946 0958',
    location: 'Leeds',
    department: 'Nursing',
    role: 'mentee',
    joinedOn: '2024-03-17',
    about: 'Keeps zebras.',
    skillsOffered: ['Zebra care'],
    skillsWanted: ['Negotiation'],
  })
  tariq = await addMember(file, { name: 'Tariq Haddad', role: 'mentor', skillsOffered: ['Negotiation'] })
  kim = await addMember(file, { name: 'Kim Park', about: 'Friend of Mira Okafor.' })
})
afterEach(() => file.close())

function erase(...ids: number[]) {
  return file.call('members.eraseRecords', { ids, reason: null })
}

/** Every text of the file, those of the history included. */
function everyText(): string {
  return file.read((db) =>
    db
      .column<string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
      .filter((table) => !table.startsWith('sqlite_'))
      .map((table) => `${table} ${JSON.stringify(db.all(`SELECT * FROM ${table}`))}`)
      .join('\n'),
  )
}

/** What a copy of the file, as the app writes one after an erasure, holds in all its bytes. */
function writtenAnew(): string {
  const path = `${file.path}-anew`
  file.read((db) => db.copyInto(path))
  const bytes = readFileSync(path).toString('latin1')
  rmSync(path)
  return bytes
}

test('nothing personal is left of a member, and the row goes on counting', async () => {
  await file.call('consents.record', {
    memberIds: [mira],
    purpose: 'contact',
    answer: 'given',
    answeredOn: '2026-01-01',
    how: 'form',
  })
  await erase(mira)
  const member = await file.call('members.get', { id: mira })
  expect(member).toMatchObject({
    name: erasedName,
    sortName: erasedName,
    email: null,
    phone: null,
    about: null,
    role: 'mentee',
    status: 'active',
    joinedOn: '2024-01-01',
    skillsOffered: [],
    skillsWanted: [],
    archived: false,
  })
  expect(member.erasedAt).not.toBeNull()
  expect(await file.call('consents.of', { memberId: mira })).toEqual([])
  expect((await file.call('program.overview', {})).members).toBe(3)
})

test('a place stays with the figures only where five share it', async () => {
  await erase(mira)
  expect(await file.call('members.get', { id: mira })).toMatchObject({ location: null, department: null })
  const nurses: number[] = []
  for (const name of ['A A', 'B B', 'C C', 'D D', 'E E'])
    nurses.push(await addMember(file, { name, location: 'Leeds', department: 'Nursing' }))
  await erase(nurses[0] ?? 0)
  expect(await file.call('members.get', { id: nurses[0] ?? 0 })).toMatchObject({
    location: 'Leeds',
    department: 'Nursing',
  })
})

test('the texts of their sessions go, and when, how long, who and about what stay', async () => {
  const id = await addSession(file, {
    attendeeIds: [mira, tariq],
    minutes: 45,
    medium: 'video',
    title: 'Quagga',
    agenda: 'Okapi',
    notes: 'Aardvark',
    topics: ['Wildlife'],
    rating: 4,
    actionItems: [
      { id: null, text: 'Feed the ibex', ownerId: mira, dueOn: '2026-12-01', doneOn: null },
      { id: null, text: 'Count the gnus', ownerId: null, dueOn: null, doneOn: null },
      { id: null, text: 'Buy hay for Mira Okafor', ownerId: tariq, dueOn: null, doneOn: null },
    ],
  })
  await erase(mira)
  const session = await file.call('sessions.get', { id })
  expect(session).toMatchObject({
    title: null,
    agenda: null,
    notes: '',
    minutes: 45,
    medium: 'video',
    rating: 4,
    topics: ['Wildlife'],
  })
  expect(session.attendees.map(({ name }) => name).sort()).toEqual([erasedName, 'Tariq Haddad'])
  expect(session.actionItems.map(({ text, dueOn }) => [text, dueOn])).toEqual([
    ['Erased', '2026-12-01'],
    ['Erased', null],
    ['Buy hay for someone', null],
  ])
})

test('others’ texts name somebody instead, whether as a mention, a name, an address or a number', async () => {
  const notes = `${mentionLink(mira, 'Mimi')}, MIRA OKAFOR, Okafor, Mira; mira@riverside.example, 0044 20 79460958.`
  const id = await addSession(file, { attendeeIds: [tariq, kim], title: 'About Mira Okafor', notes })
  await erase(mira)
  expect(await file.call('sessions.get', { id })).toMatchObject({
    title: 'About someone',
    notes: 'someone, someone, someone; someone, someone.',
  })
  expect((await file.call('members.get', { id: kim })).about).toBe('Friend of someone.')
})

test('nothing of it is left in any table, in the history or in the search', async () => {
  const lost = await addSession(file, { attendeeIds: [mira, tariq], title: 'Quagga', notes: 'Aardvark' })
  const edited = await addSession(file, { attendeeIds: [mira], notes: 'Narwhal' })
  const session = {
    matchId: null,
    attendeeIds: [mira, kim],
    heldOn: '2026-11-20',
    minutes: null,
    medium: null,
    title: null,
    agenda: null,
    notes: 'Pangolin',
    topics: [],
    actionItems: [{ id: null, text: 'Pet the axolotl', ownerId: mira, dueOn: null, doneOn: null }],
    confidentiality: 'pair' as const,
    rating: null,
  }
  await file.call('sessions.save', { id: edited, session })
  await file.call('sessions.save', { id: edited, session: { ...session, actionItems: [] } })
  await file.call('sessions.remove', { id: lost })
  await file.call('members.save', {
    id: mira,
    member: memberInput({ name: 'Mira Haddad-Okafor', email: 'new@riverside.example', location: 'York' }),
  })
  const elsewhere = await addSession(file, { attendeeIds: [kim], notes: 'Mira Okafor that was.' })
  await file.call('savedViews.save', {
    screen: 'members',
    name: 'Like Mira Haddad-Okafor',
    state: JSON.stringify({ filter: { query: 'x' } }),
  })
  await file.call('savedViews.save', {
    screen: 'members',
    name: 'Search',
    state: JSON.stringify({ filter: { query: 'mira okafor' } }),
  })
  await file.call('drafts.save', {
    key: 'session:new',
    body: JSON.stringify({ attendees: [{ id: mira, name: 'x' }], notes: 'Tapir' }),
  })
  await file.call('drafts.save', { key: `session:${edited}`, body: JSON.stringify({ notes: 'Wombat' }) })
  await file.call('drafts.save', {
    key: 'member:3',
    body: JSON.stringify({ about: 'Knows Mira\nOkafor' }),
  })
  await file.call('drafts.save', { key: 'session:99', body: JSON.stringify({ notes: 'Not about anybody' }) })
  file.connection.exec('ANALYZE')

  await erase(mira)
  await file.call('members.tidyErased', {})

  const words = /mira|okafor|mimi|riverside|7946|zebra|quagga|aardvark|narwhal|pangolin|axolotl|tapir|wombat/i
  expect(everyText().match(words)?.[0]).toBeUndefined()
  expect(writtenAnew().match(words)?.[0]).toBeUndefined()
  expect((await file.call('sessions.get', { id: elsewhere })).notes).toBe('someone that was.')
  expect(await file.call('drafts.get', { key: 'session:99' })).not.toBeNull()
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('undo stops there: nothing that was done before can be taken back, what comes after can', async () => {
  await addSession(file, { attendeeIds: [mira], notes: 'Aardvark' })
  await erase(mira)
  expect(await file.call('history.state', {})).toMatchObject({ undo: null, redo: null })
  await expect(file.call('history.undo', {})).rejects.toMatchObject({ code: 'not-found' })
  await file.call('program.rename', { name: 'Later' })
  await file.call('history.undo', {})
  await expect(file.call('history.undo', {})).rejects.toMatchObject({ code: 'not-found' })
})

test('who is erased is erased once, and nobody can write them up again', async () => {
  expect((await erase(mira)).erased).toBe(1)
  expect((await erase(mira)).erased).toBe(0)
  await expect(
    file.call('members.save', { id: mira, member: memberInput({ name: 'Mira Okafor' }) }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect(await file.call('members.find', { query: 'erased', limit: 10 })).toEqual([])
  await expect(
    file.call('consents.record', {
      memberIds: [mira],
      purpose: 'notes',
      answer: 'given',
      answeredOn: '2026-01-01',
      how: '',
    }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('somebody whose name begins the same keeps theirs', async () => {
  const longer = await addMember(file, { name: 'Mira Okafor Smith' })
  const id = await addSession(file, {
    attendeeIds: [kim],
    notes: 'Mira Okafor Smith met Mira Okafor.',
  })
  await erase(mira)
  expect((await file.call('sessions.get', { id })).notes).toBe('Mira Okafor Smith met someone.')
  expect((await file.call('members.get', { id: longer })).name).toBe('Mira Okafor Smith')
})

test('a name that a row once had by mistake, and that is somebody else’s, is left', async () => {
  await file.call('members.save', { id: mira, member: memberInput({ name: 'Kim Park' }) })
  await file.call('members.save', { id: mira, member: memberInput({ name: 'Mira Okafor' }) })
  const id = await addSession(file, { attendeeIds: [tariq], notes: 'Kim Park and Mira Okafor' })
  await erase(mira)
  expect((await file.call('sessions.get', { id })).notes).toBe('Kim Park and someone')
  expect((await file.call('members.get', { id: kim })).name).toBe('Kim Park')
})

test('Today asks nobody about what was erased', async () => {
  const match = await addMatch(file, {
    program: 'Pathways',
    mentor: tariq,
    mentee: mira,
    startedOn: '2026-01-01',
    cadenceDays: 14,
  })
  await addSession(file, {
    matchId: match,
    attendeeIds: [mira, tariq],
    heldOn: '2026-10-20',
    notes: 'Aardvark',
    actionItems: [{ id: null, text: 'Late', ownerId: mira, dueOn: '2026-11-01', doneOn: null }],
  })
  await addSession(file, { attendeeIds: [mira, tariq], heldOn: '2026-11-20' })
  const before = await file.call('today.get', { today: '2026-11-25' })
  expect(before.totals).toMatchObject({ late: 1, withoutNotes: 1 })
  await erase(mira)
  const { totals, actionItems, withoutNotes, quietMatches } = await file.call('today.get', {
    today: '2026-11-25',
  })
  expect(totals).toMatchObject({ late: 0, withoutNotes: 0, quietMatches: 0 })
  expect([actionItems, withoutNotes, quietMatches]).toEqual([[], [], []])
})

test('the preview counts what goes and what stays, and writes nothing', async () => {
  await addContacts(file, [[mira, kim, 20_700]])
  await addSession(file, {
    attendeeIds: [mira, tariq],
    notes: 'Aardvark',
    actionItems: [{ id: null, text: 'Feed', ownerId: mira, dueOn: null, doneOn: null }],
  })
  await addSession(file, { attendeeIds: [mira] })
  await addSession(file, { attendeeIds: [kim], notes: 'Mira Okafor again' })
  await addSession(file, { attendeeIds: [kim], notes: 'Mira alone' })
  await file.call('drafts.save', { key: 'session:new', body: '{"notes":"Mira Okafor"}' })
  const other = await addMember(file, { name: 'mira okafor' })
  const before = everyText()
  const preview = await file.call('members.erasePreview', { id: mira, today: '2026-11-25' })
  expect(everyText()).toBe(before)
  expect(preview).toMatchObject({
    name: 'Mira Okafor',
    goes: {
      skills: 2,
      consents: 0,
      notes: 1,
      actionItems: 1,
      mentions: 2,
      drafts: 1,
      savedViews: 0,
      undo: 9,
    },
    stays: { sessions: 2, interactions: 2, matches: 0, place: null, joined: '2024-01-01' },
    others: { count: 1, first: [{ id: tariq, name: 'Tariq Haddad' }] },
    namesakes: [{ id: other, name: 'mira okafor' }],
    parts: 1,
    keep: null,
  })
  expect(preview.goes.fields).toContain('phone')
  expect(preview.goes.fields).toContain('location')
})
