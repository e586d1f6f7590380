import type { OutputOf } from '@shared/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importText } from './importSupport'
import { addMember, addSession, memberInput, openTestFile, sessionInput, type TestFile } from './support'

/** What is told of one record. */

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

type History = OutputOf<'history.ofRecord'>
type Line = History['lines'][number]

const of = (table: 'members' | 'sessions', id: number): Promise<History> =>
  file.call('history.ofRecord', { table, id, before: null, limit: 50 })

/** A line as it is read: what became of the record, and each change in words. */
function told({ kind, what, changes, takenBack }: Line): string {
  return [`${kind} ${what}${takenBack ? ' (taken back)' : ''}`, ...changes.map(toldChange)].join('; ')
}

function toldChange(change: Line['changes'][number]): string {
  if (change.type === 'field') {
    return `${change.label}: ${change.diff ? marked(change.diff) : `${change.before} → ${change.after}`}`
  }
  if (change.type === 'list') {
    const came = change.added.map((name) => `+${name}`)
    return [change.label, ...came, ...change.removed.map((name) => `-${name}`)].join(' ')
  }
  const fields = change.fields.map(({ label, before, after }) => `${label}: ${before} → ${after}`)
  return [`${change.label} “${change.name}” ${change.what}`, ...fields].join(', ')
}

function marked(pieces: { text: string; is: string }[]): string {
  return pieces
    .map(({ text, is }) => (is === 'same' ? text : is === 'added' ? `{+${text}}` : `{-${text}}`))
    .join('')
}

async function lines(table: 'members' | 'sessions', id: number): Promise<string[]> {
  return (await of(table, id)).lines.map(told)
}

test('a member: fields, skills and who invited them, before and after, the newest first', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker', location: 'Porto', skillsOffered: ['Bees'] })
  const member = memberInput({
    name: 'Bo Baker',
    location: 'Oslo',
    about: 'Keeps bees.',
    capacity: 2,
    joinedOn: '2026-01-05',
    skillsOffered: ['Wax'],
    skillsWanted: ['Bees'],
    invitedBy: ana,
  })
  await file.call('members.save', { id: bo, member })
  await file.call('members.save', { id: bo, member: { ...member, about: 'Keeps many bees.' } })
  await file.call('members.archive', { ids: [ana, bo], archived: true })
  expect(await lines('members', bo)).toEqual([
    'do changed; Archived: no → yes',
    'do changed; About: Keeps {+many }bees.',
    'do changed; Location: Porto → Oslo; Mentees at most: null → 2; Joined on: null → 2026-01-05; ' +
      'About: {+Keeps bees.}; Brought in by: null → Ana Abel; Skills offered +Wax -Bees; Skills wanted +Bees',
    'do added; Name: null → Bo Baker; Sorted as: null → Baker, Bo; Status: null → active; Role: null → neither; ' +
      'Location: null → Porto; Skills offered +Bees',
  ])
  expect(await lines('members', ana)).toHaveLength(2)
})

test('a session: its facts, its people and topics, its notes word by word, and its action items', async () => {
  const [ana, bo, cy] = [
    await addMember(file, { name: 'Ana Abel' }),
    await addMember(file, { name: 'Bo Baker' }),
    await addMember(file, { name: 'Cy Cole' }),
  ]
  const before = sessionInput({
    attendeeIds: [ana, bo],
    heldOn: '2026-11-20',
    notes: 'We spoke of bees and honey.',
    topics: ['Bees'],
    actionItems: [
      { id: null, text: 'Buy a hive', ownerId: bo, dueOn: null, doneOn: null },
      { id: null, text: 'Read on', ownerId: null, dueOn: null, doneOn: null },
    ],
  })
  const { id } = await file.call('sessions.save', { id: null, session: before })
  const [hive, read] = (await file.call('sessions.get', { id })).actionItems
  if (!hive || !read) throw new Error('The action items are missing.')
  await file.call('actionItems.setDone', { id: hive.id, doneOn: '2026-11-21' })
  await file.call('sessions.save', {
    id,
    session: {
      ...before,
      attendeeIds: [ana, cy],
      heldOn: '2026-11-19',
      minutes: 45,
      rating: 4,
      notes: 'We spoke of wasps and honey.',
      topics: ['Wasps'],
      actionItems: [{ id: hive.id, text: 'Buy two hives', ownerId: cy, dueOn: null, doneOn: '2026-11-21' }],
    },
  })
  expect(await lines('sessions', id)).toEqual([
    'do changed; Date: 2026-11-20 → 2026-11-19; Length: null → 45 min; Notes: We spoke of {-bees}{+wasps} and honey.; ' +
      'Rating: null → 4 of 5; Attendees +Cy Cole -Bo Baker; Topics +Wasps -Bees; ' +
      'action item “Buy two hives” changed, Owner: Bo Baker → Cy Cole, Text: Buy a hive → Buy two hives; ' +
      'action item “Read on” deleted',
    'do changed; action item “Buy a hive” changed, Done on: null → 2026-11-21',
    'do added; Date: null → 2026-11-20; Notes: {+We spoke of bees and honey.}; Confidentiality: null → pair; ' +
      'Attendees +Ana Abel +Bo Baker; Topics +Bees; action item “Buy a hive” added, Owner: null → Bo Baker; ' +
      'action item “Read on” added',
  ])
})

test('what was undone, done again, deleted and restored is said; only what is new is spelled out', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const id = await addSession(file, { attendeeIds: [ana], minutes: 30 })
  await file.call('sessions.save', { id, session: sessionInput({ attendeeIds: [ana], minutes: 60 }) })
  await file.call('history.undo', {})
  await file.call('history.redo', {})
  await file.call('sessions.remove', { id })
  const [item] = (await file.call('trash.list', { page: { offset: 0, limit: 10 } })).rows
  await file.call('trash.restore', { ids: [item?.id ?? 0] })
  expect((await lines('sessions', id)).slice(0, 5)).toEqual([
    'do restored',
    'do deleted',
    'redo changed; Length: 30 min → 60 min',
    'undo changed (taken back); Length: 60 min → 30 min',
    'do changed (taken back); Length: 30 min → 60 min',
  ])
  await file.call('history.undo', {})
  await file.call('history.undo', {})
  expect((await lines('sessions', id)).slice(0, 2)).toEqual(['undo added', 'undo deleted'])
})

test('a record that came with a file says so, also after its import was undone and done again', async () => {
  const csv = 'Name,Email,Location\nAna Abel,ana@x.example,Porto\nBo Baker,bo@x.example,Oslo\n'
  await importText(file, 'members', csv)
  await importText(file, 'members', csv.replace('Oslo', 'Bergen'))
  const [bo] = await file.call('members.find', { query: 'Bo', limit: 1 })
  const history = await of('members', bo?.id ?? 0)
  expect(history.lines.map(({ what, fileName, summary }) => ({ what, fileName, summary }))).toEqual([
    { what: 'changed', fileName: null, summary: 'Import of 1 member from members.csv' },
    { what: 'imported', fileName: 'members.csv', summary: 'Import of 2 members from members.csv' },
  ])
  expect(history.lines.map(told)[0]).toBe('do changed; Location: Oslo → Bergen')
  for (const step of ['undo', 'undo', 'redo', 'redo'] as const) await file.call(`history.${step}`, {})
  const again = await of('members', bo?.id ?? 0)
  expect(again.lines.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
    'redo changed',
    'redo imported',
    'undo deleted',
    'undo changed',
    'do changed',
    'do imported',
  ])
  expect(again.lines.map(told)[0]).toBe('redo changed; Location: Oslo → Bergen')
})

test('a link whose number was given to another record does not tell of that one', async () => {
  const ana = await addMember(file, { name: 'Ana Abel', skillsOffered: ['Bees'] })
  await file.call('members.save', {
    id: ana,
    member: memberInput({ name: 'Ana Abel', sortName: 'Abel, Ana' }),
  })
  const bo = await addMember(file, { name: 'Bo Baker', skillsWanted: ['Wax'] })
  const skills = () => file.read((db) => db.column('SELECT id FROM member_skills'))
  expect(skills()).toEqual([1])
  expect(await lines('members', ana)).toMatchObject([
    'do changed; Skills offered -Bees',
    expect.stringMatching(/Skills offered \+Bees$/),
  ])
  expect(await lines('members', bo)).toMatchObject([expect.stringMatching(/Skills wanted \+Wax$/)])
})

test('it comes in pages, and a record from before the history says since when it is there', async () => {
  const id = await addMember(file, { name: 'Ana Abel' })
  for (const phone of ['1', '2', '3']) {
    await file.call('members.save', { id, member: memberInput({ name: 'Ana Abel', phone }) })
  }
  const page = (before: number | null) =>
    file.call('history.ofRecord', { table: 'members', id, before, limit: 3 })
  const first = await page(null)
  expect(first.lines).toHaveLength(3)
  expect(first).toMatchObject({ more: true, since: null })
  const second = await page(first.lines.at(-1)?.command ?? null)
  expect(second.lines.map(({ what }) => what)).toEqual(['added'])
  expect(second.more).toBe(false)

  file.connection.exec(`INSERT INTO members (name, sort_name, status, role, created_at, updated_at)
    VALUES ('Old', 'Old', 'active', 'both', '2020-02-02T10:00:00.000Z', '')`)
  const old = file.read((db) => db.value<number>('SELECT max(id) FROM members')) ?? 0
  expect(await of('members', old)).toEqual({ lines: [], more: false, since: '2020-02-02T10:00:00.000Z' })
})

test('of long notes only what differs is told, with a little around it', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const long = Array.from({ length: 400 }, (_, n) => `word${n}`)
  const id = await addSession(file, { attendeeIds: [ana], notes: long.join(' ') })
  long[200] = 'bees'
  await file.call('sessions.save', {
    id,
    session: sessionInput({ attendeeIds: [ana], notes: long.join(' ') }),
  })
  const [line] = (await of('sessions', id)).lines
  const [notes] = line?.changes ?? []
  if (notes?.type !== 'field' || !notes.diff) throw new Error('The notes should have changed.')
  expect(marked(notes.diff)).toMatch(/^….{20,32}\{-word200\}\{\+bees\}.{20,32}…$/)
})
