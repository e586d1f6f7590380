import { judgeDateOrder } from '@main/importing/dateOrder'
import { isDaySerial, momentOfSerial, readMoment } from '@main/importing/dateValues'
import { instantMaker } from '@main/importing/instants'
import { monthOf } from '@main/importing/monthNames'
import { readTime } from '@main/importing/timeValues'
import { fromDayNumber } from '@shared/domain/calendar'
import type { DateOrder, DateReading } from '@shared/domain/imports'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** The date that a text is read as, with its time where there is one, or the problem. */
function read(text: string, order: DateOrder | null = null): string {
  const moment = readMoment(text, order)
  if (typeof moment === 'string') return moment
  return moment.time === null ? moment.date : `${moment.date} ${moment.time.time}`
}

const day = fc.integer({ min: -25_567, max: 84_000 }).map(fromDayNumber)

describe('dates that say themselves what they are', () => {
  test.each([
    ['2024-03-12', '2024-03-12'],
    ['2024/3/12', '2024-03-12'],
    ['20240312', '2024-03-12'],
    ['2024-03-12T14:05:11Z', '2024-03-12 14:05:11'],
    ['2024-03-12T14:05:11.123+01:00', '2024-03-12 14:05:11'],
    ['2024-03-12 14:05', '2024-03-12 14:05:00'],
    ['20240312T140511Z', '2024-03-12 14:05:11'],
    ['2024/03/12 3:45:10 PM GMT+1', '2024-03-12 15:45:10'],
    ['12 Mar 2024', '2024-03-12'],
    ['7-Feb-22', '2022-02-07'],
    ['7-Feb-98', '1998-02-07'],
    ['March 12, 2024', '2024-03-12'],
    ['Mar 12th, 2024', '2024-03-12'],
    ['Tuesday, March 12, 2024 at 2:05 PM', '2024-03-12 14:05:00'],
    ['Tue, 12 Mar 2024 14:05:11 +0000', '2024-03-12 14:05:11'],
    ['12. März 2024', '2024-03-12'],
    ['Do., 12. Dezember 2024 um 14:05 Uhr', '2024-12-12 14:05:00'],
    ['1er février 2024', '2024-02-01'],
    ['mar. 12 mars 2024 à 14h05', '2024-03-12 14:05:00'],
    ['12 de marzo de 2024', '2024-03-12'],
    ['12 de março de 2024', '2024-03-12'],
    ['12 maggio 2024', '2024-05-12'],
    ['12 mei 2024', '2024-05-12'],
    ['2024 Mar 12', '2024-03-12'],
    ['05/05/2024', '2024-05-05'],
    ['25/03/2024', '2024-03-25'],
    ['  12\u202fMar\u00a02024 ', '2024-03-12'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['2024-02-30', 'no such day'],
    ['2023-02-29', 'no such day'],
    ['31 Apr 2024', 'no such day'],
    ['32 Mar 2024', 'no such day'],
    ['2024-03-12 25:00', 'no such time'],
    ['2024-03-12 12:61', 'no such time'],
    ['March 2024', 'no date'],
    ['2024', 'no date'],
    ['soon', 'no date'],
    ['Room 12, March Street 2024', 'no date'],
    ['12/3', 'no date'],
    ['12-3/2024', 'no date'],
    ['0024-03-12', 'no date'],
    ['45000', 'no date'],
  ])('%s is refused: %s', (text, problem) => {
    expect(read(text)).toBe(problem)
  })
})

describe('dates that need an order', () => {
  test('are read as it says, and never guessed', () => {
    expect(read('03/04/2024', 'dmy')).toBe('2024-04-03')
    expect(read('03/04/2024', 'mdy')).toBe('2024-03-04')
    expect(read('03/04/2024')).toBe('two readings')
    expect(read('03.04.2024')).toBe('two readings')
    expect(read('03/04/2024', 'ymd')).toBe('two readings')
    expect(read('24-03-04', 'ymd')).toBe('2024-03-04')
    expect(read('7/22/26, 7:02:11\u202fPM', 'mdy')).toBe('2026-07-22 19:02:11')
    expect(read('12. 3. 2024', 'dmy')).toBe('2024-03-12')
  })

  test('that only the other order allows are days that do not exist', () => {
    expect(read('03/25/2024', 'dmy')).toBe('no such day')
    expect(read('31/02/2024', 'dmy')).toBe('no such day')
    expect(read('99/99/2024')).toBe('no such day')
  })

  test('two digits of a year are 2000 to 2068 or 1969 to 1999', () => {
    expect(read('1/2/00', 'dmy')).toBe('2000-02-01')
    expect(read('1/2/68', 'dmy')).toBe('2068-02-01')
    expect(read('1/2/69', 'dmy')).toBe('1969-02-01')
    expect(read('1/2/99', 'dmy')).toBe('1999-02-01')
  })

  test('any day survives being written in any order, with any sign', () => {
    const sign = fc.constantFrom('/', '-', '.', ' / ')
    const padded = fc.boolean()
    fc.assert(
      fc.property(
        day,
        fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd'),
        sign,
        padded,
        (date, order, between, pad) => {
          const [year = '', month = '', dayOfMonth = ''] = date
            .split('-')
            .map((part) => (pad ? part : `${Number(part)}`))
          const parts = {
            dmy: [dayOfMonth, month, year],
            mdy: [month, dayOfMonth, year],
            ymd: [year, month, dayOfMonth],
          }
          expect(read(parts[order].join(between), order)).toBe(date)
        },
      ),
    )
  })

  test('any day survives being written with its month’s name, in any of the languages', () => {
    const languages = fc.constantFrom('en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-PT', 'it-IT', 'nl-NL')
    const length = fc.constantFrom<'long' | 'short'>('long', 'short')
    fc.assert(
      fc.property(day, languages, length, fc.boolean(), (date, language, month, weekday) => {
        const format = new Intl.DateTimeFormat(language, {
          timeZone: 'UTC',
          day: 'numeric',
          month,
          year: 'numeric',
          ...(weekday ? { weekday: 'long' } : {}),
        })
        // Portuguese writes short months as numbers, which need an order like all numbers.
        const text = format.format(Date.parse(date))
        fc.pre(/\p{L}/u.test(text.replace(/\bde\b/g, '')) && !/\d\/\d/.test(text))
        expect(read(text)).toBe(date)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the order of a file’s dates', () => {
  test.each<[string, string[], DateReading]>([
    ['one date with 25 in front', ['03/04/2024', '25/03/2024', '01/02/2024'], 'dmy'],
    ['one date with 25 in the middle', ['03/04/2024', '03/25/2024'], 'mdy'],
    ['two digits for the year', ['7/22/26, 7:02:11 PM', '7/2/26, 7:02:11 PM'], 'mdy'],
    ['nothing that proves an order', ['03/04/2024', '11/12/2024'], 'ambiguous'],
    ['dotted dates that prove nothing', ['03.04.2024'], 'ambiguous'],
    ['years of two digits that may stand in front', ['24-03-12', '24-03-30'], 'ambiguous'],
    ['a year of two digits that can be nothing else', ['98-03-12'], 'ymd'],
    ['both orders proved', ['25/03/2024', '03/25/2024'], 'contradictory'],
    ['the year in front', ['2024/03/12', '2024-03-12'], 'ymd'],
    ['months by name', ['12 Mar 2024', '7-Feb-22'], 'unambiguous'],
    ['day and month alike', ['05/05/2024', '11/11/2024'], 'unambiguous'],
    ['no dates', ['', 'soon', '99/99/2024'], 'unambiguous'],
    ['ISO dates and one that proves', ['2024-03-12', '25/03/2024'], 'dmy'],
  ])('with %s', (_, values, reading) => {
    expect(judgeDateOrder(values).reading).toBe(reading)
  })

  test('comes with the dates that show it', () => {
    expect(judgeDateOrder(['03/04/2024', '25/03/2024', '26/03/2024', '03/27/2024']).evidence).toEqual({
      dayFirst: '25/03/2024',
      monthFirst: '03/27/2024',
      yearFirst: null,
      eitherWay: '03/04/2024',
    })
  })

  test('is never another one than the dates were written in', () => {
    const written = fc.array(day, { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(written, fc.constantFrom<'dmy' | 'mdy'>('dmy', 'mdy'), (dates, order) => {
        const texts = dates.map((date) => {
          const [year, month, dayOfMonth] = date.split('-')
          return order === 'dmy' ? `${dayOfMonth}/${month}/${year}` : `${month}/${dayOfMonth}/${year}`
        })
        const { reading } = judgeDateOrder(texts)
        expect([order, 'ambiguous', 'unambiguous']).toContain(reading)
        if (reading !== 'ambiguous') {
          const given = reading === 'unambiguous' ? null : order
          expect(texts.map((text) => read(text, given))).toEqual(dates)
        }
      }),
    )
  })
})

describe('Excel’s day numbers', () => {
  test('are days, with a part of a day as a time', () => {
    expect(momentOfSerial('45363')).toEqual({ date: '2024-03-12', time: null })
    expect(momentOfSerial('45363.5')).toMatchObject({ date: '2024-03-12', time: { time: '12:00:00' } })
    expect(momentOfSerial('45363,75')).toMatchObject({ date: '2024-03-12', time: { time: '18:00:00' } })
  })

  test('are five digits of the years about now', () => {
    expect(['45363', '45363.25', '20000'].every(isDaySerial)).toBe(true)
    expect(['1', '19999', '61000', '2024', '453630', '45363a'].some(isDaySerial)).toBe(false)
  })
})

describe('times', () => {
  test.each([
    ['14:05', '14:05:00', null],
    ['2:05 PM', '14:05:00', null],
    ['12:05 a.m.', '00:05:00', null],
    ['12:05 PM', '12:05:00', null],
    ['14h05', '14:05:00', null],
    ['14.05 Uhr', '14:05:00', null],
    ['7 pm', '19:00:00', null],
    ['14:05:11.2Z', '14:05:11', 0],
    ['14:05-05:30', '14:05:00', -330],
    ['14:05 (UTC+02:00)', '14:05:00', 120],
  ])('%s is %s', (text, time, offset) => {
    expect(readTime(text)).toEqual({ time, offset, zoneUnknown: false })
  })

  test('a zone that can mean several is not taken for one of them', () => {
    expect(readTime('14:05 IST')).toEqual({ time: '14:05:00', offset: null, zoneUnknown: true })
  })

  test.each(['24:00', '14:60', '13 am', '14', 'noon', '14:05 or so'])('%s is none', (text) => {
    expect(readTime(text)).toBeNull()
  })
})

describe('instants', () => {
  const instant = (text: string, zone: string): string => {
    const moment = readMoment(text, null)
    return typeof moment === 'string' ? moment : instantMaker(zone)(moment)
  }

  test.each([
    ['2024-03-12T14:05:11Z', 'Europe/Lisbon', '2024-03-12T14:05:11Z'],
    ['2024-03-12T23:30:00-05:00', 'UTC', '2024-03-13T04:30:00Z'],
    ['2024-03-12 14:05', 'UTC', '2024-03-12T14:05:00Z'],
    ['2024-07-12 14:05', 'Europe/Berlin', '2024-07-12T12:05:00Z'],
    ['2024-01-12 00:05', 'Europe/Berlin', '2024-01-11T23:05:00Z'],
    ['2024-03-31 02:30', 'Europe/Berlin', '2024-03-31T01:30:00Z'],
    ['2024-10-27 02:30', 'Europe/Berlin', '2024-10-27T00:30:00Z'],
    ['2024-03-12', 'Asia/Tokyo', '2024-03-12'],
    ['2024-03-12 14:05 EST', 'UTC', '2024-03-12'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(instant(text, zone)).toBe(expected)
  })
})

test('month names of seven languages are known, and nothing else', () => {
  expect(['Jan', 'février', 'MÄRZ', 'abril', 'mei', 'giugno', 'août', 'Okt'].map(monthOf)).toEqual([
    1, 2, 3, 4, 5, 6, 8, 10,
  ])
  expect(monthOf('Monday')).toBeNull()
})
