import {
  addDays,
  bucketEnd,
  bucketStart,
  bucketsBetween,
  dateInZone,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isCalendarDate,
  isoWeekday,
  monthStart,
  weekStart,
} from '@shared/domain/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const FIRST = -719_162
const LAST = 2_932_896
const anyDay = fc.integer({ min: FIRST, max: LAST })
const anyDate = anyDay.map(fromDayNumber)

/** What the platform's own UTC arithmetic says, which is proleptic Gregorian as well. */
function utcDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

describe('dates and day numbers', () => {
  it('agree with the platform over the whole range, both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(fromDayNumber(day)).toBe(utcDate(day))
        expect(dayNumber(utcDate(day))).toBe(day)
      }),
      { numRuns: 5_000 },
    )
  })

  it('agree with the platform on every day around each turn of a century', () => {
    for (const year of [1, 4, 100, 400, 1600, 1700, 1800, 1900, 1970, 2000, 2024, 2100, 2400, 9999]) {
      const text = `${String(year).padStart(4, '0')}-01-01`
      const first = dayNumber(text)
      for (let day = first; day < first + 366 && day <= LAST; day += 1) {
        expect(fromDayNumber(day)).toBe(utcDate(day))
        expect(dayNumber(fromDayNumber(day))).toBe(day)
      }
    }
  })

  it('have fixed ends and a known origin', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(fromDayNumber(FIRST)).toBe('0001-01-01')
    expect(fromDayNumber(LAST)).toBe('9999-12-31')
    expect(() => fromDayNumber(FIRST - 1)).toThrow(RangeError)
    expect(() => fromDayNumber(LAST + 1)).toThrow(RangeError)
    expect(() => fromDayNumber(0.5)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it('sort as text the way they sort as days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(fromDayNumber(a) < fromDayNumber(b)).toBe(a < b)
        expect(daysBetween(fromDayNumber(a), fromDayNumber(b))).toBe(b - a)
      }),
    )
  })
})

describe('isCalendarDate', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isCalendarDate(text)).toBe(true)
  })
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '0000-12-31',
    '2026-1-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '٢٠٢٦-٠١-٠١',
    '',
  ])('refuses %j', (text) => {
    expect(isCalendarDate(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow(RangeError)
  })
})

describe('weeks and months', () => {
  it('start weeks on the Monday on or before the day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = weekStart(date)
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1)
        expect(daysBetween(monday, date)).toBe(isoWeekday(dayNumber(date)) - 1)
        expect(weekStart(monday)).toBe(monday)
      }),
    )
    expect(weekStart('2026-11-29')).toBe('2026-11-23')
    expect(weekStart('2027-01-01')).toBe('2026-12-28')
  })

  it('hold every date between the first and the last day of its bucket', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom('day', 'week', 'month'), (date, size) => {
        expect(bucketStart(date, size) <= date).toBe(true)
        expect(bucketEnd(date, size) >= date).toBe(true)
        expect(bucketStart(bucketEnd(date, size), size)).toBe(bucketStart(date, size))
      }),
    )
    expect(monthStart('2024-02-29')).toBe('2024-02-01')
    expect(bucketEnd('2024-02-03', 'month')).toBe('2024-02-29')
    expect(bucketEnd('2100-02-03', 'month')).toBe('2100-02-28')
    expect(bucketEnd('2026-12-03', 'month')).toBe('2026-12-31')
    expect(bucketEnd('9999-12-31', 'week')).toBe('9999-12-31')
  })

  it('refuses to round what is no date', () => {
    expect(() => monthStart('2026-02-30')).toThrow(RangeError)
    expect(() => bucketStart('soon', 'day')).toThrow(RangeError)
  })
})

describe('bucketsBetween', () => {
  it('covers the period without gap or overlap', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(1_200), fc.constantFrom('day', 'week', 'month'), (from, days, size) => {
        fc.pre(dayNumber(from) + days <= LAST)
        const to = addDays(from, days)
        const starts = bucketsBetween(from, to, size)
        expect(starts[0]).toBe(bucketStart(from, size))
        expect(starts.at(-1)).toBe(bucketStart(to, size))
        starts.slice(1).forEach((start, index) => {
          expect(start).toBe(addDays(bucketEnd(starts[index] ?? '', size), 1))
        })
      }),
    )
  })

  it('is empty for a period that ends before it begins', () => {
    expect(bucketsBetween('2026-03-02', '2026-03-01', 'day')).toEqual([])
    expect(bucketsBetween('2026-03-02', '2026-03-01', 'month')).toEqual(['2026-03-01'])
  })
})

describe('dateInZone', () => {
  const zones = [
    'UTC',
    'Europe/Lisbon',
    'America/New_York',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/Sao_Paulo',
  ]

  function reference(instant: Date, timeZone: string): string {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
    const field = Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, part.value]))
    return `${field.year?.padStart(4, '0')}-${field.month}-${field.day}`
  }

  it('agrees with Intl through daylight saving and changes of zone', () => {
    const instants = fc.date({
      min: new Date('1890-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        expect(dateInZone(instant.toISOString(), zone)).toBe(reference(instant, zone))
      }),
      { numRuns: 2_000 },
    )
  })

  it('turns the day at local midnight, not at UTC midnight', () => {
    expect(dateInZone('2026-03-29T22:59:59Z', 'Europe/Paris')).toBe('2026-03-30')
    expect(dateInZone('2026-03-28T22:59:59Z', 'Europe/Paris')).toBe('2026-03-28')
    expect(dateInZone('2026-03-01T04:59:59Z', 'America/New_York')).toBe('2026-02-28')
    expect(dateInZone('2024-03-01T04:59:59Z', 'America/New_York')).toBe('2024-02-29')
    expect(dateInZone('2026-12-31T10:00:00Z', 'Pacific/Kiritimati')).toBe('2027-01-01')
  })

  it('steps over the day that Samoa left out', () => {
    expect(dateInZone('2011-12-30T09:59:59Z', 'Pacific/Apia')).toBe('2011-12-29')
    expect(dateInZone('2011-12-30T10:00:00Z', 'Pacific/Apia')).toBe('2011-12-31')
  })

  it('reads offsets', () => {
    expect(dateInZone('2026-01-01T00:30:00+02:00', 'UTC')).toBe('2025-12-31')
    expect(dateInZone('2026-01-01T00:30:00+02:00', 'Europe/Helsinki')).toBe('2026-01-01')
  })

  it('leaves a calendar date alone in every zone', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...zones), (date, zone) => {
        expect(dateInZone(date, zone)).toBe(date)
      }),
    )
  })

  it.each(['2026-01-01T10:00:00', '2026-02-30T10:00:00Z', '2026-01-01 10:00Z', 'yesterday', ''])(
    'refuses %j, which is no instant',
    (text) => {
      expect(() => dateInZone(text, 'UTC')).toThrow(RangeError)
    },
  )

  it('refuses an unknown zone and a day beyond the calendar', () => {
    expect(() => dateInZone('2026-01-01T10:00:00Z', 'Mars/Olympus')).toThrow(RangeError)
    expect(() => dateInZone('9999-12-31T23:00:00Z', 'Asia/Tokyo')).toThrow(RangeError)
  })
})
