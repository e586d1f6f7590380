import {
  fillBuckets,
  fitsBars,
  limitSeries,
  type TimeSeries,
  timeTable,
  valueTicks,
} from '@renderer/components/charts/timeSeriesData'
import { addDays, bucketsBetween } from '@shared/domain/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const sessions: TimeSeries = {
  name: 'sessions',
  points: [
    { on: '2026-03-02', value: 2 },
    { on: '2026-03-05', value: 3 },
    { on: '2026-03-16', value: 1 },
    { on: '2026-04-06', value: 9 },
  ],
}
const march = { from: '2026-03-02', to: '2026-03-29', bucket: 'week' } as const

describe('fillBuckets', () => {
  it('adds up what falls in a bucket, leaves no gap and nothing from outside', () => {
    const buckets = fillBuckets([sessions], [], march)
    expect(buckets.map(({ start, values }) => [start, ...values])).toEqual([
      ['2026-03-02', 5],
      ['2026-03-09', 0],
      ['2026-03-16', 1],
      ['2026-03-23', 0],
    ])
  })

  it('marks only the bucket that holds today as open, to its last day', () => {
    const open = (today?: string) =>
      fillBuckets([sessions], [], { ...march, today }).flatMap((one) => (one.open ? [one.start] : []))
    expect(open('2026-03-22')).toEqual(['2026-03-16'])
    expect(open('2026-03-23')).toEqual(['2026-03-23'])
    expect(open('2026-05-01')).toEqual([])
    expect(open()).toEqual([])
  })

  it('puts marks on the bucket of their date', () => {
    const marks = [
      { date: '2026-03-12', label: 'Teams attendance' },
      { date: '2026-07-01', label: 'later' },
    ]
    const buckets = fillBuckets([sessions], marks, march)
    expect(buckets.map((one) => one.marks.map(({ label }) => label))).toEqual([
      [],
      ['Teams attendance'],
      [],
      [],
    ])
  })

  it('counts every point of the period once, at every size of bucket', () => {
    const days = fc.array(fc.tuple(fc.nat(700), fc.nat(50)), { maxLength: 200 })
    fc.assert(
      fc.property(days, fc.constantFrom('day', 'week', 'month'), (pairs, bucket) => {
        const points = pairs.map(([day, value]) => ({ on: addDays('2024-01-01', day), value }))
        const buckets = fillBuckets([{ name: 'any', points }], [], {
          from: '2024-01-01',
          to: '2025-12-31',
          bucket,
        })
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
        expect(sum(buckets.flatMap(({ values }) => values))).toBe(sum(pairs.map(([, value]) => value)))
        expect(buckets.map(({ start }) => start)).toEqual(bucketsBetween('2024-01-01', '2025-12-31', bucket))
      }),
    )
  })
})

describe('limitSeries', () => {
  const many = [5, 40, 1, 30, 20, 2, 10, 3].map((value, index) => ({
    name: `community ${index}`,
    points: [{ on: '2026-03-02', value }],
  }))

  it('keeps the largest in their order and adds up the rest', () => {
    const limited = limitSeries(many, 6)
    expect(limited.map(({ series }) => series.name)).toEqual([
      'community 0',
      'community 1',
      'community 3',
      'community 4',
      'community 6',
      '3 others',
    ])
    expect(limited.at(-1)).toMatchObject({ of: [2, 5, 7], rest: true })
    expect(limited.at(-1)?.series.points.map(({ value }) => value)).toEqual([1, 2, 3])
  })

  it('leaves alone what fits', () => {
    expect(limitSeries(many.slice(0, 6), 6).map(({ series }) => series.name)).toEqual(
      many.slice(0, 6).map(({ name }) => name),
    )
  })

  it('never says “1 others”', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 20 }), (values) => {
        const series = values.map((value, index) => ({
          name: `${index}`,
          points: [{ on: '2026-03-02', value }],
        }))
        const limited = limitSeries(series, 6)
        expect(limited.length).toBe(Math.min(6, series.length))
        expect(limited.flatMap(({ of }) => of).sort((a, b) => a - b)).toEqual(series.map((_, index) => index))
        expect(limited.map((one) => one.series.name)).not.toContain('1 others')
      }),
    )
  })
})

describe('timeTable', () => {
  const met: TimeSeries = { name: 'people who met', mark: 'line', points: [{ on: '2026-03-02', value: 7 }] }
  const help: TimeSeries = { name: 'help given', points: [{ on: '2026-03-03', value: 4 }] }

  it('puts the total after what is stacked, and lines after it', () => {
    const series = [sessions, met, help]
    const table = timeTable(series, fillBuckets(series, [], march), 'week', 'en-GB')
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Week from',
      'sessions',
      'help given',
      'Total',
      'people who met',
    ])
    expect(table.rows[0]).toEqual(['2026-03-02', 5, 4, 9, 7])
    expect(table.rows).toHaveLength(4)
  })

  it('has no total where nothing is added up', () => {
    const table = timeTable([sessions, met], fillBuckets([sessions, met], [], march), 'week', 'en-GB')
    expect(table.columns.map(({ label }) => label)).not.toContain('Total')
  })

  it('reads its weeks as ranges on screen', () => {
    const table = timeTable([sessions], fillBuckets([sessions], [], march), 'week', 'en-GB')
    expect(table.columns[0]?.show?.('2026-03-02')).toMatch(/^2\s?–\s?8 March 2026$/)
  })
})

describe('what fits', () => {
  it('draws 18 months of weeks as bars, and three years of days as an area', () => {
    expect(fitsBars(78, 500)).toBe(true)
    expect(fitsBars(365, 1100)).toBe(true)
    expect(fitsBars(365, 500)).toBe(false)
    expect(fitsBars(401, 4000)).toBe(false)
  })
})

describe('valueTicks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [17, [0, 5, 10, 15, 20]],
    [26, [0, 10, 20, 30]],
    [542, [0, 200, 400, 600]],
  ])('up to %i are %j', (most, ticks) => {
    expect(valueTicks(most)).toEqual(ticks)
  })

  it('are few whole numbers at equal steps that reach the highest value without leaving it far below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (most) => {
        const ticks = valueTicks(most)
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0)
        expect(ticks[0]).toBe(0)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks.every((tick, index) => Number.isInteger(tick) && tick === index * step)).toBe(true)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most)
        expect((ticks.at(-1) ?? 0) - step).toBeLessThanOrEqual(most)
      }),
    )
  })
})
