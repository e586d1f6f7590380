import { existsSync, readFileSync } from 'node:fs'
import type { OutputOf } from '@shared/contract'
import { type ActivityScope, buckets, groupings } from '@shared/contract/activity'
import { dateInZone, dayNumber, fromDayNumber, weekStart } from '@shared/domain/calendar'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { make, someChanges } from './activityCommands'
import { breakdownParts, calendarDays, participants, seriesCounts } from './activityOracle'
import { addContacts, addMember, addSession, openTestFile, type TestFile } from './support'

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

const everything: ActivityScope = {
  from: null,
  to: null,
  communityId: null,
  location: null,
  department: null,
}
const date = fc.integer({ min: dayNumber('2026-01-01'), max: dayNumber('2026-11-23') }).map(fromDayNumber)

const questions = fc.record({
  scope: fc.record({
    from: fc.option(date),
    to: fc.option(date),
    communityId: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }),
    location: fc.constantFrom<string | null>(null, null, 'Lisbon', 'Porto', 'Nowhere'),
    department: fc.constantFrom<string | null>(null, null, 'Finance'),
  }),
  by: fc.constantFrom(...buckets),
  group: fc.constantFrom(...groupings),
  of: fc.constantFrom('location', 'department', 'medium', 'kind', 'community'),
  on: date,
  weeks: fc.integer({ min: 4, max: 52 }),
})
type Questions = typeof questions extends fc.Arbitrary<infer T> ? T : never

test('whatever is written, imported, undone or redone, the figures are those of plain SQL', async () => {
  const turns = fc.array(fc.tuple(someChanges, questions), { minLength: 5, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(turns, async (all) => {
      const program = openTestFile()
      try {
        for (const what of ['addMember', 'addMember', 'addMember', 'addCommunity'] as const) {
          await make(program, { what, numbers: [0, 1, 2, 3] })
        }
        for (const [changes, asked] of all) {
          for (const change of changes) await make(program, change)
          await compare(program, asked)
          // What was asked before goes on from where it stopped; so do the charts that a screen begins with.
          for (const [, before] of all.slice(0, 2)) await compare(program, before)
          await compare(program, { ...asked, scope: everything })
        }
      } finally {
        program.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

async function compare(program: TestFile, { scope, by, group, of, on, weeks }: Questions): Promise<void> {
  const figure = await program.call('activity.series', { scope, by, group })
  const plain = program.read((db) => seriesCounts(db, { scope, by, group }))
  const counts = (numbers: readonly number[]) =>
    numbers.flatMap((count, at) => (count === 0 ? [] : [[figure.buckets[at], count]]))
  expect(counts(figure.interactions)).toEqual(plain.interactions)
  expect(counts(figure.sessions)).toEqual(plain.sessions)
  const groups = figure.groups.flatMap(({ name, counts: own }) => counts(own).map((one) => [name, ...one]))
  expect(sorted(groups)).toEqual(sorted(plain.groups))

  expect(await program.call('activity.calendar', { scope })).toEqual(
    program.read((db) => calendarDays(db, { scope })),
  )
  expect(await program.call('activity.breakdown', { scope, of })).toEqual(
    program.read((db) => breakdownParts(db, { scope, of })),
  )

  const input = { on, weeks, communityId: scope.communityId }
  const { counts: now, history, members } = await program.call('activity.participation', input)
  const people = (day: string) => program.read((db) => participants(db, { ...input, on: day }))
  expect(sorted(members)).toEqual(sorted(people(on)))
  expect(now).toEqual(countLevels(people(on)))
  for (const { on: end, ...levels } of history) expect(levels).toEqual(countLevels(people(end)))
}

function sorted<T>(values: readonly T[]): T[] {
  const key = (value: T) =>
    JSON.stringify(
      value,
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.keys(value).sort()
        : undefined,
    )
  return [...values].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function countLevels(people: readonly { level: keyof OutputOf<'activity.participation'>['counts'] }[]) {
  const counts = { core: 0, active: 0, peripheral: 0, outside: 0 }
  for (const { level } of people) counts[level] += 1
  return counts
}

test('a new program has no activity, and says so without a fuss', async () => {
  expect(await file.call('activity.series', { scope: everything, by: 'week', group: 'kind' })).toEqual({
    from: null,
    to: null,
    buckets: [],
    sessions: [],
    interactions: [],
    groups: [],
    imports: [],
  })
  expect(await file.call('activity.calendar', { scope: everything })).toEqual([])
  expect(await file.call('activity.breakdown', { scope: everything, of: 'location' })).toEqual([])
  expect(await file.call('communities.options', {})).toEqual([])
  const { counts, members } = await file.call('activity.participation', {
    on: '2026-11-23',
    weeks: 12,
    communityId: null,
  })
  expect(counts).toEqual({ core: 0, active: 0, peripheral: 0, outside: 0 })
  expect(members).toEqual([])
})

test('a session shows up at once, moves with its date, and is gone when it is taken back', async () => {
  const ana = await addMember(file, { name: 'Ana Abel', location: 'Lisbon' })
  const bo = await addMember(file, { name: 'Bo Baker', location: 'Porto' })
  const days = async () => (await file.call('activity.calendar', { scope: everything })).map(({ day }) => day)
  expect(await days()).toEqual([])
  await addSession(file, { attendeeIds: [ana, bo], heldOn: '2026-11-20', minutes: 45, medium: 'video' })
  expect(await days()).toEqual(['2026-11-20'])
  expect(await file.call('activity.breakdown', { scope: everything, of: 'location' })).toEqual([
    { name: 'Lisbon', interactions: 1, sessions: 1, minutes: 45, members: 1 },
    { name: 'Porto', interactions: 1, sessions: 1, minutes: 45, members: 1 },
  ])
  expect(await file.call('activity.breakdown', { scope: everything, of: 'medium' })).toEqual([
    { name: 'video', interactions: 1, sessions: 1, minutes: 45, members: 2 },
  ])
  await file.call('history.undo', {})
  expect(await days()).toEqual([])
  await file.call('history.redo', {})
  expect(await days()).toEqual(['2026-11-20'])
})

test('what is written without a history, as the sample is, is seen as well', async () => {
  await file.call('activity.calendar', { scope: everything })
  const sizes = { members: 30, sessions: 40, interactions: 200 }
  await file.call('program.fillSample', { today: '2026-11-23', seed: 7, ...sizes })
  await compare(file, {
    scope: everything,
    by: 'week',
    group: 'community',
    of: 'community',
    on: '2026-11-23',
    weeks: 12,
  })
  expect(await file.call('activity.calendar', { scope: everything })).not.toEqual([])
})

test('imports are marked on the day they had in the time zone of the program', async () => {
  const ana = await addMember(file, { name: 'Ana Abel' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  await file.call('program.setTimeZone', { timeZone: 'Asia/Tokyo' })
  await addContacts(file, [
    [ana, bo, dayNumber('2026-03-02')],
    [ana, bo, dayNumber('2026-03-12')],
  ])
  await file.command((db) => {
    const row = { file_name: 'spring.csv', merged: 0, skipped: 0, rejected: 0 }
    for (const at of ['2026-02-28T10:00:00Z', '2026-03-09T20:00:00Z', '2026-04-01T10:00:00Z']) {
      db.insert('imports', { ...row, at, kind: 'interactions', added: 1200 })
    }
    db.insert('imports', { ...row, at: '2026-03-11T10:00:00Z', kind: 'sessions', added: 1 })
  })
  const { imports } = await file.call('activity.series', { scope: everything, by: 'week', group: 'none' })
  expect(imports).toEqual([
    { on: '2026-03-10', label: '1,200 interactions from spring.csv' },
    { on: '2026-03-11', label: '1 session from spring.csv' },
  ])
})

test('communities to choose from come by name', async () => {
  await file.command((db) => {
    for (const name of ['lanterns', 'Bridges', 'Orchards']) {
      db.insert('communities', { name, domain: '', purpose: '', stage: 'maturing' })
    }
  })
  const names = (await file.call('communities.options', {})).map(({ name }) => name)
  expect(names).toEqual(['Bridges', 'lanterns', 'Orchards'])
})

const realData = new URL('../../../shared/data/collegemsg-interactions.csv', import.meta.url)

test.skipIf(!existsSync(realData))('the messages of a real community are counted to the last', async () => {
  const lines = readFileSync(realData, 'utf8').trim().split('\n').slice(1)
  const messages = lines.map((line) => line.split(','))
  const people = new Map<string, number>()
  for (const name of messages.flatMap(([from = '', to = '']) => [from, to])) {
    if (!people.has(name)) people.set(name, people.size + 1)
  }
  const weeks = new Map<string, number>()
  file.connection.transaction(() => {
    const person = file.connection.prepare(
      `INSERT INTO members (id, name, sort_name, status, role, created_at, updated_at)
        VALUES (?, ?, ?, 'active', 'neither', '', '')`,
    )
    for (const [name, id] of people) person.run(id, name, name)
    const message = file.connection.prepare(
      "INSERT INTO interactions (from_id, to_id, directed, day, at, kind) VALUES (?, ?, 1, ?, ?, 'message')",
    )
    for (const [from = '', to = '', at = ''] of messages) {
      const on = dateInZone(at, 'UTC')
      message.run(people.get(from), people.get(to), dayNumber(on), at)
      weeks.set(weekStart(on), (weeks.get(weekStart(on)) ?? 0) + 1)
    }
  })()

  const figure = await file.call('activity.series', { scope: everything, by: 'week', group: 'kind' })
  expect([figure.from, figure.to]).toEqual(['2004-04-15', '2004-10-26'])
  expect(figure.interactions).toEqual(figure.buckets.map((week) => weeks.get(week) ?? 0))
  expect(figure.groups.map(({ name, total }) => [name, total])).toEqual([['message', 59_835]])
  expect(await file.call('activity.breakdown', { scope: everything, of: 'kind' })).toEqual([
    { name: 'message', interactions: 59_835, sessions: 0, minutes: 0, members: 1_899 },
  ])
  // No more than 200 members are listed, so of the levels of 1,899 only the counts compare.
  const input = { on: '2004-06-30', weeks: 8, communityId: null }
  const { counts, members } = await file.call('activity.participation', input)
  const plain = file.read((db) => participants(db, input))
  expect(counts).toEqual(countLevels(plain))
  const weeksOfAll = plain.map(({ activeWeeks }) => activeWeeks).sort((a, b) => b - a)
  expect(members.map(({ activeWeeks }) => activeWeeks)).toEqual(weeksOfAll.slice(0, 200))
})
