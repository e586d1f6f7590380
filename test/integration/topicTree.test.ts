import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCommunity } from './communitySupport'
import { addItem, anyItem } from './knowledgeSupport'
import { addMember, addSession, memberInput, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const tables = ['topics', 'session_topics', 'knowledge_topics', 'member_skills', 'asks', 'saved_views']
const everything = () =>
  file.read((db) => tables.map((table) => db.all(`SELECT * FROM ${table} ORDER BY id`)))
const list = () => file.call('topics.list', {})
const idOf = async (name: string) => (await list()).find((topic) => topic.name === name)?.id ?? 0

test('a merge carries over whatever is about the topic, doubles become one, and undo is exact', async () => {
  const ana = await addMember(file, { name: 'Ana', skillsOffered: ['Feedback', 'Giving feedback'] })
  await addMember(file, { name: 'Bo', skillsWanted: ['Giving feedback'] })
  await addSession(file, { attendeeIds: [ana], topics: ['Feedback', 'Giving feedback'] })
  await addSession(file, { attendeeIds: [ana], topics: ['Giving feedback'] })
  await addItem(file, { title: 'How to', topics: ['Giving feedback', 'Below'] })
  const communityId = await addCommunity(file)
  const ask = {
    askerId: ana,
    text: 'How?',
    askedOn: '2026-11-20',
    topic: 'Giving feedback',
    isPrivate: false,
  }
  await file.call('asks.save', { id: null, communityId, ask })
  const [keep, other, below] = [await idOf('Feedback'), await idOf('Giving feedback'), await idOf('Below')]
  await file.call('topics.move', { id: below, parentId: other })
  const state = JSON.stringify({ filter: { skills: [other] } })
  await file.call('savedViews.save', { screen: 'members', name: 'Feedback', state })
  const before = everything()

  await file.call('topics.merge', { keep, other })
  expect(await list()).toEqual([
    { id: below, name: 'Below', parentId: keep, sessions: 0, knowledge: 1, offering: 0, wanting: 0, asks: 0 },
    {
      id: keep,
      name: 'Feedback',
      parentId: null,
      sessions: 2,
      knowledge: 1,
      offering: 1,
      wanting: 1,
      asks: 1,
    },
  ])
  const views = file.read((db) => db.column<string>('SELECT state FROM saved_views'))
  expect(JSON.parse(views[0] ?? '')).toEqual({ filter: { skills: [keep] } })
  const found = await file.call('knowledge.list', {
    filter: { ...anyItem, query: 'giving' },
    sort: null,
    page: { offset: 0, limit: 10 },
  })
  expect(found.total).toBe(0)
  const after = everything()
  await file.call('history.undo', {})
  expect(everything()).toEqual(before)
  await file.call('history.redo', {})
  expect(everything()).toEqual(after)
  expect((await file.call('programFile.check', {})).problems).toEqual([])
})

test('a topic that stood below the one that goes takes its place', async () => {
  await addItem(file, { title: 'One', topics: ['Top', 'Middle', 'Low'] })
  const [top, middle, low] = [await idOf('Top'), await idOf('Middle'), await idOf('Low')]
  await file.call('topics.move', { id: middle, parentId: top })
  await file.call('topics.move', { id: low, parentId: middle })
  await file.call('topics.merge', { keep: low, other: middle })
  expect((await list()).map(({ name, parentId }) => [name, parentId])).toEqual([
    ['Low', top],
    ['Top', null],
  ])
})

test('no topic stands under itself, two are not called the same, and what is used is not deleted', async () => {
  await addItem(file, { title: 'One', topics: ['Top', 'Low'] })
  const [top, low] = [await idOf('Top'), await idOf('Low')]
  await file.call('topics.move', { id: low, parentId: top })
  await expect(file.call('topics.move', { id: top, parentId: low })).rejects.toThrow(
    'Low stands under Top itself.',
  )
  await expect(file.call('topics.move', { id: top, parentId: top })).rejects.toThrow(
    'cannot stand under itself',
  )
  await expect(file.call('topics.merge', { keep: top, other: top })).rejects.toThrow('with itself')
  await expect(file.call('topics.rename', { id: low, name: 'TOP' })).rejects.toThrow('Merge the two')
  await expect(file.call('topics.remove', { id: top })).rejects.toThrow('Something is about Top')
  await file.call('topics.rename', { id: low, name: 'low' })
  expect((await list()).map(({ name }) => name)).toEqual(['low', 'Top'])
})

test('what is not used is deleted, and what stood below it moves up', async () => {
  await addItem(file, { title: 'One', topics: ['Low'] })
  const ana = await addMember(file, { name: 'Ana', skillsOffered: ['Idle'] })
  const [idle, low] = [await idOf('Idle'), await idOf('Low')]
  await file.call('members.save', { id: ana, member: memberInput({ name: 'Ana' }) })
  await file.call('topics.move', { id: low, parentId: idle })
  await file.call('topics.remove', { id: idle })
  expect(await list()).toMatchObject([{ name: 'Low', parentId: null }])
})

test('filters by a topic find what is about those below it', async () => {
  const ana = await addMember(file, { name: 'Ana', skillsOffered: ['Low'] })
  await addSession(file, { attendeeIds: [ana], topics: ['Low'] })
  await addItem(file, { title: 'One', topics: ['Low'] })
  await addItem(file, { title: 'Two', topics: ['Top'] })
  const [top, low] = [await idOf('Top'), await idOf('Low')]
  await file.call('topics.move', { id: low, parentId: top })
  const page = { offset: 0, limit: 10 }
  const knowledge = await file.call('knowledge.list', {
    filter: { ...anyItem, topicIds: [top] },
    sort: null,
    page,
  })
  expect(knowledge.rows.map(({ title }) => title).toSorted()).toEqual(['One', 'Two'])
  const sessions = await file.call('sessions.list', {
    filter: {
      query: '',
      memberId: null,
      matchId: null,
      topicIds: [top],
      media: [],
      confidentialities: [],
      from: null,
      to: null,
      withoutNotes: false,
    },
    page,
  })
  expect(sessions.total).toBe(1)
  const members = await file.call('members.list', {
    filter: {
      query: '',
      statuses: [],
      roles: [],
      locations: [],
      departments: [],
      skills: [top],
      withRoom: false,
      importId: null,
      archived: false,
    },
    sort: { by: 'name', descending: false },
    page,
  })
  expect(members.rows.map(({ name }) => name)).toEqual(['Ana'])
})
