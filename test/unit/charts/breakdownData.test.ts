import { type BreakdownItem, breakdownBars, breakdownTable } from '@renderer/components/charts/breakdownData'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const unit = { one: 'session', other: 'sessions' }
const item = (name: string | null, value: number): BreakdownItem => ({ name, value })

describe('bars of a breakdown', () => {
  it('fall from the largest, equal ones by name, the unknown last in its own bar', () => {
    const bars = breakdownBars(
      [item('Lyon', 3), item(null, 9), item('Ålesund', 3), item('Lagos', 5)],
      12,
      'en-GB',
    )
    expect(bars.map(({ name, kind }) => [name, kind])).toEqual([
      ['Lagos', 'named'],
      ['Ålesund', 'named'],
      ['Lyon', 'named'],
      ['unknown', 'unknown'],
    ])
    expect(bars.map(({ share }) => share)).toEqual([0.25, 0.15, 0.15, 0.45])
  })

  it('group what is beyond the twelfth, and leave out an unknown of nothing', () => {
    const bars = breakdownBars(
      [...Array(15).keys()].map((at) => item(`p${at}`, 15 - at)),
      12,
      'en-GB',
    )
    expect(bars).toHaveLength(12)
    expect(bars.at(-1)).toMatchObject({ name: '4 others', value: 4 + 3 + 2 + 1, kind: 'others' })
    expect(breakdownBars([item('Lagos', 1), item(null, 0)], 12, 'en-GB')).toHaveLength(1)
  })

  it('add up to everything, however many there are', () => {
    const items = fc.array(fc.tuple(fc.option(fc.string(), { freq: 9 }), fc.nat(1000)), { maxLength: 40 })
    fc.assert(
      fc.property(items, fc.integer({ min: 2, max: 12 }), (pairs, most) => {
        const bars = breakdownBars(
          pairs.map(([name, value]) => item(name, value)),
          most,
          'en-GB',
        )
        const total = pairs.reduce((sum, [, value]) => sum + value, 0)
        expect(bars.reduce((sum, { value }) => sum + value, 0)).toBe(total)
        expect(bars.filter(({ kind }) => kind !== 'unknown').length).toBeLessThanOrEqual(most)
        const named = bars.filter(({ kind }) => kind === 'named').map(({ value }) => value)
        expect(named).toEqual([...named].sort((a, b) => b - a))
      }),
    )
  })

  it('have no share where there is nothing at all', () => {
    expect(breakdownBars([item('Lagos', 0)], 12, 'en-GB')[0]?.share).toBe(0)
  })
})

describe('table of a breakdown', () => {
  it('has every item, with its share in percent', () => {
    const items = [...Array(20).keys()].map((at) => item(`p${at}`, 5))
    const table = breakdownTable([...items, item(null, 50)], 'Place', unit, 'en-GB')
    expect(table.columns.map(({ label }) => label)).toEqual(['Place', 'Sessions', 'Share (%)'])
    expect(table.rows).toHaveLength(21)
    expect(table.rows[0]).toEqual(['p0', 5, 3.3])
    expect(table.rows.at(-1)).toEqual(['unknown', 50, 33.3])
  })

  it('leaves the share unknown where there is nothing to share', () => {
    expect(breakdownTable([item('Lagos', 0)], 'Place', unit, 'en-GB').rows).toEqual([['Lagos', 0, null]])
  })
})
