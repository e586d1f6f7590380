import { MOST_BUCKETS } from '@main/database/analytics/axis'
import { calendar } from '@main/database/analytics/calendar'
import { MOST_GROUPS, series } from '@main/database/analytics/series'
import { buckets, groupings } from '@shared/contract/activity'
import { bucketsBetween, fromDayNumber } from '@shared/domain/calendar'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countByBucket, interactionsIn, namesOf, sessionsIn } from './naive'
import { columnsOf, everything, scopes, type World, worlds } from './world'

const emptyWorld: World = { members: [], communities: [], joinings: [], sessions: [], interactions: [] }
const pair = { location: null, department: null, standing: 'active', joined: null } as const

function contacts(...days: number[]): World {
  const interactions = days.map((day) => ({
    from: 0,
    to: 1,
    day,
    kind: 'message',
    community: null,
    session: null,
  }))
  return { ...emptyWorld, members: [pair, pair], interactions }
}

test('every bucket and group counts what one counts by hand', () => {
  fc.assert(
    fc.property(
      worlds,
      scopes,
      fc.constantFrom('week', 'month'),
      fc.constantFrom(...groupings),
      (world, scope, by, group) => {
        const figure = series(columnsOf(world), scope, by, group)
        const interactions = interactionsIn(world, scope)
        const sessions = sessionsIn(world, scope).flatMap((place) => world.sessions[place]?.day ?? [])
        const days = [...interactions.map(({ day }) => day), ...sessions].sort((a, b) => a - b)
        expect([figure.from, figure.to]).toEqual(
          days.length === 0 ? [null, null] : [days[0], days.at(-1)].map((day) => fromDayNumber(day ?? 0)),
        )

        const from = scope.from ?? figure.from
        const to = scope.to ?? figure.to
        const axis = from === null || to === null ? [] : bucketsBetween(from, to, by)
        expect(figure.buckets).toEqual(from !== null && to !== null && from > to ? [] : axis)

        const filled = (counts: Map<string, number>) => figure.buckets.map((start) => counts.get(start) ?? 0)
        expect(figure.interactions).toEqual(
          filled(
            countByBucket(
              interactions.map(({ day }) => day),
              by,
            ),
          ),
        )
        expect(figure.sessions).toEqual(filled(countByBucket(sessions, by)))

        if (group === 'none') {
          expect(figure.groups).toEqual([])
          return
        }
        const names = [...new Set(interactions.flatMap((one) => namesOf(world, one, group)))]
        expect(figure.groups.map(({ name }) => name).sort()).toEqual(names.sort())
        for (const { name, counts, total } of figure.groups) {
          const own = interactions.filter((one) => namesOf(world, one, group).includes(name))
          expect(counts).toEqual(
            filled(
              countByBucket(
                own.map(({ day }) => day),
                by,
              ),
            ),
          )
          expect(total).toBe(own.length)
        }
        const totals = figure.groups.map(({ total }) => total)
        expect(totals).toEqual([...totals].sort((a, b) => b - a))
      },
    ),
  )
})

test('the calendar has every day with something, and no other', () => {
  fc.assert(
    fc.property(worlds, scopes, (world, scope) => {
      const counts = new Map<string, { interactions: number; sessions: number }>()
      const add = (day: number | undefined, what: 'interactions' | 'sessions') => {
        const on = fromDayNumber(day ?? 0)
        const known = counts.get(on) ?? { interactions: 0, sessions: 0 }
        counts.set(on, { ...known, [what]: known[what] + 1 })
      }
      for (const { day } of interactionsIn(world, scope)) add(day, 'interactions')
      for (const place of sessionsIn(world, scope)) add(world.sessions[place]?.day, 'sessions')
      const expected = [...counts].map(([day, count]) => ({ day, ...count }))
      expect(calendar(columnsOf(world), scope)).toEqual(expected.sort((a, b) => (a.day < b.day ? -1 : 1)))
    }),
  )
})

test('an empty program has an empty chart, and a period of its own if one is asked for', () => {
  const columns = columnsOf(emptyWorld)
  expect(series(columns, everything, 'week', 'kind')).toEqual({
    from: null,
    to: null,
    buckets: [],
    sessions: [],
    interactions: [],
    groups: [],
  })
  const figure = series(columns, { ...everything, from: '2026-11-04', to: '2026-11-18' }, 'week', 'none')
  expect(figure.buckets).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
  expect(figure.interactions).toEqual([0, 0, 0])
  expect(series(columns, { ...everything, from: '2026-11-04' }, 'week', 'none').buckets).toEqual([])
})

test('weeks begin on Monday and months on their first, with what happened within the period alone', () => {
  // The 18th is a Wednesday; the days before and after the period do not count.
  const days = ['2026-11-17', '2026-11-18', '2026-11-22', '2026-11-23', '2026-12-01', '2026-12-02']
  const columns = columnsOf(contacts(...days.map((date) => Date.parse(date) / 86_400_000)))
  const scope = { ...everything, from: '2026-11-18', to: '2026-12-01' }
  expect(series(columns, scope, 'week', 'none')).toMatchObject({
    from: '2026-11-18',
    to: '2026-12-01',
    buckets: ['2026-11-16', '2026-11-23', '2026-11-30'],
    interactions: [2, 1, 1],
  })
  expect(series(columns, scope, 'month', 'none')).toMatchObject({
    buckets: ['2026-11-01', '2026-12-01'],
    interactions: [3, 1],
  })
})

test('a stray date far off asks for a coarser chart or a shorter period, by its name', () => {
  const columns = columnsOf(contacts(-645_000, 20_400))
  for (const by of buckets) {
    expect(() => series(columns, everything, by, 'none')).toThrow(
      /From 0204-01-\d\d to 2025-11-08 there are too many/,
    )
  }
  expect(() => series(columns, everything, 'day', 'none')).toThrow('by week or by month')
  const near = series(columns, { ...everything, from: '2020-01-01' }, 'week', 'none')
  expect(near.interactions.reduce((sum, count) => sum + count)).toBe(1)
})

test('as many days as a chart may have are shown, and one more is not', () => {
  const longest = columnsOf(contacts(10_000, 10_000 + MOST_BUCKETS - 1))
  expect(series(longest, everything, 'day', 'none').buckets).toHaveLength(MOST_BUCKETS)
  const longer = columnsOf(contacts(10_000, 10_000 + MOST_BUCKETS))
  expect(() => series(longer, everything, 'day', 'none')).toThrow('too many days')
  expect(series(longer, everything, 'week', 'none').buckets.length).toBeLessThan(MOST_BUCKETS)
})

test('of very many kinds the largest are shown', () => {
  const world = contacts()
  for (let kind = 0; kind < MOST_GROUPS + 50; kind++) {
    for (let times = 0; times <= kind % 251; times++) {
      world.interactions.push({
        from: 0,
        to: 1,
        day: 20_000,
        kind: `${kind}`,
        community: null,
        session: null,
      })
    }
  }
  const { groups } = series(columnsOf(world), everything, 'day', 'kind')
  expect(groups).toHaveLength(MOST_GROUPS)
  expect(groups[0]).toEqual({ name: '249', counts: [250], total: 250 })
  expect(groups.at(-1)).toEqual({ name: '50', counts: [51], total: 51 })
})

test('many kinds over many days, which are counted in several turns, are counted right', () => {
  const world = contacts()
  const [first, last] = [10_000, 10_000 + MOST_BUCKETS - 1]
  for (let kind = 0; kind < 1100; kind++) {
    const days = kind >= 1098 ? [first, first, last] : [first]
    for (const day of days) {
      world.interactions.push({ from: 0, to: 1, day, kind: `${kind}`, community: null, session: null })
    }
  }
  const { groups } = series(columnsOf(world), everything, 'day', 'kind')
  expect(groups.slice(0, 3).map(({ name, total }) => [name, total])).toEqual([
    ['1098', 3],
    ['1099', 3],
    ['0', 1],
  ])
  for (const { counts, total } of groups) {
    expect(counts.filter((count) => count > 0)).toEqual(total === 3 ? [2, 1] : [1])
    expect([counts[0], counts.at(-1)]).toEqual(total === 3 ? [2, 1] : [1, 0])
  }
})

test('a day that no calendar has is refused in words', () => {
  const scope = { ...everything, from: '2026-02-30' }
  expect(() => series(columnsOf(emptyWorld), scope, 'day', 'none')).toThrow('no day 2026-02-30')
})
