import type { InputOf } from '@shared/contract'
import { dayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMember, openTestFile, type TestFile } from './support'

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
  expect(await read()).toMatchObject({ people: 0, ties: 0, assigned: 0, months: [] })
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
