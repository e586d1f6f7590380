import type { InputOf } from '@shared/contract'
import { dayNumber } from '@shared/domain/calendar'
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

test('a saved member comes back as it was written, with a sort name made of the name', async () => {
  const id = await addMember(file, {
    name: ' Mira  Okafor ',
    email: 'mira@example.org',
    location: 'Lisbon',
    capacity: 2,
    skillsOffered: ['Budgeting', 'Public speaking'],
    skillsWanted: ['Welding'],
  })
  const member = await file.call('members.get', { id })
  expect(member).toMatchObject({
    name: 'Mira Okafor',
    sortName: 'Okafor, Mira',
    email: 'mira@example.org',
    location: 'Lisbon',
    department: null,
    capacity: 2,
    skillsOffered: ['Budgeting', 'Public speaking'],
    skillsWanted: ['Welding'],
    archived: false,
    lastContactOn: null,
    sessions: 0,
  })
})

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

test('a change writes what differs and nothing else', async () => {
  const id = await addMember(file, { name: 'Mira Okafor', skillsOffered: ['A', 'B'] })
  const changes = () => file.read((db) => db.value<number>('SELECT count(*) FROM changes') ?? 0)
  const before = changes()
  const member = memberInput({ name: 'Mira Okafor', sortName: 'Okafor, Mira', skillsOffered: ['b', 'A'] })
  await file.call('members.save', { id, member })
  expect(changes()).toBe(before)
  await file.call('members.save', { id, member: { ...member, skillsOffered: ['A', 'C'], location: 'Oslo' } })
  const tables = file.read((db) =>
    db.all('SELECT kind, table_name AS "table" FROM changes WHERE id > ? ORDER BY id', before),
  )
  expect(tables).toEqual([
    { kind: 'update', table: 'members' },
    { kind: 'insert', table: 'topics' },
    { kind: 'delete', table: 'member_skills' },
    { kind: 'insert', table: 'member_skills' },
    { kind: 'update', table: 'members' },
  ])
  expect((await file.call('members.get', { id })).skillsOffered).toEqual(['A', 'C'])
})

test('topics are one whatever their case, in any script', async () => {
  await addMember(file, { name: 'A', skillsOffered: ['Ökologie', 'Excel'] })
  await addMember(file, { name: 'B', skillsOffered: ['ökologie', 'EXCEL'] })
  expect((await file.call('topics.find', { query: '', limit: 10 })).map(({ name }) => name).sort()).toEqual([
    'Excel',
    'Ökologie',
  ])
})

test('nobody can have been invited by somebody who came through them', async () => {
  const ana = await addMember(file, { name: 'Ana A' })
  const bo = await addMember(file, { name: 'Bo B', invitedBy: ana })
  const cy = await addMember(file, { name: 'Cy C', invitedBy: bo })
  const save = (id: number, name: string, invitedBy: number) =>
    file.call('members.save', { id, member: memberInput({ name, invitedBy }) })
  await expect(save(ana, 'Ana A', cy)).rejects.toThrow(
    'Cy C came into the directory through Ana A, so Ana A cannot have been invited by Cy C.',
  )
  await expect(save(ana, 'Ana A', ana)).rejects.toThrow('Nobody can have invited themselves.')
  await expect(save(ana, 'Ana A', 999)).rejects.toMatchObject({ code: 'not-found' })
  await save(cy, 'Cy C', ana)
  expect((await file.call('members.get', { id: ana })).invited.map(({ name }) => name)).toEqual([
    'Bo B',
    'Cy C',
  ])
})

test('what is not there is said so', async () => {
  const gone = { code: 'not-found', message: expect.stringContaining('no longer in the program file') }
  await expect(file.call('members.get', { id: 7 })).rejects.toMatchObject(gone)
  await expect(file.call('members.timeline', { id: 7, limit: 5 })).rejects.toMatchObject(gone)
  const save = file.call('members.save', { id: 7, member: memberInput({ name: 'X' }) })
  await expect(save).rejects.toMatchObject(gone)
})

test('members who may be the same are found by e-mail and by name, slips and order included', async () => {
  const mira = await addMember(file, { name: 'Mira Okafor', email: 'Mira@Example.org' })
  const rene = await addMember(file, { name: 'René Dubois' })
  await addMember(file, { name: 'Rui Silva' })
  const similar = async (name: string, email = '', id: number | null = null) =>
    (await file.call('members.similar', { id, name, email })).map((member) => member.id)
  expect(await similar('Somebody Else', 'mira@example.ORG')).toEqual([mira])
  expect(await similar('okafor mira')).toEqual([mira])
  expect(await similar('Mira Okafr')).toEqual([mira])
  expect(await similar('Rene Dubois')).toEqual([rene])
  expect(await similar('Mira Okafor', 'mira@example.org', mira)).toEqual([])
  expect(await similar('Rui Costa')).toEqual([])
  expect(await similar('"(*', '')).toEqual([])
})

test('the overview and the places tell what the directory holds', async () => {
  const ana = await addMember(file, {
    name: 'Ana A',
    location: 'Porto',
    department: 'IT',
    organisation: 'Org',
  })
  await addMember(file, { name: 'Bo B', location: 'Bergen', invitedBy: ana, joinedOn: '2026-10-01' })
  await addMember(file, { name: 'Cy C', location: 'Porto', invitedBy: ana, joinedOn: '2026-09-30' })
  expect(await file.call('members.overview', { today: '2026-11-23' })).toEqual({
    members: 3,
    locations: 2,
    departments: 1,
    broughtInThisQuarter: 1,
  })
  expect(await file.call('members.places', {})).toEqual({
    locations: ['Bergen', 'Porto'],
    departments: ['IT'],
    organisations: ['Org'],
  })
})

test('a profile shows matches, communities and the last contact', async () => {
  const [ana, bo] = [await addMember(file, { name: 'Ana A' }), await addMember(file, { name: 'Bo B' })]
  const matchId = await addMatch(file, { program: 'Spring', mentor: ana, mentee: bo })
  await addSession(file, { attendeeIds: [ana, bo], matchId, heldOn: '2026-05-04' })
  await file.command((writer) => {
    const row = { name: 'Welders', domain: '', purpose: '', stage: 'maturing', rhythm_days: null }
    const community = writer.insert('communities', row)
    writer.insert('community_members', {
      community_id: community,
      member_id: ana,
      role: null,
      joined_on: null,
    })
  })
  const member = await file.call('members.get', { id: ana })
  expect(member.matches).toEqual([
    {
      id: matchId,
      program: 'Spring',
      status: 'active',
      side: 'mentor',
      others: [{ id: bo, name: 'Bo B' }],
      lastSessionOn: '2026-05-04',
    },
  ])
  expect(member.communities.map(({ name }) => name)).toEqual(['Welders'])
  expect(member).toMatchObject({ sessions: 1, lastContactOn: '2026-05-04' })
})

test('the timeline is one story, newest first, with the contacts of a day in one line', async () => {
  const ana = await addMember(file, { name: 'Ana A', joinedOn: '2026-01-05' })
  const bo = await addMember(file, { name: 'Bo B', joinedOn: '2026-02-01', invitedBy: ana })
  const cy = await addMember(file, { name: 'Cy C' })
  const session = await addSession(file, {
    attendeeIds: [ana, bo],
    heldOn: '2026-03-01',
    title: 'Kick-off',
    minutes: 45,
    actionItems: [{ id: null, text: 'Send the outline', ownerId: ana, dueOn: null, doneOn: '2026-03-08' }],
  })
  const day = dayNumber('2026-04-01')
  await addContacts(file, [
    [ana, bo, day],
    [bo, ana, day],
    [ana, cy, day, 'help'],
    [bo, cy, day],
  ])
  const entries = await file.call('members.timeline', { id: ana, limit: 10 })
  expect(entries.map(({ on, kind, text }) => [on, kind, text])).toEqual([
    ['2026-04-01', 'contact', 'message × 2, help'],
    ['2026-03-08', 'action', 'Send the outline'],
    ['2026-03-01', 'session', 'Kick-off'],
    ['2026-02-01', 'invited', null],
    ['2026-01-05', 'joined', null],
  ])
  expect(entries[0]?.others.map(({ name }) => name)).toEqual(['Bo B', 'Cy C'])
  expect(entries[2]).toMatchObject({ id: session, minutes: 45, others: [{ id: bo, name: 'Bo B' }] })
  expect(await file.call('members.timeline', { id: ana, limit: 2 })).toEqual(entries.slice(0, 2))
  const joined = await file.call('members.timeline', { id: bo, limit: 10 })
  expect(joined.at(-1)).toMatchObject({ kind: 'joined', others: [{ id: ana, name: 'Ana A' }] })
})
