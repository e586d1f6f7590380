import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { type ReportSpanName, reportSpans } from '@shared/domain/report/design'
import { daysOf } from '@shared/domain/report/period'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const program = { startsOn: '2024-09-16', endsOn: '2027-06-30' }
const of = (span: ReportSpanName, today: string, dates: typeof program | null = program) =>
  daysOf({ span, from: '2026-03-01', to: '2026-03-31' }, today, dates)

describe('the days of a period', () => {
  test.each([
    ['all', '2026-11-26', null, null],
    ['fixed', '2026-11-26', '2026-03-01', '2026-03-31'],
    ['this month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['last month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['this quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['last quarter', '2026-01-01', '2025-10-01', '2025-12-31'],
    ['last quarter', '2026-11-26', '2026-07-01', '2026-09-30'],
    ['this year', '2026-11-26', '2026-01-01', '2026-12-31'],
    ['last year', '2026-11-26', '2025-01-01', '2025-12-31'],
    ['last 90 days', '2026-11-26', '2026-08-29', '2026-11-26'],
    ['last 12 months', '2026-11-26', '2025-11-27', '2026-11-26'],
    ['last 12 months', '2028-02-29', '2027-03-01', '2028-02-29'],
    ['program', '2026-11-26', '2024-09-16', '2027-06-30'],
    ['program year', '2024-01-01', '2024-09-16', '2025-09-15'],
    ['program year', '2026-09-15', '2025-09-16', '2026-09-15'],
    ['program year', '2026-09-16', '2026-09-16', '2027-06-30'],
  ] as const)('%s on %s', (span, today, from, to) => {
    expect(of(span, today)).toEqual({ from, to })
  })

  test('of a program are all days where none is chosen', () => {
    expect(of('program', '2026-11-26', null)).toEqual({ from: null, to: null })
    expect(of('program year', '2026-11-26', null)).toEqual({ from: null, to: null })
  })

  const anyDay = fc.integer({ min: dayNumber('1999-01-01'), max: dayNumber('2060-12-31') })

  test('hold today, or end before the one that does begins, whatever day it is', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const today = fromDayNumber(day)
        for (const size of ['month', 'quarter', 'year'] as const) {
          const now = of(`this ${size}`, today)
          const before = of(`last ${size}`, today)
          expect([now.from ?? '', today, now.to ?? ''].toSorted()).toEqual([now.from, today, now.to])
          expect(dayNumber(before.to ?? '') + 1).toBe(dayNumber(now.from ?? ''))
        }
        expect(dayNumber(today) - dayNumber(of('last 90 days', today).from ?? '')).toBe(89)
        const year = dayNumber(today) - dayNumber(of('last 12 months', today).from ?? '') + 1
        expect([365, 366]).toContain(year)
      }),
    )
  })

  test('begin before they end, whatever the program', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.constantFrom(...reportSpans), (day, begins, span) => {
        const dates = { startsOn: fromDayNumber(begins), endsOn: fromDayNumber(begins + 400) }
        const { from, to } = of(span, fromDayNumber(day), dates)
        if (from !== null && to !== null && day <= begins + 400) expect(from <= to).toBe(true)
      }),
    )
  })
})
