import type { KnowledgeFilter } from '@shared/contract/knowledge'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addCommunity } from './communitySupport'
import { addItem, addReuse, anyItem, itemInput, knowledgeDay } from './knowledgeSupport'
import { addMatch, addMember, addSession, openTestFile, sessionInput, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const get = (id: number) => file.call('knowledge.get', { id })
const save = (id: number, item: Parameters<typeof itemInput>[0]) =>
  file.call('knowledge.save', { id, item: itemInput(item), today: knowledgeDay })
const list = async (filter: Partial<KnowledgeFilter> = {}) =>
  file.call('knowledge.list', {
    filter: { ...anyItem, ...filter },
    sort: null,
    page: { offset: 0, limit: 50 },
  })
const titles = async (filter: Partial<KnowledgeFilter> = {}) =>
  (await list(filter)).rows.map(({ title }) => title)
const undo = () => file.call('history.undo', {})
const check = async () => expect((await file.call('programFile.check', {})).problems).toEqual([])

describe('finding', () => {
  test('puts a hit in the title first, then what is endorsed; accents and beginnings of words do', async () => {
    await addItem(file, { title: 'Gauges', body: 'What to write on a handover sheet.' })
    const endorsed = await addItem(file, { title: 'Winter', body: 'The handover in winter, step by step.' })
    await file.call('knowledge.setState', { ids: [endorsed], state: 'endorsed', today: knowledgeDay })
    await addItem(file, { title: 'Übergabe und handover', body: 'Kurz.' })
    expect(await titles({ query: 'hando' })).toEqual(['Übergabe und handover', 'Winter', 'Gauges'])
    expect(await titles({ query: 'ubergabe' })).toEqual(['Übergabe und handover'])
    const [first] = (await list({ query: 'sheet' })).rows
    expect(first?.excerpt.filter(({ hit }) => hit)).toEqual([{ text: 'sheet', hit: true }])
    const found = await file.call('knowledge.find', { query: 'win', limit: 5 })
    expect(found).toMatchObject([{ id: endorsed, name: 'Winter' }])
  })

  test('narrows down by kind, state, topic, community, author and day to be looked through', async () => {
    const ana = await addMember(file, { name: 'Ana Abel' })
    const communityId = await addCommunity(file)
    const one = await addItem(file, {
      title: 'One',
      kind: 'tool',
      topics: ['Bees'],
      authorIds: [ana],
      communityId,
      reviewOn: '2026-11-01',
    })
    await addItem(file, { title: 'Other', topics: ['Wax'], reviewOn: '2027-01-01' })
    const { topics, communities, authors, ...figures } = await file.call('knowledge.overview', {
      today: knowledgeDay,
    })
    expect(figures).toEqual({ items: 2, endorsed: 0, inReview: 0, toReview: 1, reuses: 0 })
    const topicIds = topics.filter(({ name }) => name === 'Bees').map(({ id }) => id)
    expect(communities).toMatchObject([{ id: communityId, items: 1 }])
    expect(authors).toMatchObject([{ id: ana, items: 1 }])
    for (const filter of [
      { kinds: ['tool' as const] },
      { topicIds },
      { communityIds: [communityId] },
      { authorIds: [ana] },
      { reviewBy: knowledgeDay },
    ])
      expect(await titles(filter), JSON.stringify(filter)).toEqual(['One'])
    await file.call('knowledge.setState', { ids: [one], state: 'retired', today: knowledgeDay })
    expect(await titles({ reviewBy: knowledgeDay })).toEqual([])
    expect(await titles({ states: ['retired'] })).toEqual(['One'])
  })
})

describe('links', () => {
  test('lead to the item of the title, say what is not written yet, and come back as backlinks', async () => {
    const [ana, bo] = [
      await addMember(file, { name: 'Ana Abel' }),
      await addMember(file, { name: 'Bo Baker' }),
    ]
    const target = await addItem(file, { title: 'Handover in five days' })
    const linking = await addItem(file, {
      title: 'First week',
      body: 'See [[handover in  five days|the handover]] and [[Not yet]], not `[[Handover in five days]]`.',
    })
    const session = await addSession(file, {
      attendeeIds: [ana, bo],
      notes: 'We read [[Handover in five days]].',
    })
    await addSession(file, { attendeeIds: [ana], notes: 'The handover in five days went well.' })
    expect((await get(linking)).links).toEqual([
      { title: 'handover in  five days', id: target },
      { title: 'Not yet', id: null },
    ])
    expect((await get(target)).backlinks).toMatchObject({
      items: [{ id: linking, name: 'First week' }],
      sessions: [{ id: session, people: [{ id: ana }, { id: bo }] }],
    })
  })

  test('follow another title, in items and in notes, in one step that can be undone', async () => {
    const ana = await addMember(file, { name: 'Ana Abel' })
    const target = await addItem(file, { title: 'Handover' })
    const linking = await addItem(file, { title: 'First week', body: '[[handover|how]], [[Handover]]' })
    const session = await addSession(file, { attendeeIds: [ana], notes: 'Read [[Handover]].' })
    expect(await save(target, { title: 'Handing over' })).toMatchObject({ relinked: 2 })
    expect((await get(linking)).body).toBe('[[Handing over|how]], [[Handing over]]')
    expect((await file.call('sessions.get', { id: session })).notes).toBe('Read [[Handing over]].')
    expect((await get(target)).backlinks).toMatchObject({
      items: [{ id: linking }],
      sessions: [{ id: session }],
    })
    await undo()
    expect((await get(linking)).body).toBe('[[handover|how]], [[Handover]]')
    await check()
  })

  test('need titles that tell items apart and that a link can hold', async () => {
    const first = await addItem(file, { title: 'Ökologie' })
    await expect(addItem(file, { title: 'ökologie' })).rejects.toMatchObject({
      code: 'conflict',
      field: 'item.title',
    })
    await expect(addItem(file, { title: 'A [draft]' })).rejects.toThrow()
    expect(await save(first, { title: 'ÖKOLOGIE' })).toMatchObject({ id: first })
    expect(await file.call('knowledge.titled', { title: ' ökologie ' })).toEqual({ id: first })
    await file.call('knowledge.remove', { id: first })
    await addItem(file, { title: 'Ökologie' })
    const [trash] = (await file.call('trash.list', { page: { offset: 0, limit: 5 } })).rows
    await expect(file.call('trash.restore', { ids: [trash?.id ?? 0] })).rejects.toThrow(
      'another piece of knowledge of that title',
    )
  })
})

test('each text that is written over stays as a version, with what differs, and can come back', async () => {
  const id = await addItem(file, { title: 'Gauges', body: 'Read it twice a day.' })
  await save(id, { title: 'Gauges', body: 'Read it three times a day.' })
  await save(id, { title: 'Gauges', body: 'Read it three times a day.', topics: ['Bees'] })
  await save(id, { title: 'Reading gauges', body: 'Read it three times a day.' })
  const versions = await file.call('knowledge.versions', { id })
  expect(versions.map(({ number, title, titleBefore }) => [number, title, titleBefore])).toEqual([
    [3, 'Reading gauges', 'Gauges'],
    [2, 'Gauges', null],
    [1, 'Gauges', null],
  ])
  const told = (what: string) =>
    versions[1]?.difference.flatMap(({ is, text }) => (is === what ? [text] : []))
  expect(told('removed')).toEqual(['twice'])
  expect(told('added')?.join(' ')).toContain('three')
  await file.call('knowledge.restoreVersion', { id, number: 1 })
  expect(await get(id)).toMatchObject({ title: 'Reading gauges', body: 'Read it twice a day.', versions: 3 })
  await undo()
  expect(await get(id)).toMatchObject({ body: 'Read it three times a day.', versions: 2 })
  await check()
})

describe('a passage of notes', () => {
  async function talk(confidentiality: 'private' | 'pair' | 'shareable') {
    const mentor = await addMember(file, { name: 'Mira Okafor' })
    const mentee = await addMember(file, { name: 'Rui Silva' })
    await addMember(file, { name: 'Jonna Lindqvist' })
    const matchId = await addMatch(file, { program: 'Pathways', mentor, mentee })
    const notes =
      '## Talk\nMira asks for a list first. Rui told Jonna Lindqvist, and Jonna laughed.\n\nSomething else.'
    const id = await addSession(file, {
      attendeeIds: [mentor, mentee],
      matchId,
      notes,
      topics: ['Handover'],
      confidentiality,
    })
    return { id, mentor, notes }
  }
  const passage = (sessionId: number, text: string, names: 'kept' | 'hidden') =>
    file.call('knowledge.passage', { sessionId, passage: text, names })

  test('becomes an item that stays linked to its session, with names or without', async () => {
    const { id, mentor, notes } = await talk('pair')
    const [text = ''] = notes.split('\n\n')
    expect(await passage(id, text, 'kept')).toEqual({
      title: 'Mira asks for a list first',
      body: text,
      topics: ['Handover'],
      authors: [{ id: mentor, name: 'Mira Okafor' }],
      names: true,
      forPair: true,
    })
    expect(await passage(id, text, 'hidden')).toMatchObject({
      body: '## Talk\nThe mentor asks for a list first. The mentee told a member, and a member laughed.',
      authors: [],
    })
    const item = await addItem(file, { title: 'A list first', body: text, sessionId: id })
    expect((await get(item)).session).toMatchObject({ id, heldOn: '2026-11-20' })
    await file.call('sessions.remove', { id })
    expect((await get(item)).session).toBeNull()
    await undo()
    expect((await get(item)).session).toMatchObject({ id })
  })

  test('of private notes is refused, whatever was asked for', async () => {
    const { id } = await talk('private')
    await expect(passage(id, 'Something else.', 'hidden')).rejects.toThrow('private to you')
  })
})

describe('who is erased', () => {
  test('is named in no item, version, use, link or search any more; the links go on', async () => {
    const mira = await addMember(file, { name: 'Mira Okafor' })
    const rui = await addMember(file, { name: 'Rui Silva' })
    const target = await addItem(file, {
      title: 'Mira Okafor’s checklist',
      body: 'Mira Okafor wrote it.',
      authorIds: [mira],
    })
    const linking = await addItem(file, { title: 'First week', body: '[[Mira Okafor’s checklist]]' })
    await save(target, { title: 'Mira Okafor’s checklist', body: 'Ask Mira Okafor.', authorIds: [mira] })
    await addReuse(file, linking, mira, { applied: 'I used it at home.' })
    await addReuse(file, target, rui, { applied: 'As Mira Okafor said.' })
    const { goes, stays } = await file.call('members.erasePreview', { id: mira, today: knowledgeDay })
    expect([goes.reuses, stays.knowledge]).toEqual([1, 1])
    await file.call('members.eraseRecords', { ids: [mira], reason: null })
    const texts = file.read((db) =>
      db.column<string>(
        `SELECT title || body FROM knowledge_items UNION ALL SELECT title || body FROM knowledge_versions
          UNION ALL SELECT coalesce(applied, '') FROM knowledge_reuses
          UNION ALL SELECT before FROM changes WHERE before IS NOT NULL UNION ALL SELECT summary FROM commands`,
      ),
    )
    expect(texts.join('\n')).not.toMatch(/Mira|Okafor|at home/)
    expect((await get(linking)).links).toMatchObject([{ id: target }])
    expect(await titles({ query: 'okafor' })).toEqual([])
    await check()
  })

  test('takes along what they wrote and used in their own export', async () => {
    const mira = await addMember(file, { name: 'Mira Okafor' })
    const id = await addItem(file, { title: 'Gauges', body: 'Read it twice.', authorIds: [mira] })
    const other = await addItem(file, { title: 'Winter' })
    await addReuse(file, other, mira, { realised: 'No day was lost.' })
    const { html } = await file.call('memberExport.preview', {
      id: mira,
      privateNotes: false,
      others: 'roles',
      today: knowledgeDay,
    })
    for (const words of ['Gauges', 'Read it twice.', 'Used Winter', 'realised value: No day was lost.'])
      expect(html).toContain(words)
    await expect(file.call('members.remove', { ids: [mira] })).rejects.toThrow('1 piece of knowledge')
    expect(
      (await file.call('history.ofRecord', { table: 'knowledge_items', id, before: null, limit: 5 })).lines,
    ).toHaveLength(1)
  })
})

test('a session keeps what it is when a link in it follows', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const id = await addSession(file, { attendeeIds: [ana], notes: '[[Wax]]', agenda: '[[Wax]] again' })
  const item = await addItem(file, { title: 'Wax' })
  await save(item, { title: 'Bees wax' })
  expect(await file.call('sessions.get', { id })).toMatchObject({
    ...sessionInput({ attendeeIds: [ana] }),
    notes: '[[Bees wax]]',
    agenda: '[[Bees wax]] again',
  })
})

test('what came out of the sessions of a match is part of its story', async () => {
  const [mentor, mentee] = [
    await addMember(file, { name: 'Ana Abel' }),
    await addMember(file, { name: 'Bo Baker' }),
  ]
  const matchId = await addMatch(file, { program: 'Pathways', mentor, mentee, startedOn: '2026-09-01' })
  const sessionId = await addSession(file, { matchId, attendeeIds: [mentor, mentee], notes: 'Gauges first.' })
  const itemId = await addItem(file, { title: 'Gauges first', sessionId })
  const story = async () =>
    (await file.call('matches.page', { id: matchId, today: knowledgeDay })).timeline
      .filter(({ kind }) => kind === 'knowledge')
      .map(({ id, title, detail }) => ({ id, title, detail }))
  expect(await story()).toEqual([
    { id: itemId, title: 'Gauges first', detail: 'practice · draft · made of what a session brought up' },
  ])
  await undo()
  expect(await story()).toEqual([])
})
