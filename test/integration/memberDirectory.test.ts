import type { InputOf } from '@shared/contract'
import { dayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMatch, addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

type ListInput = InputOf<'members.list'>

const everybody: ListInput['filter'] = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  withRoom: false,
  importId: null,
  archived: false,
}

async function list(
  filter: Partial<ListInput['filter']> = {},
  sort: ListInput['sort'] = { by: 'name', descending: false },
  page = { offset: 0, limit: 100 },
) {
  return file.call('members.list', { filter: { ...everybody, ...filter }, sort, page })
}

async function names(...input: Parameters<typeof list>): Promise<string[]> {
  return (await list(...input)).rows.map(({ name }) => name)
}

async function topic(name: string): Promise<number> {
  const found = await file.call('topics.find', { query: name, limit: 1 })
  return found[0]?.id ?? 0
}

test('the directory is sorted by sort name, whatever its case, in pages of which none is missing', async () => {
  for (const name of ['Ana zeta', 'Bo Alpha', 'Cy beta', 'Di Gamma', 'Ed alpha'])
    await addMember(file, { name })
  const all = ['Bo Alpha', 'Ed alpha', 'Cy beta', 'Di Gamma', 'Ana zeta']
  expect(await names()).toEqual(all)
  expect(await names({}, { by: 'name', descending: true })).toEqual(all.toReversed())
  const first = await list({}, undefined, { offset: 0, limit: 2 })
  const second = await list({}, undefined, { offset: 2, limit: 2 })
  const third = await list({}, undefined, { offset: 4, limit: 2 })
  expect([...first.rows, ...second.rows, ...third.rows].map(({ name }) => name)).toEqual(all)
  expect(third.total).toBe(5)
})

test('sorted by another column, members who have nothing there come last both ways', async () => {
  await addMember(file, { name: 'Ana A', location: 'Porto' })
  await addMember(file, { name: 'Bo B', location: null })
  await addMember(file, { name: 'Cy C', location: 'bergen' })
  await addMember(file, { name: 'Di D', location: 'Porto' })
  expect(await names({}, { by: 'location', descending: false })).toEqual(['Cy C', 'Ana A', 'Di D', 'Bo B'])
  expect(await names({}, { by: 'location', descending: true })).toEqual(['Di D', 'Ana A', 'Cy C', 'Bo B'])
  const rest = await list({}, { by: 'location', descending: false }, { offset: 2, limit: 5 })
  expect(rest.rows.map(({ name }) => name)).toEqual(['Di D', 'Bo B'])
})

test('every column can be sorted by, on every page', async () => {
  const ids = [
    await addMember(file, { name: 'Ana A', role: 'both' }),
    await addMember(file, { name: 'Bo B' }),
  ]
  for (const by of [
    'role',
    'status',
    'location',
    'department',
    'jobTitle',
    'organisation',
    'email',
    'joinedOn',
    'matches',
    'lastContactOn',
  ] as const) {
    for (const descending of [false, true]) {
      const pages = [0, 1].map((offset) => list({}, { by, descending }, { offset, limit: 1 }))
      const seen = (await Promise.all(pages)).flatMap(({ rows }) => rows.map(({ id }) => id))
      expect(seen.toSorted((a, b) => a - b)).toEqual(ids)
    }
  }
  expect(await names({}, { by: 'role', descending: false })).toEqual(['Ana A', 'Bo B'])
})

test('filters are joined by and, values of one by or, and unknown is a value', async () => {
  await addMember(file, { name: 'Ana A', role: 'mentor', location: 'Porto', status: 'active' })
  await addMember(file, { name: 'Bo B', role: 'both', location: null, status: 'active' })
  await addMember(file, { name: 'Cy C', role: 'mentee', location: 'Bergen', status: 'alumni' })
  expect(await names({ roles: ['mentor'] })).toEqual(['Ana A', 'Bo B'])
  expect(await names({ roles: ['mentee'] })).toEqual(['Bo B', 'Cy C'])
  expect(await names({ roles: ['both'] })).toEqual(['Bo B'])
  expect(await names({ locations: ['Porto', null] })).toEqual(['Ana A', 'Bo B'])
  expect(await names({ locations: [null] })).toEqual(['Bo B'])
  expect(await names({ locations: ['Porto', 'Bergen'], statuses: ['alumni'] })).toEqual(['Cy C'])
  expect((await list({ statuses: ['prospect'] })).total).toBe(0)
})

test('a skill is found on either side', async () => {
  await addMember(file, { name: 'Ana A', skillsOffered: ['Welding'] })
  await addMember(file, { name: 'Bo B', skillsWanted: ['welding'] })
  await addMember(file, { name: 'Cy C', skillsWanted: ['Cooking'] })
  expect(await names({ skills: [await topic('Welding')] })).toEqual(['Ana A', 'Bo B'])
  expect(await names({ skills: [await topic('Welding'), await topic('Cooking')] })).toHaveLength(3)
})

test('with room are mentors who said how many they take and have fewer, proposed matches included', async () => {
  const mentee = await addMember(file, { name: 'Mentee M', role: 'mentee', capacity: 5 })
  const free = await addMember(file, { name: 'Free F', role: 'mentor', capacity: 2 })
  const full = await addMember(file, { name: 'Full F', role: 'both', capacity: 1 })
  await addMember(file, { name: 'Unasked U', role: 'mentor', capacity: null })
  const past = await addMember(file, { name: 'Past P', role: 'mentor', capacity: 1 })
  await addMatch(file, { program: 'P', mentor: free, mentee })
  await addMatch(file, { program: 'P', mentor: full, mentee, status: 'proposed' })
  await addMatch(file, { program: 'P', mentor: past, mentee, status: 'completed' })
  expect(await names({ withRoom: true })).toEqual(['Free F', 'Past P'])
})

test('a row tells of matches that go on and of the last contact, whoever made it', async () => {
  const [ana, bo, cy] = [
    await addMember(file, { name: 'Ana A' }),
    await addMember(file, { name: 'Bo B' }),
    await addMember(file, { name: 'Cy C' }),
  ]
  await addMatch(file, { program: 'P', mentor: ana, mentee: bo })
  await addMatch(file, { program: 'P', mentor: cy, mentee: ana, status: 'paused' })
  await addMatch(file, { program: 'P', mentor: ana, mentee: cy, status: 'completed' })
  await addContacts(file, [
    [ana, bo, dayNumber('2026-03-01')],
    [bo, ana, dayNumber('2026-04-02')],
  ])
  const { rows } = await list({}, { by: 'lastContactOn', descending: true })
  expect(rows.map(({ name, lastContactOn }) => [name, lastContactOn])).toEqual([
    ['Bo B', '2026-04-02'],
    ['Ana A', '2026-04-02'],
    ['Cy C', null],
  ])
  expect(rows.find(({ id }) => id === ana)).toMatchObject({ matches: 2, mentoring: 1 })
  expect(await names({}, { by: 'matches', descending: true })).toEqual(['Ana A', 'Cy C', 'Bo B'])
})

test('facets count under the filter without their own dimension', async () => {
  await addMember(file, { name: 'A', role: 'mentor', location: 'Porto', skillsOffered: ['Welding'] })
  await addMember(file, {
    name: 'B',
    role: 'both',
    location: null,
    skillsWanted: ['Welding'],
    skillsOffered: ['Welding'],
  })
  await addMember(file, { name: 'C', role: 'mentee', location: 'Bergen', status: 'alumni' })
  const facets = await file.call('members.facets', { filter: { ...everybody, roles: ['mentor'] } })
  expect(facets.locations).toEqual([
    { value: null, count: 1 },
    { value: 'Porto', count: 1 },
  ])
  expect(Object.fromEntries(facets.roles.map(({ value, count }) => [value, count]))).toEqual({
    mentor: 2,
    mentee: 2,
    both: 1,
  })
  expect(facets.statuses).toEqual([{ value: 'active', count: 2 }])
  expect(facets.skills.map(({ name, count }) => [name, count])).toEqual([['Welding', 2]])
  const welders = { ...everybody, skills: [await topic('Welding')], locations: ['Porto'] }
  const narrowed = await file.call('members.facets', { filter: welders })
  expect(narrowed.locations.map(({ value }) => value)).toEqual([null, 'Porto'])
  expect(narrowed.skills.map(({ count }) => count)).toEqual([1])
  const searched = await file.call('members.facets', { filter: { ...everybody, query: 'ber' } })
  expect(searched.statuses).toEqual([{ value: 'alumni', count: 1 }])
})

test('archived members are out of lists and pickers, and are listed by themselves', async () => {
  const [ana, bo] = [await addMember(file, { name: 'Ana A' }), await addMember(file, { name: 'Bo B' })]
  expect(await file.call('members.archive', { ids: [ana, 999], archived: true })).toEqual({ count: 1 })
  expect(await names()).toEqual(['Bo B'])
  expect(await names({ query: 'ana' })).toEqual([])
  expect(await names({ archived: true })).toEqual(['Ana A'])
  expect(await names({ archived: true, query: 'an' }, { by: 'email', descending: false })).toEqual(['Ana A'])
  expect((await file.call('members.find', { query: '', limit: 9 })).map(({ id }) => id)).toEqual([bo])
  expect((await file.call('members.facets', { filter: everybody })).statuses).toEqual([
    { value: 'active', count: 1 },
  ])
  const archived = await file.call('members.facets', { filter: { ...everybody, archived: true } })
  expect(archived.statuses).toEqual([{ value: 'active', count: 1 }])
  expect((await file.call('members.get', { id: ana })).archived).toBe(true)
  await file.call('members.archive', { ids: [ana], archived: false })
  expect(await names()).toEqual(['Ana A', 'Bo B'])
})

test('the picker puts first whose name begins so, then names, then everything else', async () => {
  await addMember(file, { name: 'Zoe Marin' })
  await addMember(file, { name: 'Mari Abel' })
  await addMember(file, { name: 'Abe Able', location: 'Marikina' })
  const found = await file.call('members.find', { query: 'mari', limit: 10 })
  expect(found.map(({ name }) => name)).toEqual(['Mari Abel', 'Zoe Marin', 'Abe Able'])
  const one = await file.call('members.find', { query: 'mari', limit: 1 })
  expect(one.map(({ name }) => name)).toEqual(['Mari Abel'])
  expect((await file.call('members.find', { query: 'mar zo', limit: 9 })).map(({ name }) => name)).toEqual([
    'Zoe Marin',
  ])
})
