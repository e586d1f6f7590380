import { addDays, dayNumber } from '@shared/domain/calendar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addContacts, addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

/** A Monday. */
const today = '2026-11-23'

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

const get = () => file.call('today.get', { today })

test('an empty program asks for nothing', async () => {
  const answer = await get()
  expect(answer).toMatchObject({ actionItems: [], withoutNotes: [], quietMatches: [] })
  expect(answer.lastWeek).toEqual({ people: 0, firstTimes: 0 })
  expect(answer.pulse).toHaveLength(26)
  expect(answer.pulse.at(-1)).toEqual({ week: '2026-11-23', contacts: 0 })
})

test('open action items are shown a week before they are due, those that are late first', async () => {
  const item = (text: string, dueOn: string | null, doneOn: string | null = null) => ({
    id: null,
    text,
    ownerId: text === 'late' ? bo : null,
    dueOn,
    doneOn,
  })
  await addSession(file, {
    attendeeIds: [ana, bo],
    notes: 'x',
    heldOn: '2026-11-01',
    actionItems: [
      item('soon', '2026-11-30'),
      item('later', '2026-12-01'),
      item('late', '2026-11-20'),
      item('done', '2026-11-20', '2026-11-20'),
      item('some day', null),
    ],
  })
  const { actionItems } = await get()
  expect(
    actionItems.map(({ text, daysLate, daysToGo, owner }) => [text, daysLate, daysToGo, owner?.name ?? null]),
  ).toEqual([
    ['late', 3, 0, 'Bo Baker'],
    ['soon', 0, 7, null],
  ])
  expect(actionItems[0]).toMatchObject({ sessionOn: '2026-11-01', dueOn: '2026-11-20' })
})

test('sessions of the last sixty days without notes are shown, the newest first', async () => {
  const add = (daysAgo: number, notes = '') =>
    addSession(file, { attendeeIds: [ana, bo], heldOn: addDays(today, -daysAgo), notes })
  await add(61)
  const oldest = await add(60)
  const newest = await add(0)
  await add(5, 'written')
  await add(-1)
  expect((await get()).withoutNotes).toEqual([
    {
      id: newest,
      heldOn: today,
      attendees: [
        { id: ana, name: 'Ana Abel' },
        { id: bo, name: 'Bo Baker' },
      ],
      daysAgo: 0,
    },
    { id: oldest, heldOn: '2026-09-24', attendees: expect.any(Array), daysAgo: 60 },
  ])
})

test('active matches are quiet beyond one and a half of what they agreed on, the latest first', async () => {
  const met = async (days: number, match: Partial<Parameters<typeof addMatch>[1]> = {}) => {
    const id = await addMatch(file, { program: 'P', mentor: ana, mentee: bo, cadenceDays: 14, ...match })
    await addSession(file, { attendeeIds: [ana, bo], matchId: id, heldOn: addDays(today, -days), notes: 'x' })
    return id
  }
  await met(21)
  const quiet = await met(22)
  const longQuiet = await met(100, { cadenceDays: 10 })
  await met(90, { status: 'paused' })
  await met(90, { cadenceDays: null })
  const neverMet = await addMatch(file, {
    program: 'P',
    mentor: ana,
    mentee: cy,
    cadenceDays: 14,
    startedOn: addDays(today, -40),
  })
  await addMatch(file, { program: 'P', mentor: ana, mentee: cy, cadenceDays: 14 })
  const { quietMatches } = await get()
  expect(quietMatches.map(({ id, daysSince, daysLate }) => [id, daysSince, daysLate])).toEqual([
    [longQuiet, 100, 90],
    [neverMet, 40, 26],
    [quiet, 22, 8],
  ])
  expect(quietMatches[0]).toMatchObject({ program: 'P', cadenceDays: 10, members: [{ id: ana }, { id: bo }] })
})

test('a match that agreed on nothing keeps to the cadence of its program', async () => {
  const id = await addMatch(file, { program: 'P', mentor: ana, mentee: bo, startedOn: addDays(today, -60) })
  expect((await get()).quietMatches).toEqual([])
  await file.command((writer) => writer.update('programs', 1, { cadence_days: 30 }))
  expect((await get()).quietMatches.map((match) => [match.id, match.cadenceDays])).toEqual([[id, 30]])
})

test('the pulse counts contacts by week, from Monday to Sunday', async () => {
  const monday = dayNumber(today)
  await addContacts(file, [
    [ana, bo, monday],
    [ana, bo, monday + 6],
    [ana, bo, monday + 7],
    [ana, bo, monday - 1],
    [ana, bo, monday - 7 * 25],
    [ana, bo, monday - 7 * 25 - 1],
  ])
  const { pulse } = await get()
  expect(pulse[0]).toEqual({ week: '2026-06-01', contacts: 1 })
  expect(pulse.slice(-2)).toEqual([
    { week: '2026-11-16', contacts: 1 },
    { week: '2026-11-23', contacts: 2 },
  ])
  expect(pulse.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(4)
})

test('last week tells who was in contact, and who met for the first time', async () => {
  const dee = await addMember(file, { name: 'Dee Dorn' })
  const week = dayNumber('2026-11-16')
  await addContacts(file, [
    [bo, ana, week - 1],
    [ana, bo, week],
    [ana, cy, week + 2],
    [cy, ana, week + 6],
    [dee, bo, week + 7],
  ])
  expect((await get()).lastWeek).toEqual({ people: 3, firstTimes: 1 })
})
