import { burstiness } from '@shared/domain/aliveness/burstiness'
import { Random } from '@shared/domain/random'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const equal = (gap: number, times: number) => Array<number>(times).fill(gap)

describe('burstiness by Kim and Jo', () => {
  it.each([
    ['equal gaps', equal(14, 8), -1],
    ['one burst', [0, 0, 0, 0, 0, 90], 1],
    ['weekly with one miss', [...equal(7, 7), 14], -0.6],
  ])('of %s', (_, gaps, expected) => {
    expect(burstiness(gaps)).toBeCloseTo(expected, 2)
  })

  it('is near −0.88 for a fortnight that is not kept to the day', () => {
    const random = new Random(3)
    const found = Array.from({ length: 400 }, () =>
      burstiness(Array.from({ length: 12 }, () => 14 + random.between(-2, 2))),
    )
    expect(found.reduce<number>((sum, one) => sum + (one ?? 0), 0) / found.length).toBeCloseTo(-0.88, 1)
  })

  it.each([
    [5, -0.39, 0.3],
    [12, -0.22, 0.18],
  ])('of %d gaps between random times is near 0, and 80 % of it between %d and %d', (gaps, low, high) => {
    const random = new Random(5)
    const found = Array.from({ length: 20_000 }, () =>
      burstiness(Array.from({ length: gaps }, () => -Math.log(1 - random.next()))),
    )
      .map((one) => one ?? 0)
      .sort((a, b) => a - b)
    expect(Math.abs(found.reduce((sum, one) => sum + one, 0) / found.length)).toBeLessThan(0.08)
    expect(Math.abs((found[2000] ?? 0) - low)).toBeLessThan(0.03)
    expect(Math.abs((found[18_000] ?? 0) - high)).toBeLessThan(0.03)
  })

  it('lies between −1 and 1, whatever the unit, and is nothing for a single gap', () => {
    const gaps = fc.array(fc.nat(400), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 2, max: 50 }), (days, unit) => {
        const found = burstiness(days)
        if (days.every((day) => day === 0)) expect(found).toBeNull()
        else {
          expect(found).toSatisfy((one: number) => one >= -1 - 1e-12 && one <= 1 + 1e-12)
          expect(burstiness(days.map((day) => day * unit))).toBeCloseTo(found ?? 9, 9)
        }
      }),
    )
    expect(burstiness([7])).toBeNull()
    expect(burstiness([])).toBeNull()
  })
})
