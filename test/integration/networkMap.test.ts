import type { InputOf } from '@shared/contract'
import { dayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const read = (input: Partial<InputOf<'networkMap.read'>> = {}) =>
  file.call('networkMap.read', { from: null, to: null, communityId: null, within: [], ...input })
const groups = (by: InputOf<'networkMap.groups'>['by'], within: InputOf<'networkMap.read'>['within'] = []) =>
  file.call('networkMap.groups', { from: null, to: null, communityId: null, within, by })
const nobody = { total: 0, people: [], clusters: [], weeks: [], imports: [], ties: [] }
const monday = dayNumber('2026-03-09')

test('an empty file has an empty map', async () => {
  expect(await read()).toEqual(nobody)
  expect(await groups('location')).toEqual({
    total: 0,
    groups: [],
    ties: [],
    leftOut: { groups: 0, people: 0 },
  })
})

test('ties are told by week, whoever began, between people in the order of their names', async () => {
  const cy = await addMember(file, { name: 'Cy Cole', location: 'Porto' })
  const ana = await addMember(file, { name: 'Ana Abel', location: 'Lisbon', department: 'Finance' })
  const bo = await addMember(file, { name: 'Bo Baker', location: 'Porto' })
  await addContacts(file, [
    [cy, ana, monday],
    [ana, cy, monday + 6],
    [cy, ana, monday + 14],
    [bo, cy, monday + 7],
  ])
  const map = await read()
  expect(map.total).toBe(3)
  expect(map.people.map(({ name }) => name)).toEqual(['Ana Abel', 'Bo Baker', 'Cy Cole'])
  expect(map.people[0]).toMatchObject({
    location: 'Lisbon',
    department: 'Finance',
    member: true,
  })
  expect(map.weeks).toEqual(['2026-03-09', '2026-03-16', '2026-03-23'])
  expect(map.ties).toEqual([
    { a: 0, b: 2, contacts: 3, weeks: [0, 2] },
    { a: 1, b: 2, contacts: 1, weeks: [1] },
  ])
  const porto = await read({ within: [{ by: 'location', key: 'Porto' }] })
  expect(porto.people.map(({ name }) => name)).toEqual(['Bo Baker', 'Cy Cole'])
  expect(porto.weeks).toEqual(['2026-03-16'])
  expect(porto.ties).toEqual([{ a: 0, b: 1, contacts: 1, weeks: [0] }])
  expect((await read({ to: '2026-03-15' })).ties).toEqual([{ a: 0, b: 2, contacts: 2, weeks: [0] }])
  expect((await read({ within: [{ by: 'location', key: 'Atlantis' }] })).total).toBe(0)
})

test('who holds departments together is told by itself, of the whole circle', async () => {
  const hub = await addMember(file, { name: 'Hub', department: 'Sales' })
  const ids: number[] = []
  for (const department of ['Finance', 'Finance', 'Data', 'Data', 'Sales']) {
    ids.push(await addMember(file, { name: `In ${department} ${ids.length}`, department }))
  }
  await addContacts(
    file,
    ids.map((id) => [hub, id, monday]),
  )
  await addContacts(
    file,
    ids.map((id) => [id, hub, monday]),
  )
  const found = await file.call('networkMap.brokers', { from: null, to: null, communityId: null })
  expect(found).toEqual({ ids: [hub], sampled: null })
})

test('who has no contact is on the map, and of more people than it holds only the number is told', async () => {
  await addMember(file, { name: 'Di Dent' })
  expect(await read()).toMatchObject({ total: 1, people: [{ name: 'Di Dent' }], ties: [] })
  await file.command((db) => {
    for (let number = 0; number < 2500; number++) {
      db.insert('members', {
        name: `Member ${number}`,
        sort_name: `Member ${number}`,
        status: 'active',
        role: 'neither',
        created_at: '',
        updated_at: '',
      })
    }
  })
  expect(await read()).toEqual({ ...nobody, total: 2501 })
  expect((await groups('location')).groups).toEqual([
    { key: '', name: null, people: 2501, ties: 0, alone: 2501 },
  ])
})

/** Two close rounds of four with one tie between them, and somebody alone. */
async function twoRounds() {
  const names = ['Ana', 'Bo', 'Cy', 'Di', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida']
  const ids: number[] = []
  for (const [at, name] of names.entries()) {
    ids.push(await addMember(file, { name, location: at < 4 ? 'Lisbon' : 'Porto' }))
  }
  const id = (at: number) => ids[at] ?? 0
  const round = (first: number) =>
    [0, 1, 2, 3].flatMap((one) =>
      [0, 1, 2, 3]
        .filter((other) => other > one)
        .map((other) => [id(first + one), id(first + other), monday] as const),
    )
  await addContacts(file, [...round(0), ...round(4), [id(3), id(4), monday + 1]])
  return ids
}

test('who is mostly in contact with each other is told, and can be opened by anybody in it', async () => {
  const ids = await twoRounds()
  const { people, clusters } = await read()
  expect(people.map(({ cluster }) => cluster)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, null])
  expect(clusters).toEqual([
    { around: 3, people: 4 },
    { around: 4, people: 4 },
  ])
  const found = await groups('contact')
  expect(found).toEqual({
    total: 9,
    groups: [
      { key: String(ids[3]), name: 'Di', people: 4, ties: 6, alone: 0 },
      { key: String(ids[4]), name: 'Eve', people: 4, ties: 6, alone: 0 },
      { key: '', name: null, people: 1, ties: 0, alone: 1 },
    ],
    ties: [{ a: 0, b: 1, ties: 1 }],
    leftOut: { groups: 0, people: 0 },
  })
  const within = [{ by: 'contact' as const, key: String(ids[7]) }]
  expect((await read({ within })).people.map(({ name }) => name)).toEqual(['Eve', 'Fay', 'Gus', 'Hal'])
  expect((await read({ within: [{ by: 'contact', key: '' }] })).people.map(({ name }) => name)).toEqual([
    'Ida',
  ])
  const around = await read({ within: [{ by: 'person', key: String(ids[3]) }] })
  expect(around.people.map(({ name }) => name)).toEqual(['Ana', 'Bo', 'Cy', 'Di', 'Eve'])
  expect(around.ties).toHaveLength(7)
  expect((await read({ within: [{ by: 'person', key: '9999' }] })).total).toBe(0)
  expect(await groups('location', within)).toMatchObject({ total: 4, groups: [{ name: 'Porto', ties: 6 }] })
  expect((await read({ within: [...within, { by: 'location', key: 'Lisbon' }] })).total).toBe(0)
})

test('a group tells how many ties lead to others, and the smallest are left out of the picture', async () => {
  await twoRounds()
  expect(await groups('location')).toMatchObject({
    groups: [
      { key: 'Porto', name: 'Porto', people: 5, ties: 6, alone: 1 },
      { key: 'Lisbon', name: 'Lisbon', people: 4, ties: 6, alone: 0 },
    ],
    ties: [{ a: 0, b: 1, ties: 1 }],
  })
  for (let place = 0; place < 80; place++) await addMember(file, { name: 'Jo', location: `Island ${place}` })
  const found = await groups('location')
  expect(found.groups).toHaveLength(80)
  expect(found.leftOut).toEqual({ groups: 2, people: 2 })
})

test('a member of several communities is shown in the one with most of their contacts, with their level', async () => {
  const ids = await twoRounds()
  const [ana = 0, bo = 0] = ids
  const [harbour, forest] = await file.command((db) => {
    const community = (name: string) =>
      db.insert('communities', { name, domain: '', purpose: '', stage: 'maturing' })
    const [one, other] = [community('Harbour'), community('Forest')]
    for (const [community_id, member_id] of [
      [one, ana],
      [other, ana],
      [other, bo],
    ] as const) {
      db.insert('community_members', { community_id, member_id, role: null, joined_on: '2026-01-05' })
    }
    for (let week = 0; week < 12; week++) {
      db.insert('interactions', {
        from_id: ana,
        to_id: bo,
        directed: 1,
        day: monday + 7 * week,
        at: '2026-03-09',
        kind: 'message',
        community_id: other,
      })
    }
    return [one, other]
  })
  const until = { to: '2026-05-31' }
  const { people } = await read(until)
  expect(people.map(({ community }) => community)).toEqual(['Forest', 'Forest', ...Array(7).fill(null)])
  // Di and Eve met on the first day of the window, the others on the day before.
  const [out, near] = ['outside', 'peripheral']
  expect(people.map(({ level }) => level)).toEqual(['core', 'core', out, near, near, out, out, out, out])
  expect((await groups('community')).groups).toMatchObject([
    { key: '', name: null, people: 7 },
    { key: String(forest), name: 'Forest', people: 2 },
  ])
  const inside = await read({ ...until, communityId: forest ?? 0 })
  expect(inside.people.map(({ name, level }) => [name, level])).toEqual([
    ['Ana', 'core'],
    ['Bo', 'core'],
  ])
  const alone = await read({ ...until, communityId: harbour ?? 0 })
  expect(alone.people.map(({ level }) => level)).toEqual(['outside'])
})
