import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
let ana: number
let bo: number
let cy: number
beforeEach(async () => {
  file = openTestFile()
  ana = await addMember(file, { name: 'Ana Abel' })
  bo = await addMember(file, { name: 'Bo Baker' })
  cy = await addMember(file, { name: 'Cy Cole' })
})
afterEach(() => file.close())

test('matches are found by their members and their program, those that met last first', async () => {
  const spring = await addMatch(file, { program: 'Spring circle', mentor: ana, mentee: bo, cadenceDays: 14 })
  const ended = await addMatch(file, {
    program: 'Spring circle',
    mentor: ana,
    mentee: cy,
    status: 'completed',
  })
  const autumn = await addMatch(file, { program: 'Autumn', mentor: bo, mentee: cy })
  await addSession(file, { attendeeIds: [ana, bo], matchId: spring, heldOn: '2026-03-01' })
  await addSession(file, { attendeeIds: [bo, cy], matchId: autumn, heldOn: '2026-04-01' })
  await addSession(file, { attendeeIds: [ana, cy], matchId: ended, heldOn: '2026-05-01' })
  const find = async (query: string, limit = 10) =>
    (await file.call('matches.find', { query, limit })).map(({ id }) => id)
  expect(await find('')).toEqual([autumn, spring, ended])
  expect(await find('ab')).toEqual([spring, ended])
  expect(await find('ana bak')).toEqual([spring])
  expect(await find('circ')).toEqual([spring, ended])
  expect(await find('cy autumn')).toEqual([autumn])
  expect(await find('nobody')).toEqual([])
  expect(await find('', 1)).toEqual([autumn])
  expect(await file.call('matches.get', { id: spring })).toEqual({
    id: spring,
    program: 'Spring circle',
    status: 'active',
    cadenceDays: 14,
    lastSessionOn: '2026-03-01',
    members: [
      { id: ana, name: 'Ana Abel', side: 'mentor' },
      { id: bo, name: 'Bo Baker', side: 'mentee' },
    ],
  })
  await expect(file.call('matches.get', { id: 99 })).rejects.toMatchObject({ code: 'not-found' })
})

test('topics are found by the beginning of a word, their own beginning first, then by use', async () => {
  await addSession(file, { attendeeIds: [ana], topics: ['Data safety', 'Safe lifting', 'Safari', '100%'] })
  await addSession(file, { attendeeIds: [ana], topics: ['Safe lifting'] })
  const find = async (query: string) =>
    (await file.call('topics.find', { query, limit: 10 })).map(({ name }) => name)
  expect(await find('saf')).toEqual(['Safe lifting', 'Safari', 'Data safety'])
  expect(await find('')).toHaveLength(4)
  expect(await find('%')).toEqual([])
  expect(await find('100%')).toEqual(['100%'])
})
