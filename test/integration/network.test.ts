import type { InputOf, OutputOf } from '@shared/contract'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectSame } from '../unit/domain/network/compare'
import { askNetworkx, networkx } from '../unit/domain/network/networkx'
import { addContacts, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const everything = { from: null, to: null, communityId: null, undirected: false }
const measures = (input: Partial<InputOf<'network.measures'>> = {}) =>
  file.call('network.measures', { ...everything, ...input })
const ana = { name: 'Ana Abel', location: 'Lisbon', department: 'Finance' }
const bo = { name: 'Bo Baker', location: 'Porto', department: 'Finance' }
const cy = { name: 'Cy Cole', location: 'Porto' }
const day = dayNumber('2026-03-10')

test('an empty file has an empty network', async () => {
  const { overall, people, months, location } = await measures()
  expect(people).toEqual([])
  expect(months).toEqual([])
  expect(location).toMatchObject({ index: null, chance: null, groups: [], neverMeet: [] })
  expect(overall).toEqual({
    from: null,
    to: null,
    people: 0,
    contacts: 0,
    ties: 0,
    reached: 0,
    unknownDirection: 0,
    density: null,
    reciprocity: null,
    components: 0,
    largestComponent: 0,
    isolates: 0,
    reach: null,
    gini: null,
    giniUncorrected: null,
    betweennessSampled: null,
  })
})

test('who met is apart from who reached out, and who has no contact is there', async () => {
  const [one, two, three, four] = [
    await addMember(file, ana),
    await addMember(file, bo),
    await addMember(file, cy),
    await addMember(file, { name: 'Di Dent' }),
  ]
  await addContacts(file, [
    [one, two, day],
    [one, two, day + 40],
  ])
  await addSession(file, { attendeeIds: [two, three], heldOn: '2026-03-12' })
  const { overall, people, location, department, months } = await measures()
  expect(overall).toMatchObject({
    from: '2026-03-10',
    to: '2026-04-19',
    people: 4,
    contacts: 3,
    ties: 2,
    reached: 1,
    unknownDirection: 1,
    // One way there, and both ways between the two who met.
    density: 3 / 12,
    reciprocity: 0,
    components: 2,
    isolates: 1,
    reach: 3 / 4,
  })
  expect(
    people.map(({ id, degree, in: reached, out, contacts, component }) => [
      id,
      degree,
      reached,
      out,
      contacts,
      component,
    ]),
  ).toEqual([
    [one, 1, 0, 1, 2, 1],
    [two, 2, 1, 0, 3, 1],
    [three, 1, 0, 0, 1, 1],
    [four, 0, 0, 0, 0, 2],
  ])
  expect(people[1]).toMatchObject({
    name: 'Bo Baker',
    location: 'Porto',
    department: 'Finance',
    betweenness: 1 / 6,
  })
  expect(people[3]).toMatchObject({ constraint: null, effectiveSize: null, betweenness: 0 })
  expect(location).toMatchObject({
    external: 1,
    internal: 1,
    unknown: 0,
    index: 0,
    chance: expect.closeTo(1 / 3, 12),
    groups: [
      { name: 'Porto', people: 2 },
      { name: 'Lisbon', people: 1 },
    ],
    ties: [
      [1, 1],
      [1, 0],
    ],
    contacts: [
      [1, 2],
      [2, 0],
    ],
  })
  expect(department).toMatchObject({ external: 0, internal: 1, unknown: 1, index: -1, chance: -1 })
  expect(months).toEqual([
    {
      month: '2026-03-01',
      ties: 2,
      location: { external: 1, internal: 1, index: 0, chance: expect.closeTo(1 / 3, 9) },
      department: { external: 0, internal: 1, index: -1, chance: -1 },
    },
    {
      month: '2026-04-01',
      ties: 1,
      location: { external: 1, internal: 0, index: 1, chance: expect.closeTo(1 / 3, 9) },
      department: { external: 0, internal: 1, index: -1, chance: -1 },
    },
  ])
  const meetings = await measures({ undirected: true })
  expect(meetings.overall).toMatchObject({
    density: 4 / 12,
    reached: 0,
    reciprocity: null,
    unknownDirection: 2,
  })
})

test('places that never meet are named, and what is written shows at once', async () => {
  const [one, two] = [await addMember(file, ana), await addMember(file, { ...cy, location: 'Faro' })]
  expect((await measures()).location.neverMeet).toEqual([{ a: 'Lisbon', b: 'Faro', expected: 0 }])
  await addContacts(file, [[one, two, day]])
  expect((await measures()).location.neverMeet).toEqual([])
  await file.call('history.undo', {})
  expect((await measures()).location.neverMeet).toHaveLength(1)
})

test('a community has its members, and whoever else was in contact in it, by the end of the period', async () => {
  const ids = [
    await addMember(file, ana),
    await addMember(file, bo),
    await addMember(file, cy),
    await addMember(file, { name: 'Di Dent' }),
  ]
  const [one = 0, two = 0, three = 0] = ids
  const communityId = await file.command((db) => {
    const id = db.insert('communities', { name: 'Bridges', domain: '', purpose: '', stage: 'maturing' })
    db.insert('community_members', { community_id: id, member_id: one, role: null, joined_on: '2026-01-01' })
    db.insert('community_members', { community_id: id, member_id: two, role: null, joined_on: '2026-05-01' })
    const contact = { directed: 1, at: '', kind: 'message', day }
    db.insert('interactions', { ...contact, from_id: one, to_id: three, community_id: id })
    db.insert('interactions', { ...contact, from_id: two, to_id: three })
    return id
  })
  const names = ({ people }: OutputOf<'network.measures'>) => people.map(({ name, member }) => [name, member])
  expect(names(await measures({ communityId }))).toEqual([
    ['Ana Abel', true],
    ['Bo Baker', true],
    ['Cy Cole', false],
  ])
  expect(names(await measures({ communityId, to: '2026-03-31' }))).toEqual([
    ['Ana Abel', true],
    ['Cy Cole', false],
  ])
  expect((await measures({ communityId })).overall.contacts).toBe(1)
  expect((await measures()).overall).toMatchObject({ contacts: 2, people: 4 })
  await expect(measures({ communityId: 99 })).rejects.toMatchObject({ code: 'not-found' })
})

/** What plain SQL gives of the same network. */
function contactsIn(file: TestFile, { from, to, communityId }: InputOf<'network.measures'>) {
  return file.read((db) =>
    db.arrays<[number, number, 0 | 1]>(
      `SELECT from_id, to_id, directed FROM interactions
        WHERE day BETWEEN ? AND ? AND (? IS NULL OR community_id = ?)`,
      from === null ? -1e6 : dayNumber(from),
      to === null ? 1e6 : dayNumber(to),
      communityId,
      communityId,
    ),
  )
}

test.skipIf(!networkx)(
  'the sample program’s networks are those that networkx makes of its tables (needs python3-networkx)',
  async () => {
    await file.call('program.fillSample', {
      today: '2026-11-23',
      seed: 5,
      members: 80,
      sessions: 120,
      interactions: 2500,
    })
    const [{ id: communityId = 0 } = {}] = await file.call('communities.options', {})
    const inputs = [
      everything,
      { ...everything, from: '2026-06-01', to: '2026-08-31' },
      { ...everything, communityId },
      { ...everything, communityId, from: '2026-09-01', undirected: true },
    ]
    const answers = await Promise.all(inputs.map((input) => file.call('network.measures', input)))
    const graphs = inputs.map((input, at) => {
      const numbers = new Map(answers[at]?.people.map(({ id }, person) => [id, person]))
      const contacts = contactsIn(file, input).map(
        ([from, to, directed]) =>
          [numbers.get(from) ?? -1, numbers.get(to) ?? -1, input.undirected ? 0 : directed] as const,
      )
      return { people: numbers.size, contacts }
    })
    askNetworkx(graphs).forEach((reference, at) => {
      const { people, overall } = answers[at] ?? { people: [], overall: {} }
      expect(people.length).toBeGreaterThan(10)
      const { components, ...others } = reference
      expectSame(
        {
          ...overall,
          components: components.length,
          degree: people.map(({ degree }) => degree),
          in: people.map((one) => one.in),
          out: people.map(({ out }) => out),
          betweenness: people.map(({ betweenness }) => betweenness),
          constraint: people.map(({ constraint }) => constraint),
          effectiveSize: people.map(({ effectiveSize }) => effectiveSize),
        },
        { ...others, contacts: graphs[at]?.contacts.length },
      )
      expect(overall).toMatchObject({ components: components.length })
    })
  },
)

test('the members of a large program are all there, with betweenness from a sample', async () => {
  await file.call('program.fillSample', {
    today: '2026-11-23',
    seed: 5,
    members: 6500,
    sessions: 100,
    interactions: 9000,
  })
  const { overall, people } = await measures({ from: fromDayNumber(dayNumber('2026-11-23') - 300) })
  expect(overall.people).toBeGreaterThan(5000)
  expect(overall.betweennessSampled).toBe(500)
  expect(people).toHaveLength(overall.people)
  expect(people.every(({ betweenness }) => betweenness >= 0 && betweenness < 1)).toBe(true)
})
