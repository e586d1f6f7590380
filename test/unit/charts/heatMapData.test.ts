import {
  HEAT_STEPS,
  heatBlocks,
  heatLegend,
  heatMove,
  heatScale,
  heatStep,
  heatTable,
} from '@renderer/components/charts/heatMapData'
import { addDays, dayNumber, daysBetween, isoWeekday } from '@shared/domain/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const unit = { one: 'session', other: 'sessions' }

describe('shades', () => {
  it('split the days on which something happened into quarters', () => {
    const scale = heatScale([0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 80])
    expect(scale).toEqual([1, 3, 5, 7])
    expect(heatLegend(scale, 'en-GB')).toEqual(['none', '1–2', '3–4', '5–6', '7 or more'])
  })

  it('are no more than the counts can tell apart', () => {
    expect(heatScale([1, 1, 1, 1, 1, 2])).toEqual([1])
    expect(heatScale([1, 1, 2, 2])).toEqual([1, 2])
    expect(heatLegend([1, 2], 'en-GB')).toEqual(['none', '1', '2 or more'])
    expect(heatScale([0, 0])).toEqual([])
  })

  it('never get lighter for more, and leave zero without any', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 400 }), (values) => {
        const scale = heatScale(values)
        expect(scale.length).toBeLessThanOrEqual(HEAT_STEPS)
        const steps = [...values].sort((a, b) => a - b).map((value) => heatStep(value, scale))
        expect(steps).toEqual([...steps].sort((a, b) => a - b))
        values.forEach((value) => {
          expect(heatStep(value, scale) === 0).toBe(value === 0)
        })
      }),
    )
  })
})

describe('strips of weeks', () => {
  it('hold a year in one strip, Monday at the top', () => {
    const [block, ...others] = heatBlocks(
      [{ on: '2026-03-03', value: 4 }],
      '2025-11-24',
      '2026-11-23',
      'en-GB',
    )
    expect(others).toEqual([])
    expect(block).toMatchObject({ title: null, weeks: 53 })
    expect(block?.days).toHaveLength(365)
    expect(block?.days[0]).toMatchObject({ date: '2025-11-24', week: 0, weekday: 0 })
    expect(block?.days.find(({ date }) => date === '2026-03-03')).toMatchObject({
      value: 4,
      step: 1,
      weekday: 1,
    })
    expect(block?.months[0]).toEqual({ week: 1, label: 'Dec' })
  })

  it('stack longer periods by calendar year, the same week below itself', () => {
    const blocks = heatBlocks([], '2024-03-10', '2026-11-23', 'en-GB')
    expect(blocks.map(({ title }) => title)).toEqual(['2024', '2025', '2026'])
    expect(blocks.map(({ days }) => days.length)).toEqual([297, 365, 327])
    expect(blocks[0]?.days[0]).toMatchObject({ date: '2024-03-10', week: 9, weekday: 6 })
    expect(blocks[1]?.days[0]).toMatchObject({ date: '2025-01-01', week: 0, weekday: 2 })
  })

  it('place every day of any period exactly once, in the column of its week', () => {
    const period = fc.tuple(fc.nat(15_000), fc.nat(1_500))
    fc.assert(
      fc.property(period, ([first, length]) => {
        const from = addDays('1990-01-01', first)
        const to = addDays(from, length)
        const blocks = heatBlocks([], from, to, 'en-GB')
        const days = blocks.flatMap((block) => block.days)
        expect(days).toHaveLength(daysBetween(from, to) + 1)
        days.forEach((day, index) => {
          expect(day.date).toBe(addDays(from, index))
          expect(day.weekday).toBe(isoWeekday(dayNumber(day.date)) - 1)
        })
        for (const block of blocks) {
          expect(new Set(block.days.map(({ week, weekday }) => week * 7 + weekday)).size).toBe(
            block.days.length,
          )
          expect(block.days.every(({ week }) => week >= 0 && week < block.weeks)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('are none for a period that ends before it begins', () => {
    expect(heatBlocks([], '2026-03-02', '2026-03-01', 'en-GB')).toEqual([])
  })

  it('become a table of the days on which something happened', () => {
    const points = [
      { on: '2026-03-05', value: 1 },
      { on: '2026-03-03', value: 4 },
      { on: '2026-03-03', value: 2 },
      { on: '2027-01-01', value: 9 },
    ]
    const table = heatTable(heatBlocks(points, '2026-03-01', '2026-03-31', 'en-GB'), unit, 'en-GB')
    expect(table.rows).toEqual([
      ['2026-03-03', 6],
      ['2026-03-05', 1],
    ])
  })
})

describe('keys', () => {
  const from = '2026-03-02'
  const to = '2026-03-31'
  it.each([
    ['ArrowDown', '2026-03-11'],
    ['ArrowUp', '2026-03-09'],
    ['ArrowRight', '2026-03-17'],
    ['ArrowLeft', '2026-03-03'],
    ['Home', from],
    ['End', to],
    ['PageDown', '2026-03-10'],
    ['Tab', null],
  ])('%s leads from Tuesday 10 March to %s', (key, day) => {
    expect(heatMove(key, '2026-03-10', from, to)).toBe(day)
  })
})
