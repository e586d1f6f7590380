import type { InputOf } from '@shared/contract'
import { dayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const everything = { from: null, to: null, communityId: null, withoutAssigned: false }
const read = (input: Partial<InputOf<'crossing.read'>> = {}) =>
  file.call('crossing.read', { ...everything, ...input })
const cell = (a: string, b: string, input: Partial<InputOf<'crossing.read'>> = {}) =>
  file.call('crossing.cell', { ...everything, ...input, by: 'location', a, b })
const contacts = (a: string, b: string, input: Partial<InputOf<'crossing.contacts'>> = {}) =>
  file.call('crossing.contacts', { ...everything, pair: null, ...input, by: 'location', a, b })
const day = dayNumber('2026-03-10')

async function threePlaces() {
  const people = {
    ana: await addMember(file, { name: 'Ana Abel', location: 'Lisbon' }),
    bo: await addMember(file, { name: 'Bo Baker', location: 'Porto' }),
    cy: await addMember(file, { name: 'Cy Cole', location: 'Porto' }),
    di: await addMember(file, { name: 'Di Dent', location: 'Faro' }),
  }
  await addContacts(file, [
    [people.ana, people.bo, day],
    [people.bo, people.ana, day + 3],
    [people.ana, people.cy, day + 1],
    [people.bo, people.cy, day],
  ])
  return people
}

async function match(one: number, other: number, status: string) {
  await file.command((db) => {
    const programId = db.insert('programs', { name: 'Pairs', purpose: '', starts_on: '2026-01-01' })
    const id = db.insert('matches', { program_id: programId, status })
    db.insert('match_members', { match_id: id, member_id: one, side: 'mentor' })
    db.insert('match_members', { match_id: id, member_id: other, side: 'mentee' })
  })
}

test('an empty file has no borders', async () => {
  expect(await read()).toMatchObject({ people: 0, ties: 0, assigned: 0, months: [], imports: [] })
  expect(await contacts('Lisbon', 'Porto')).toEqual({ total: 0, latest: [] })
  expect(await cell('Lisbon', 'Porto')).toEqual({ pairs: 0, latest: [], people: { a: [], b: [] } })
})

test('a cell opens to the pairs behind it, the latest first, and both ways round alike', async () => {
  const { ana, bo, cy } = await threePlaces()
  const [a, b, c] = [
    { id: ana, name: 'Ana Abel' },
    { id: bo, name: 'Bo Baker' },
    { id: cy, name: 'Cy Cole' },
  ]
  expect(await cell('Lisbon', 'Porto')).toEqual({
    pairs: 2,
    latest: [
      { one: a, other: b, contacts: 2, last: '2026-03-13' },
      { one: a, other: c, contacts: 1, last: '2026-03-11' },
    ],
    people: { a: [a], b: [b, c] },
  })
  expect((await cell('Porto', 'Lisbon')).latest[0]).toMatchObject({ one: b, other: a, contacts: 2 })
  expect((await cell('Porto', 'Porto')).latest).toEqual([
    { one: b, other: c, contacts: 1, last: '2026-03-10' },
  ])
  expect((await cell('Lisbon', 'Porto', { to: '2026-03-10' })).latest).toMatchObject([{ contacts: 1 }])
})

test('of two places that never meet, those can be introduced who know others already, and then anybody', async () => {
  const { ana, di } = await threePlaces()
  expect((await read()).location.neverMeet.map(({ a, b }) => [a, b])).toContainEqual(['Porto', 'Faro'])
  expect(await cell('Lisbon', 'Faro')).toEqual({
    pairs: 0,
    latest: [],
    people: { a: [{ id: ana, name: 'Ana Abel' }], b: [{ id: di, name: 'Di Dent' }] },
  })
})

test('the contacts of two in a match can be left out; of a match that is only proposed they stay', async () => {
  const { ana, bo, cy } = await threePlaces()
  await match(bo, ana, 'active')
  await match(ana, cy, 'proposed')
  expect(await read()).toMatchObject({ ties: 3, assigned: 1, location: { external: 2, internal: 1 } })
  const without = await read({ withoutAssigned: true })
  expect(without).toMatchObject({ people: 4, ties: 2, assigned: 1, location: { external: 1, internal: 1 } })
  expect((await cell('Lisbon', 'Porto', { withoutAssigned: true })).latest).toMatchObject([
    { other: { id: cy } },
  ])
})

test('a place that nobody is at has nothing behind it, and a community has to be there', async () => {
  await threePlaces()
  expect((await cell('Lisbon', 'Atlantis')).pairs).toBe(0)
  await expect(read({ communityId: 99 })).rejects.toMatchObject({ code: 'not-found' })
})

test('a cell opens to the single contacts behind it, each with what it came from', async () => {
  const { ana, bo, cy } = await threePlaces()
  const session = await addSession(file, { attendeeIds: [ana, cy], heldOn: '2026-03-20', title: 'Harbour' })
  const [gathering, community] = await file.command((db) => {
    const community_id = db.insert('communities', {
      name: 'Forest',
      domain: '',
      purpose: '',
      stage: 'maturing',
    })
    const imported = db.insert('imports', {
      at: '2026-03-25T08:00:00Z',
      kind: 'interactions',
      file_name: 'calls.csv',
      added: 1,
      merged: 0,
      skipped: 0,
      rejected: 0,
    })
    const row = { from_id: bo, to_id: ana, at: '', community_id }
    const when = { held_on: '2026-03-22', status: 'held', is_private: 0, notes: '', guests: 0 }
    const gathering_id = db.insert('gatherings', {
      community_id,
      kind: 'meeting',
      ...when,
      created_at: '',
      updated_at: '',
    })
    db.insert('interactions', { ...row, directed: 0, day: day + 12, kind: 'gathering', gathering_id })
    db.insert('interactions', { ...row, directed: 1, day: day + 14, kind: 'call', import_id: imported })
    return [gathering_id, community_id]
  })
  const [a, b, c] = [
    { id: ana, name: 'Ana Abel' },
    { id: bo, name: 'Bo Baker' },
    { id: cy, name: 'Cy Cole' },
  ]
  const byHand = { community: null, session: null, gathering: null, file: null }
  const forest = { id: community, name: 'Forest' }
  const found = await contacts('Lisbon', 'Porto')
  expect(found.total).toBe(6)
  expect(found.latest.map(({ id: _, ...contact }) => contact)).toEqual([
    {
      ...byHand,
      on: '2026-03-24',
      from: b,
      to: a,
      directed: true,
      kind: 'call',
      community: forest,
      file: 'calls.csv',
    },
    {
      ...byHand,
      on: '2026-03-22',
      from: b,
      to: a,
      directed: false,
      kind: 'gathering',
      community: forest,
      gathering: { id: gathering, title: null, communityId: community },
    },
    {
      ...byHand,
      on: '2026-03-20',
      from: a,
      to: c,
      directed: false,
      kind: 'session',
      session: { id: session, title: 'Harbour' },
    },
    { ...byHand, on: '2026-03-13', from: b, to: a, directed: true, kind: 'message' },
    { ...byHand, on: '2026-03-11', from: a, to: c, directed: true, kind: 'message' },
    { ...byHand, on: '2026-03-10', from: a, to: b, directed: true, kind: 'message' },
  ])
  expect((await contacts('Porto', 'Lisbon')).total).toBe(6)
  expect((await contacts('Lisbon', 'Porto', { pair: [cy, ana] })).latest).toMatchObject([
    { to: c },
    { to: c },
  ])
  expect(await contacts('Lisbon', 'Porto', { communityId: community ?? 0 })).toMatchObject({ total: 2 })
  expect((await contacts('Lisbon', 'Porto', { to: '2026-03-10' })).latest).toMatchObject([
    { on: '2026-03-10' },
  ])
  const months = await read()
  expect(months.imports).toEqual([{ on: '2026-03-25', label: '1 interaction from calls.csv' }])
})

test('what chance would give is told month by month, of those who were there', async () => {
  await threePlaces()
  await addMember(file, { name: 'Ed Ewe', location: 'Porto', joinedOn: '2026-04-02' })
  const { ana, ed } = {
    ana: await addMember(file, { name: 'Ana Other', location: 'Porto' }),
    ed: await addMember(file, { name: 'Ed Other', location: 'Faro', joinedOn: '2026-05-01' }),
  }
  await addContacts(file, [[ana, ed, day + 31]])
  const { months } = await read()
  // Lisbon 1, Porto 3, Faro 1: of 10 pairs 7 lie across. In April Porto has 4, and Faro 2 as one is in contact already.
  expect(months.map(({ month, location }) => [month, location.chance])).toEqual([
    ['2026-03-01', expect.closeTo(2 * (7 / 10) - 1, 9)],
    ['2026-04-01', expect.closeTo(2 * (14 / 21) - 1, 9)],
  ])
})
