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
  file.call('networkMap.read', { from: null, to: null, communityId: null, within: null, ...input })
const monday = dayNumber('2026-03-09')

test('an empty file has an empty map', async () => {
  expect(await read()).toEqual({ total: 0, people: [], weeks: [], ties: [] })
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
    broker: false,
  })
  expect(map.weeks).toEqual(['2026-03-09', '2026-03-16', '2026-03-23'])
  expect(map.ties).toEqual([
    { a: 0, b: 2, contacts: 3, weeks: [0, 2] },
    { a: 1, b: 2, contacts: 1, weeks: [1] },
  ])
  const porto = await read({ within: { by: 'location', name: 'Porto' } })
  expect(porto.people.map(({ name }) => name)).toEqual(['Bo Baker', 'Cy Cole'])
  expect(porto.ties).toEqual([{ a: 0, b: 1, contacts: 1, weeks: [1] }])
  expect((await read({ to: '2026-03-15' })).ties).toEqual([{ a: 0, b: 2, contacts: 2, weeks: [0] }])
  expect((await read({ within: { by: 'location', name: 'Atlantis' } })).total).toBe(0)
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
  expect(await read()).toEqual({ total: 2501, people: [], weeks: [], ties: [] })
})
