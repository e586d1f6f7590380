import { timeTicks } from '@renderer/components/charts/timeTicks'
import { addDays, type BucketSize, bucketsBetween } from '@shared/domain/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function read(from: string, to: string, size: BucketSize, width: number): string[] {
  return timeTicks(bucketsBetween(from, to, size), size, width, 'en-GB').map(({ label, below }) =>
    below === null ? label : `${label}/${below}`,
  )
}

describe('ticks of the time axis', () => {
  it('are days for a week, Mondays for six weeks', () => {
    expect(read('2026-11-16', '2026-11-20', 'day', 500)).toEqual([
      '16 Nov/2026',
      '17 Nov',
      '18 Nov',
      '19 Nov',
      '20 Nov',
    ])
    expect(read('2026-10-14', '2026-11-23', 'day', 700)).toEqual([
      '19 Oct/2026',
      '26 Oct',
      '2 Nov',
      '9 Nov',
      '16 Nov',
      '23 Nov',
    ])
  })

  it('are months over a year of weeks, with the year where it begins', () => {
    const ticks = read('2025-11-24', '2026-11-23', 'week', 900)
    expect(ticks.slice(0, 4)).toEqual(['Dec/2025', 'Jan/2026', 'Feb', 'Mar'])
    expect(ticks).toHaveLength(12)
  })

  it('grow further apart as the picture gets narrower', () => {
    const wide = read('2023-12-01', '2026-11-23', 'month', 1500)
    const middle = read('2023-12-01', '2026-11-23', 'month', 600)
    const narrow = read('2023-12-01', '2026-11-23', 'month', 200)
    expect(wide).toHaveLength(36)
    expect(middle.slice(0, 5)).toEqual(['Jan/2024', 'Apr', 'Jul', 'Oct', 'Jan/2025'])
    expect(narrow).toEqual(['2024', '2025', '2026'])
  })

  it('are decades over a century', () => {
    expect(read('1926-01-01', '2026-01-01', 'month', 600).slice(0, 3)).toEqual(['1930', '1940', '1950'])
  })

  it('name at least the first bucket when nothing else fits', () => {
    expect(read('2026-03-10', '2026-03-10', 'day', 20)).toEqual(['10 Mar/2026'])
    expect(timeTicks([], 'day', 500, 'en-GB')).toEqual([])
  })

  it('always stand on buckets, in order, and far enough apart to be read', () => {
    const periods = fc.tuple(
      fc.integer({ min: 0, max: 20_000 }),
      fc.nat(2_500),
      fc.integer({ min: 200, max: 1600 }),
    )
    fc.assert(
      fc.property(periods, fc.constantFrom('day', 'week', 'month'), ([first, length, width], size) => {
        const from = addDays('1980-01-01', first)
        const starts = bucketsBetween(from, addDays(from, length), size)
        const ticks = timeTicks(starts, size, width, 'en-GB')
        expect(ticks.length).toBeGreaterThan(0)
        const places = ticks.map(({ start }) => (starts.indexOf(start) * width) / starts.length)
        places.forEach((place, index) => {
          expect(place).toBeGreaterThanOrEqual(index === 0 ? 0 : (places[index - 1] ?? 0) + 38)
        })
        expect(new Set(ticks.flatMap(({ below }) => below ?? [])).size).toBe(
          ticks.filter(({ below }) => below !== null).length,
        )
      }),
    )
  })
})
