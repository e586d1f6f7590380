import { calendarTable, isCalendar } from '@main/importing/calendarTable'
import { recordsOf } from '@main/importing/csv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Calendars as programs write them that keep to no standard, or to an old one. */

const today = '2026-11-25'
const good = `
BEGIN:VEVENT
UID:good@x
DTSTART:20261224T100000
DTEND:20261224T110000
SUMMARY:Good one
END:VEVENT`

/** A calendar of these events; each is the lines between its begin and its end. */
function calendar(...events: string[]): string {
  const wrapped = events.map((event) => `BEGIN:VEVENT\n${event.trim()}\nEND:VEVENT\n`)
  return `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//X//EN\n${wrapped.join('')}${good.trim()}\nEND:VCALENDAR\n`.replaceAll(
    '\n',
    '\r\n',
  )
}

/** Date, minutes, title, agenda and people of each meeting, and the line on which it stands. */
function meetings(file: string | Buffer) {
  const bytes = Buffer.from(file)
  expect(isCalendar(bytes.subarray(0, 4096))).toBe(true)
  return recordsOf(calendarTable(bytes, today), ',')
    .slice(1)
    .map(({ line, cells: [date = '', minutes = '', title = '', agenda = '', people = ''] }) => ({
      line,
      date,
      minutes,
      title,
      agenda,
      people,
    }))
}

/** All but the good one, which must be there whatever stands beside it. */
function others(file: string | Buffer) {
  const all = meetings(file)
  expect(all.filter(({ title }) => title === 'Good one')).toMatchObject([
    { date: '2026-12-24', minutes: '60' },
  ])
  return all.filter(({ title }) => title !== 'Good one')
}

const days = (rule: string, start = '20261202T100000') =>
  others(calendar(`DTSTART:${start}\nRRULE:${rule}\nSUMMARY:Series`)).map(({ date }) => date)

describe('dates', () => {
  test.each([
    ['with dashes', 'DTSTART:2026-12-02T10:00:00\nDTEND:2026-12-02T11:30:00', '90'],
    ['without seconds', 'DTSTART:20261202T1000\nDTEND:20261202T1130', '90'],
    ['with a distance from UTC', 'DTSTART:20261202T100000+0000\nDTEND:20261202T103000Z', '30'],
    ['of a day with an hour', 'DTSTART;VALUE=DATE:20261202T000000\nDTEND;VALUE=DATE:20261203', ''],
    ['that end before they begin', 'DTSTART:20261202T100000\nDTEND:20261202T090000', ''],
    ['whose end is no date', 'DTSTART:20261202T100000\nDTEND:later', ''],
    ['with a length', 'DTSTART;TZID="Eastern":20261202T100000\nDURATION:PT45M', '45'],
  ])('%s', (_, lines, minutes) => {
    expect(others(calendar(`${lines}\nSUMMARY:One`))).toMatchObject([{ date: '2026-12-02', minutes }])
  })

  test('that are none are given as they are written, so that they are told', () => {
    for (const day of ['garbage', '20261302T100000', '2026'])
      expect(others(calendar(`DTSTART:${day}\nSUMMARY:When?`))).toMatchObject([{ date: day, title: 'When?' }])
    expect(others(calendar('SUMMARY:When?'))).toMatchObject([{ date: '', title: 'When?' }])
  })
})

describe('rules', () => {
  test('a last day is a whole one, and a day that is left out has no hour', () => {
    expect(days('FREQ=WEEKLY;UNTIL=20261216')).toEqual(['2026-12-02', '2026-12-09', '2026-12-16'])
    const without =
      'DTSTART:20261202T100000\nRRULE:FREQ=WEEKLY;COUNT=3;\nEXDATE;VALUE=DATE:20261209\nSUMMARY:S'
    expect(others(calendar(without)).map(({ date }) => date)).toEqual(['2026-12-02', '2026-12-16'])
  })

  test.each([
    ['D1 #3', ['2026-12-02', '2026-12-03', '2026-12-04']],
    ['D7', ['2026-12-02', '2026-12-09']],
    ['W2 WE FR 20261219T000000', ['2026-12-02', '2026-12-04', '2026-12-16', '2026-12-18']],
    ['MP1 1+ WE 2- FR #3', ['2026-12-02', '2026-12-18', '2027-01-06']],
    ['MD1 2 1- #4', ['2026-12-02', '2026-12-31', '2027-01-02', '2027-01-31']],
    ['YM1 12 2 #2', ['2026-12-02', '2027-02-02']],
    ['YD1 336 1 #2', ['2026-12-02', '2027-01-01']],
  ])('of version 1.0: %s', (rule, expected) => {
    expect(days(rule)).toEqual(expected)
  })

  test('without an end go half a year on, also those of version 1.0', () => {
    expect([days('FREQ=WEEKLY').length, days('W1 WE #0').length]).toEqual([25, 25])
  })

  test.each([
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=99999999999999',
    'FREQ=WEEKLY;INTERVAL=1000000',
    'FREQ=WEEKLY;BYMONTHDAY=2',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=SOMETIMES',
    'every other day',
    '',
  ])('that make no sense leave the first meeting, and are told: %s', (rule) => {
    expect(days(rule)).toEqual(rule === '' ? ['2026-12-02'] : ['2026-12-02', rule])
  })

  test('that never come to another day end', () => {
    expect(days('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31')).toEqual(['2026-12-02'])
    expect(days('FREQ=DAILY;INTERVAL=7;BYDAY=MO')).toEqual(['2026-12-02'])
    const never = 'FREQ=YEARLY;BYDAY=6MO;BYMONTH=2'
    expect(days(never)).toEqual(['2026-12-02', never])
  })
})

test('a text whose ends of lines nobody has escaped is whole', () => {
  const event = `
DTSTART:20261202T100000
SUMMARY:Broken
DESCRIPTION:First line
second line, without a mark

Third: with a colon
http://x.example
LOCATION:Here`
  expect(others(calendar(event))).toMatchObject([
    { agenda: 'First line\nsecond line, without a mark\nThird: with a colon\nhttp://x.example' },
  ])
})

test('people: what no program should write, and the ways of old ones', () => {
  const event = `
DTSTART:20261202T100000
SUMMARY:People
ATTENDEE;CN=Abel, Ana;PARTSTAT=ACCEPTED:mailto:ana@x.example
ATTENDEE;CN="Half quoted;PARTSTAT=ACCEPTED:mailto:half@x.example
ATTENDEE;CN="Mary Roe/Org":MAILTO:mary@x.example?subject=Hello
ATTENDEE;ROLE=ATTENDEE;STATUS=CONFIRMED:Bo Baker <bo@x.example>
ATTENDEE;STATUS=DECLINED:Cy Cole <cy@x.example>
ATTENDEE;CN=By name only:invalid:nomail
X-EMPTY
SEQUENCE:
DTSTAMP:never`
  expect(others(calendar(event))[0]?.people.split('; ')).toEqual([
    'Abel, Ana <ana@x.example>',
    'Half quoted <half@x.example>',
    'Mary Roe/Org <mary@x.example>',
    'Bo Baker <bo@x.example>',
    'By name only',
  ])
})

test('version 1.0, with its own way of writing letters', () => {
  const file = [
    'BEGIN:VCALENDAR',
    'VERSION:1.0',
    'TZ:+01',
    'BEGIN:VEVENT',
    'DTSTART:20261202T090000Z',
    'DTEND:20261202T100000Z',
    'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Treffen mit J=C3=BCrgen=',
    ' und Ana',
    'DESCRIPTION;ENCODING=QUOTED-PRINTABLE:Eins=0D=0Azwei=3B drei, vier',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')
  expect(meetings(file)).toMatchObject([
    { line: 4, minutes: '60', title: 'Treffen mit Jürgen und Ana', agenda: 'Eins\nzwei; drei, vier' },
  ])
})

describe('a file', () => {
  const file = calendar('DTSTART:20261202T100000\nSUMMARY:Café mit Jürgen')

  test('in UTF-16 or Windows-1252, or with other ends of lines, is read as such', () => {
    const wide = Buffer.from(file, 'utf16le')
    for (const bytes of [
      Buffer.from(file, 'latin1'),
      wide,
      Buffer.concat([Buffer.from([0xff, 0xfe]), wide]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()]),
      Buffer.from(`\uFEFF\r\n${file}`),
      Buffer.from(file.replaceAll('\r\n', '\r')),
      Buffer.from(file.replaceAll('\r\n', '\r\n\r\n')),
      Buffer.from(file.replace(/^(BEGIN|END|SUMMARY|DTSTART)/gm, (name) => name.toLowerCase())),
    ])
      expect(others(bytes)).toMatchObject([{ date: '2026-12-02', title: 'Café mit Jürgen' }])
  })

  test('folded in the middle of a letter is whole', () => {
    const [before, after] = file.split('ü')
    const bytes = Buffer.concat([
      Buffer.from(before ?? ''),
      Buffer.from([0xc3]),
      Buffer.from('\r\n '),
      Buffer.from([0xbc]),
      Buffer.from(after ?? ''),
    ])
    expect(others(bytes)).toMatchObject([{ title: 'Café mit Jürgen' }])
  })

  test('that was cut off holds what there is of it', () => {
    const whole = meetings(file)
    expect(meetings(file.slice(0, file.indexOf('DTEND')))).toMatchObject([whole[0], { date: '2026-12-24' }])
  })

  test('in which ends are missing, and parts stand in each other without end, holds its meetings', () => {
    expect(others(file.replace('END:VEVENT', ''))).toMatchObject([{ date: '2026-12-02' }])
    const deep = Array.from({ length: 20_000 }, (_, depth) => `BEGIN:X-${depth}\r\n`).join('')
    expect(meetings(file.replace('END:VEVENT', `END:VEVENT\r\n${deep}`))).toMatchObject([
      { date: '2026-12-02' },
    ])
  })

  test('with a broken time zone keeps its meetings', () => {
    const zones = 'BEGIN:VTIMEZONE\r\nTZID:Broken\r\nEND:VTIMEZONE\r\nBEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\n'
    const event = 'DTSTART;TZID=Broken:20261202T100000\nDTEND;TZID=Broken:20261202T113000\nSUMMARY:There'
    const inZone = calendar(event).replace('BEGIN:VEVENT', `${zones}BEGIN:VEVENT`)
    expect(others(inZone)).toMatchObject([{ line: 9, date: '2026-12-02', minutes: '90' }])
  })
})

test('what only looks like the beginning of something is read to its end at once', () => {
  const long = 300_000
  const event = [
    'DTSTART:20261202T100000',
    'SUMMARY:Long',
    `DESCRIPTION:<br>${'<'.repeat(long)}`,
    `ATTENDEE;CN=${'<br '.repeat(long / 4)}:mailto:${'a@'.repeat(long / 2)}`,
    `ATTENDEE;CN="${'"'.repeat(long)}:${'a'.repeat(long)}`,
  ].join('\n')
  expect(others(calendar(event))).toMatchObject([{ date: '2026-12-02', title: 'Long' }])
})

test('whatever is wrong within one event, all others come in', () => {
  const event = [
    'UID:1@x',
    'DTSTART;TZID=Europe/Lisbon:20261202T100000',
    'DTEND;TZID=Europe/Lisbon:20261202T110000',
    'RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=4',
    'EXDATE;TZID=Europe/Lisbon:20270106T100000',
    'SUMMARY:Plan\\, and more',
    'DESCRIPTION:Bring the outline\\nand a question',
    'ATTENDEE;CN="Ana Abel";PARTSTAT=ACCEPTED:mailto:ana@x.example',
  ].join('\n')
  const change = fc.record({
    at: fc.nat({ max: event.length - 1 }),
    gone: fc.nat({ max: 6 }),
    put: fc.string({ maxLength: 4 }).map((text) => text.replace(/[\r\n]/g, '')),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      let broken = event
      for (const { at, gone, put } of changes) broken = broken.slice(0, at) + put + broken.slice(at + gone)
      others(calendar(broken.replace(/\n /g, '\n')))
    }),
  )
})
