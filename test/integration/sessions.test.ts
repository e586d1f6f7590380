import type { InputOf } from '@shared/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMatch, addMember, addSession, openTestFile, sessionInput, type TestFile } from './support'

let file: TestFile
let ana: number
let bo: number
let cy: number
beforeEach(async () => {
  file = openTestFile()
  ana = await addMember(file, { name: 'Ana Abel' })
  bo = await addMember(file, { name: 'Bo Baker' })
  cy = await addMember(file, { name: 'Cy Cole' })
})
afterEach(() => file.close())

type Filter = InputOf<'sessions.list'>['filter']

const all: Filter = {
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

async function list(filter: Partial<Filter> = {}, page = { offset: 0, limit: 100 }) {
  return file.call('sessions.list', { filter: { ...all, ...filter }, page })
}

async function ids(...input: Parameters<typeof list>): Promise<number[]> {
  return (await list(...input)).rows.map(({ id }) => id)
}

function contacts() {
  return file.read((db) =>
    db.all(
      `SELECT session_id AS session, from_id AS "from", to_id AS "to", directed, day, at, kind
        FROM interactions ORDER BY session_id, from_id, to_id`,
    ),
  )
}

const day = 20_777 // 2026-11-20

test('a session comes back as it was written', async () => {
  const matchId = await addMatch(file, { program: 'Spring', mentor: ana, mentee: bo })
  const id = await addSession(file, {
    matchId,
    attendeeIds: [bo, ana, bo],
    minutes: 45,
    medium: 'video',
    title: 'Budget',
    agenda: ' ',
    notes: 'We went through **the budget**.',
    topics: ['Budgeting', 'budgeting', 'Planning'],
    actionItems: [{ id: null, text: 'Send the sheet', ownerId: bo, dueOn: '2026-12-01', doneOn: null }],
    confidentiality: 'private',
    rating: 4,
  })
  expect(await file.call('sessions.get', { id })).toMatchObject({
    matchId,
    match: { id: matchId, program: 'Spring' },
    attendees: [
      { id: ana, name: 'Ana Abel' },
      { id: bo, name: 'Bo Baker' },
    ],
    heldOn: '2026-11-20',
    minutes: 45,
    medium: 'video',
    title: 'Budget',
    agenda: null,
    notes: 'We went through **the budget**.',
    topics: ['Budgeting', 'Planning'],
    actionItems: [{ text: 'Send the sheet', owner: { id: bo, name: 'Bo Baker' }, dueOn: '2026-12-01' }],
    confidentiality: 'private',
    rating: 4,
  })
})

test('people who met in a session had contact, each two of them once', async () => {
  const id = await addSession(file, { attendeeIds: [cy, ana, bo] })
  const contact = { session: id, directed: 0, day, at: '2026-11-20', kind: 'session' }
  expect(contacts()).toEqual([
    { ...contact, from: ana, to: bo },
    { ...contact, from: ana, to: cy },
    { ...contact, from: bo, to: cy },
  ])
})

test('contacts follow when the date or the attendees change, and go with the session', async () => {
  const id = await addSession(file, { attendeeIds: [ana, bo] })
  await file.call('sessions.save', {
    id,
    session: sessionInput({ attendeeIds: [bo, cy], heldOn: '2026-11-21' }),
  })
  expect(contacts()).toMatchObject([{ from: bo, to: cy, day: day + 1, at: '2026-11-21' }])
  await file.call('sessions.remove', { id })
  expect(contacts()).toEqual([])
})

test('more than twelve people in one session had no contact with each other', async () => {
  const crowd: number[] = []
  for (let index = 0; index < 13; index++) crowd.push(await addMember(file, { name: `Guest ${index}` }))
  const id = await addSession(file, { attendeeIds: crowd })
  expect(contacts()).toEqual([])
  await file.call('sessions.save', { id, session: sessionInput({ attendeeIds: crowd.slice(1) }) })
  expect(contacts()).toHaveLength(66)
})

test('a change writes what differs and nothing else', async () => {
  const item = { id: null, text: 'Call', ownerId: null, dueOn: null, doneOn: null }
  const session = sessionInput({ attendeeIds: [ana, bo], notes: 'x', topics: ['A'], actionItems: [item] })
  const id = (await file.call('sessions.save', { id: null, session })).id
  const saved = await file.call('sessions.get', { id })
  const same = { ...session, actionItems: saved.actionItems.map(({ owner, ...rest }) => rest) }
  const changes = (after: number) =>
    file.read((db) =>
      db.all('SELECT kind, table_name AS "table" FROM changes WHERE id > ? ORDER BY id', after),
    )
  const count = changes(0).length
  await file.call('sessions.save', { id, session: same })
  expect(changes(0)).toHaveLength(count)
  const more = [...same.actionItems, { ...item, text: 'Write' }]
  await file.call('sessions.save', { id, session: { ...same, topics: ['a', 'B'], actionItems: more } })
  expect(changes(count)).toEqual([
    { kind: 'insert', table: 'topics' },
    { kind: 'insert', table: 'session_topics' },
    { kind: 'insert', table: 'action_items' },
    { kind: 'update', table: 'sessions' },
  ])
  const now = await file.call('sessions.get', { id })
  expect(now.topics).toEqual(['A', 'B'])
  expect(now.actionItems.map(({ text }) => text)).toEqual(['Call', 'Write'])
  expect(now.actionItems[0]?.id).toBe(saved.actionItems[0]?.id)
})

test('an action item whose row is gone meanwhile is written anew', async () => {
  const id = await addSession(file, { attendeeIds: [ana] })
  const item = { id: 99, text: 'Not lost', ownerId: null, dueOn: null, doneOn: null }
  await file.call('sessions.save', { id, session: sessionInput({ attendeeIds: [ana], actionItems: [item] }) })
  expect((await file.call('sessions.get', { id })).actionItems.map(({ text }) => text)).toEqual(['Not lost'])
})

test('a session of people or a match that are gone is refused, with the field at fault', async () => {
  const refused = (session: Parameters<typeof sessionInput>[0]) => expect(addSession(file, session)).rejects
  await refused({ attendeeIds: [ana, 99] }).toMatchObject({ code: 'not-found', field: 'attendeeIds' })
  await refused({ attendeeIds: [ana], matchId: 99 }).toMatchObject({ code: 'not-found', field: 'matchId' })
  const item = { id: null, text: 'x', ownerId: 99, dueOn: null, doneOn: null }
  await refused({ attendeeIds: [ana], actionItems: [item] }).toMatchObject({ field: 'actionItems.0.ownerId' })
  expect((await list()).total).toBe(0)
  const gone = { code: 'not-found', message: expect.stringContaining('no longer') }
  await expect(file.call('sessions.get', { id: 9 })).rejects.toMatchObject(gone)
  await expect(file.call('sessions.remove', { id: 9 })).rejects.toMatchObject(gone)
  await expect(file.call('actionItems.setDone', { id: 9, doneOn: null })).rejects.toMatchObject(gone)
})

test('the list is newest first; of one day, the session written last', async () => {
  const old = await addSession(file, { attendeeIds: [ana], heldOn: '2024-02-29' })
  const first = await addSession(file, { attendeeIds: [ana], heldOn: '2026-01-01' })
  const second = await addSession(file, { attendeeIds: [ana], heldOn: '2026-01-01' })
  const earliest = await addSession(file, { attendeeIds: [ana], heldOn: '1999-12-31' })
  expect(await ids()).toEqual([second, first, old, earliest])
  expect(await ids({}, { offset: 1, limit: 2 })).toEqual([first, old])
})

test('a row shows who, about what, and the beginning of the notes as plain text', async () => {
  await addSession(file, {
    attendeeIds: [bo, ana],
    topics: ['Budget'],
    notes: '# Plan\n\n- [@Mira Okafor](coppice:member/12) asked for **more** of [[Pricing]]\n',
    actionItems: [
      { id: null, text: 'a', ownerId: null, dueOn: null, doneOn: null },
      { id: null, text: 'b', ownerId: null, dueOn: null, doneOn: '2026-11-21' },
    ],
  })
  const [row] = (await list()).rows
  expect(row).toMatchObject({
    attendees: [{ name: 'Ana Abel' }, { name: 'Bo Baker' }],
    topics: ['Budget'],
    openActionItems: 1,
    excerpt: [{ text: 'Plan @Mira Okafor asked for more of Pricing', hit: false }],
  })
})

test('each filter leaves what it names, alone, together and with words', async () => {
  const matchId = await addMatch(file, { program: 'P', mentor: ana, mentee: bo })
  const a = await addSession(file, {
    attendeeIds: [ana, bo],
    heldOn: '2026-03-01',
    matchId,
    medium: 'video',
    notes: 'budget talk',
    topics: ['Money'],
  })
  const b = await addSession(file, {
    attendeeIds: [ana, cy],
    heldOn: '2026-03-02',
    medium: 'phone',
    notes: 'budget again',
    confidentiality: 'private',
    topics: ['Money'],
  })
  const c = await addSession(file, { attendeeIds: [cy], heldOn: '2026-03-03', notes: '  ', title: 'Budget' })
  const [money] = await file.call('topics.find', { query: 'mon', limit: 1 })
  const expected: [Partial<Filter>, number[]][] = [
    [{}, [c, b, a]],
    [{ memberId: ana }, [b, a]],
    [{ matchId }, [a]],
    [{ topicIds: [money?.id ?? 0] }, [b, a]],
    [{ media: ['video', 'phone'] }, [b, a]],
    [{ media: ['phone'] }, [b]],
    [{ confidentialities: ['pair'] }, [c, a]],
    [{ from: '2026-03-02' }, [c, b]],
    [{ to: '2026-03-02' }, [b, a]],
    [{ from: '2026-03-02', to: '2026-03-02' }, [b]],
    [{ from: '2026-03-03', to: '2026-03-01' }, []],
    [{ withoutNotes: true }, [c]],
    [{ withoutNotes: true, confidentialities: ['private'] }, []],
    [{ memberId: ana, media: ['phone'], from: '2026-01-01' }, [b]],
  ]
  for (const [filter, sessions] of expected) {
    for (const query of ['', 'bud']) {
      expect(await ids({ ...filter, query }), JSON.stringify(filter) + query).toEqual(sessions)
      expect((await list({ ...filter, query })).total).toBe(sessions.length)
    }
  }
})

test('the overview counts', async () => {
  await addSession(file, {
    attendeeIds: [ana],
    heldOn: '2026-11-23',
    actionItems: [{ id: null, text: 'x', ownerId: null, dueOn: null, doneOn: null }],
  })
  await addSession(file, { attendeeIds: [ana], heldOn: '2026-10-25', notes: 'x' })
  await addSession(file, { attendeeIds: [ana], heldOn: '2026-10-24', notes: 'x' })
  expect(await file.call('sessions.overview', { today: '2026-11-23' })).toEqual({
    sessions: 3,
    lastThirtyDays: 2,
    withoutNotes: 1,
    openActionItems: 1,
  })
})

test('an action item is done, and open again', async () => {
  const item = { id: null, text: 'Call Rui', ownerId: ana, dueOn: null, doneOn: null }
  const id = await addSession(file, { attendeeIds: [ana], actionItems: [item] })
  const itemId = (await file.call('sessions.get', { id })).actionItems[0]?.id ?? 0
  await file.call('actionItems.setDone', { id: itemId, doneOn: '2026-11-22' })
  expect((await file.call('sessions.get', { id })).actionItems[0]?.doneOn).toBe('2026-11-22')
  expect((await file.call('history.state', {})).undo?.summary).toBe('Done: Call Rui')
  await file.call('actionItems.setDone', { id: itemId, doneOn: null })
  expect((await file.call('sessions.get', { id })).actionItems[0]?.doneOn).toBeNull()
})
