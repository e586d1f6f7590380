import { participation } from '@main/database/analytics/participation'
import { addDays, dayNumber, fromDayNumber, monthStart } from '@shared/domain/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { levelsOn, type NaiveLevel } from './naive'
import { columnsOf, communityId, firstDay, memberId, type World, worlds } from './world'

function count(levels: readonly NaiveLevel[]) {
  const counts = { core: 0, active: 0, peripheral: 0, outside: 0 }
  for (const { level } of levels) counts[level] += 1
  return counts
}

const lastDays = fc.integer({ min: firstDay + 100, max: firstDay + 800 })

test('levels and their history are what one counts by hand', () => {
  fc.assert(
    fc.property(
      worlds,
      lastDays,
      fc.integer({ min: 4, max: 52 }),
      fc.constantFrom(null, 0, 1),
      (world, day, weeks, community) => {
        const on = fromDayNumber(day)
        const figure = participation(columnsOf(world), {
          on,
          weeks,
          communityId: community === null ? null : communityId(community),
        })
        const now = levelsOn(world, day, weeks, community)
        expect(figure.counts).toEqual(count(now))

        const nearest = now
          .map(({ member, level, activeWeeks }) => ({ id: memberId(member), level, activeWeeks }))
          .sort((a, b) => b.activeWeeks - a.activeWeeks)
        expect(figure.members.map(({ activeWeeks }) => activeWeeks)).toEqual(
          nearest.map(({ activeWeeks }) => activeWeeks),
        )
        expect(new Set(figure.members.map((one) => JSON.stringify(one)))).toEqual(
          new Set(nearest.map((one) => JSON.stringify(one))),
        )

        expect(figure.history).toHaveLength(12)
        for (const { on: end, ...counts } of figure.history) {
          expect(counts).toEqual(count(levelsOn(world, dayNumber(end), weeks, community)))
        }
      },
    ),
  )
})

test('the history ends with the last month that is over, and goes back a year', () => {
  const columns = columnsOf({ members: [], communities: [], joinings: [], sessions: [], interactions: [] })
  const endsOn = (on: string) =>
    participation(columns, { on, weeks: 12, communityId: null }).history.map((month) => month.on)
  expect(endsOn('2026-11-23')).toEqual([
    '2025-11-30',
    '2025-12-31',
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
    '2026-06-30',
    '2026-07-31',
    '2026-08-31',
    '2026-09-30',
    '2026-10-31',
  ])
  expect(endsOn('2024-02-29').at(-1)).toBe('2024-02-29')
  expect(endsOn('2024-02-28').at(-1)).toBe('2024-01-31')
  expect(endsOn('0001-03-15')).toEqual(['0001-01-31', '0001-02-28'])
  for (const end of endsOn('2024-02-28')) expect(monthStart(addDays(end, 1))).toBe(addDays(end, 1))
})

test('at most 200 members are named, those with the most weeks, and everybody is counted', () => {
  const people = 260
  const world: World = {
    members: Array.from({ length: people }, () => ({
      location: null,
      department: null,
      standing: 'active' as const,
      joined: null,
    })),
    communities: [],
    joinings: [],
    sessions: [],
    // The last thirty met in every week, the others never.
    interactions: Array.from({ length: 12 * 15 }, (_, n) => ({
      from: people - 1 - 2 * (n % 15),
      to: people - 2 - 2 * (n % 15),
      day: 20_000 - 7 * Math.floor(n / 15),
      kind: 'message',
      community: null,
      session: null,
    })),
  }
  const { counts, members } = participation(columnsOf(world), {
    on: fromDayNumber(20_000),
    weeks: 12,
    communityId: null,
  })
  expect(counts).toEqual({ core: 30, active: 0, peripheral: 0, outside: 230 })
  expect(members).toHaveLength(200)
  expect(members.slice(0, 30).every(({ level, activeWeeks }) => level === 'core' && activeWeeks === 12)).toBe(
    true,
  )
  expect(members.slice(30).every(({ level }) => level === 'outside')).toBe(true)
})
