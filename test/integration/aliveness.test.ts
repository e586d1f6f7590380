import type { Writer } from '@main/database/engine/writer'
import type { InputOf } from '@shared/contract'
import { partKeys } from '@shared/domain/aliveness/parts'
import type { CommunityRecords } from '@shared/domain/aliveness/records'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { simulate } from '../unit/domain/aliveness/communities'
import { readBoth, season } from '../unit/domain/aliveness/records'
import { addContacts, addMatch, addMember, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const usual = { from: null, to: null, today: '2026-11-23', communityId: null, loggedOnly: false }
const aliveness = (input: Partial<InputOf<'aliveness.get'>> = {}) =>
  file.call('aliveness.get', { ...usual, ...input })
const part = async (key: (typeof partKeys)[number], input: Partial<InputOf<'aliveness.get'>> = {}) => {
  const found = (await aliveness(input)).parts.find((one) => one.key === key)
  if (!found) throw new Error(`There is no part ${key}.`)
  return found
}
const today = dayNumber(usual.today)

/** @returns the ids of so many members who joined long ago. */
async function addMembers(
  count: number,
  member: Partial<Parameters<typeof addMember>[1]> = {},
): Promise<number[]> {
  const ids: number[] = []
  for (let at = 0; at < count; at++) {
    ids.push(await addMember(file, { name: `Member ${at}`, joinedOn: '2020-01-01', ...member }))
  }
  return ids
}

test('an empty file says of every part what is missing', async () => {
  const found = await aliveness()
  expect(found).toMatchObject({
    community: null,
    span: { from: '2026-08-26', to: '2026-11-23' },
    before: { from: '2026-05-28', to: '2026-08-25' },
    beside: { density: null, isolates: 0 },
    inputs: { members: 0, people: 0, contacts: 0, contactsBefore: 0, imported: 0 },
    imports: [],
  })
  expect(found.parts.map(({ key }) => key)).toEqual(partKeys)
  for (const { value, missing, change } of found.parts) {
    expect([value, change]).toEqual([null, null])
    expect(missing).toMatch(/\.$/)
  }
  expect((await file.call('aliveness.number', usual)).number).toBeNull()
})

test('a community in a file is read as it is in memory', async () => {
  const records = simulate('one hero', 60, 2)
  const communityId = await file.command((db) => {
    const community = db.insert('communities', {
      name: 'Bridges',
      domain: '',
      purpose: '',
      stage: 'maturing',
    })
    const members = db.bulk('members', [
      'name',
      'sort_name',
      'status',
      'role',
      'location',
      'department',
      'created_at',
      'updated_at',
    ])
    const belonging = db.bulk('community_members', ['community_id', 'member_id', 'role', 'joined_on'])
    for (let person = 0; person < records.people; person++) {
      const [place, unit] = [records.location.of[person], records.department.of[person]]
      const id = members.add([`P${person}`, `P${person}`, 'active', 'both', `L${place}`, `D${unit}`, '', ''])
      belonging.add([
        community,
        id,
        person === 0 ? 'coordinator' : null,
        fromDayNumber(records.joined[person] ?? 0),
      ])
    }
    members.end()
    belonging.end()
    const rows = db.bulk('interactions', [
      'from_id',
      'to_id',
      'directed',
      'day',
      'at',
      'kind',
      'community_id',
    ])
    const { from, to, day, directed, gathering, length } = records.contacts
    for (let at = 0; at < length; at++) {
      const kind = gathering[at] === 1 ? 'gathering' : 'message'
      rows.add([(from[at] ?? 0) + 1, (to[at] ?? 0) + 1, directed[at] ?? 0, day[at] ?? 0, '', kind, community])
    }
    rows.end()
    addKnowledge(db, community, records)
    return community
  })
  const span = { from: fromDayNumber(season.first), to: fromDayNumber(season.last) }
  const found = await aliveness({ communityId, ...span })
  const { now, before } = readBoth(records)
  expect(found.community).toEqual({ id: communityId, name: 'Bridges', stage: 'maturing' })
  for (const { key, before: earlier, change, ...reading } of found.parts) {
    expect(reading, key).toEqual(now.profile[key])
    expect(earlier, `${key} before`).toEqual(before.profile[key])
    if (change !== null) expect(change).toBeCloseTo((reading.value ?? 0) - (earlier.value ?? 0), 12)
  }
  const { number, parts, comparison } = await file.call('aliveness.number', {
    ...usual,
    communityId,
    ...span,
  })
  expect(parts).toHaveLength(8)
  expect(number?.value).toBeGreaterThan(number?.low ?? 100)
  expect(comparison?.change).toBe('no clear change')
  // Left alone the span ends with the last contact.
  expect((await aliveness({ communityId, today: '2030-01-01' })).span).toEqual(span)
  expect((await aliveness({ communityId, today: span.to })).span).toEqual(span)
})

function addKnowledge(db: Writer, community: number, { pieces, uses }: CommunityRecords): void {
  const stamps = { created_at: '2020-01-01', updated_at: '2020-01-01' }
  const items = pieces.map(({ made, endorsed, authors }, at) => {
    const item = db.insert('knowledge_items', {
      ...stamps,
      kind: 'practice',
      title: `Practice ${at}`,
      body: '',
      state: 'endorsed',
      state_since: fromDayNumber(endorsed),
      community_id: community,
      written_at: fromDayNumber(made),
      created_at: fromDayNumber(made),
    })
    for (const author of authors) db.insert('knowledge_authors', { item_id: item, member_id: author + 1 })
    return item
  })
  for (let at = 0; at < uses.length; at++) {
    const [item, member] = [items[uses.piece[at] ?? 0] ?? 0, (uses.person[at] ?? 0) + 1]
    const told = uses.told[at] === 1 ? { applied: 'It works' } : {}
    const used = { item_id: item, member_id: member, used_on: fromDayNumber(uses.day[at] ?? 0) }
    db.insert('knowledge_reuses', { ...stamps, ...used, ...told })
  }
}

test('a new contact, an undo and a redo show at once', async () => {
  const [one = 0, two = 0, three = 0] = await addMembers(6)
  await addContacts(file, [[one, two, today]])
  expect(await part('breadth')).toMatchObject({ numerator: 2, denominator: 6 })
  await addContacts(file, [[two, three, today]])
  expect(await part('breadth')).toMatchObject({ numerator: 3 })
  await file.call('history.undo', {})
  expect(await part('breadth')).toMatchObject({ numerator: 2 })
  await file.call('history.redo', {})
  expect(await part('breadth')).toMatchObject({ numerator: 3 })
})

test('who has left, or whose match was completed, is neither kept nor lost', async () => {
  const ids = await addMembers(8)
  const [one = 0, two = 0, three = 0, four = 0, five = 0, six = 0, seven = 0, eight = 0] = ids
  const before = today - 100
  await addContacts(file, [
    [one, two, before],
    [three, four, before],
    [five, six, before],
    [seven, eight, before],
    [one, two, today],
  ])
  expect(await part('retention')).toMatchObject({ numerator: 2, denominator: 8 })
  await file.command((db) => db.update('members', three, { status: 'alumni' }))
  await file.command((db) => db.update('members', four, { archived_at: '2026-10-01T00:00:00Z' }))
  expect(await part('retention')).toMatchObject({ denominator: 6, inputs: { naturalEndings: 2 } })
  const completed = await addMatch(file, {
    program: 'Spring',
    mentor: five,
    mentee: six,
    status: 'completed',
  })
  await file.command((db) => db.update('matches', completed, { ended_on: '2026-10-01' }))
  // One of them goes on with somebody else.
  await addMatch(file, { program: 'Spring', mentor: five, mentee: seven })
  expect(await part('retention')).toMatchObject({ denominator: 5, inputs: { naturalEndings: 3 } })
  // The season before it had not ended yet.
  expect((await part('retention', { to: '2026-09-30' })).inputs.naturalEndings).toBe(0)
})

test('pairs that were put together are left out beside, and proposals are none', async () => {
  const here = await addMembers(8, { location: 'Lisbon' })
  const there = await addMembers(8, { location: 'Porto' })
  const pairs = here.map((one, at) => [one, there[at] ?? 0] as const)
  const chain = here.slice(1).map((one, at) => [here[at] ?? 0, one] as const)
  await addContacts(
    file,
    [...pairs, ...chain].map(([from, to]) => [from, to, today]),
  )
  for (const [mentor, mentee] of pairs.slice(0, 5))
    await addMatch(file, { program: 'Spring', mentor, mentee })
  // The same two once more, the other way round.
  const [[one, other] = [0, 0]] = pairs
  await addMatch(file, { program: 'Autumn', mentor: other, mentee: one })
  const [mentor = 0, mentee = 0] = pairs[6] ?? []
  await addMatch(file, { program: 'Spring', mentor, mentee, status: 'proposed' })
  const { also, inputs } = await part('boundaries')
  expect(also.slice(0, 2).map(({ name, numerator }) => [name, numerator])).toEqual([
    ['between locations', 8],
    ['between locations, without assigned pairs', 3],
  ])
  expect(inputs).toEqual({ ties: 15, tiesOfAssignedPairs: 5 })
})

test('imports are marked, and can be left out', async () => {
  const [one = 0, two = 0, three = 0] = await addMembers(5)
  await addContacts(file, [[one, two, today]])
  await file.command((db) => {
    const row = { merged: 0, skipped: 0, rejected: 0, kind: 'interactions', added: 2 }
    const id = db.insert('imports', { ...row, file_name: 'autumn.csv', at: '2026-11-01T10:00:00Z' })
    db.insert('imports', { ...row, file_name: 'long-ago.csv', at: '2025-11-01T10:00:00Z' })
    const contact = { from_id: two, to_id: three, directed: 1, at: '', kind: 'message', import_id: id }
    db.insert('interactions', { ...contact, day: today - 1 })
    db.insert('interactions', { ...contact, day: today - 400 })
  })
  const all = await aliveness()
  expect(all.imports).toEqual([{ on: '2026-11-01', label: '2 interactions from autumn.csv' }])
  expect(all.inputs).toMatchObject({ contacts: 2, imported: 1, people: 3 })
  const logged = await aliveness({ loggedOnly: true })
  expect(logged.inputs).toMatchObject({ contacts: 1, imported: 0, people: 2 })
})

test('a span that cannot be is refused with what to do', async () => {
  await expect(aliveness({ from: '2026-11-24', to: '2026-11-23' })).rejects.toMatchObject({
    code: 'invalid-input',
    message: 'From 2026-11-24 to 2026-11-23 there is no day. Choose a later end.',
  })
  await expect(aliveness({ from: '2016-01-01', to: '2026-11-23' })).rejects.toMatchObject({
    message: 'Choose a span of five years at most.',
  })
  await expect(aliveness({ communityId: 7 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(aliveness({ from: '0001-01-05', to: '0001-02-05' })).rejects.toMatchObject({
    message: 'Choose a later span: before it there is no calendar.',
  })
})
