import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarTable } from '@main/importing/calendarTable'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importText } from './importSupport'
import { addMember, openTestFile, type TestFile } from './support'

const today = '2026-11-25'

/** A calendar as Outlook, Google and others write it, with these events. */
function calendar(...events: string[]): string {
  const wrapped = events.map(
    (event) => `BEGIN:VEVENT\r\n${event.trim().replaceAll('\n', '\r\n')}\r\nEND:VEVENT\r\n`,
  )
  return `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//Y//EN\r\n${wrapped.join('')}END:VCALENDAR\r\n`
}

const meeting = `
UID:1@x
DTSTART;TZID=Europe/Lisbon:20261201T230000
DTEND;TZID=Europe/Lisbon:20261202T000000
SUMMARY:Plan\\, and more
DESCRIPTION:Bring the outline\\nand
  a question
ATTENDEE;CN="Ana Abel";PARTSTAT=ACCEPTED:mailto:ana@x.example
ATTENDEE;CN=bo@x.example;PARTSTAT=NEEDS-ACTION:MAILTO:bo@x.example
ATTENDEE;CN=Cy Cole;PARTSTAT=DECLINED:mailto:cy@x.example
ATTENDEE;CUTYPE=ROOM;CN=Room 3:mailto:room3@x.example`

/** Without the empty lines by which each stands where it stands in its file; a line within a cell is told as `⏎`. */
const lines = (text: string | Buffer) =>
  calendarTable(Buffer.from(text), today)
    .replaceAll('\u2028', '⏎')
    .split('\n')
    .filter((line) => line !== '')
    .slice(1)

test('an event is a planned session on the day where it is, with those who did not decline', () => {
  expect(lines(calendar(meeting)).join('\n')).toBe(
    '2026-12-01,60,"Plan, and more",Bring the outline⏎and a question,Ana Abel <ana@x.example>; bo@x.example',
  )
})

test('who invites is there too where the calendar names one person only', () => {
  const event = `
UID:2@x
DTSTART;VALUE=DATE:20280229
SUMMARY:Walk
ORGANIZER;CN=Ana Abel:mailto:ana@x.example
ATTENDEE:mailto:bo@x.example`
  expect(lines(calendar(event))).toEqual(['2028-02-29,,Walk,,Ana Abel <ana@x.example>; bo@x.example'])
})

test('a meeting that comes again is planned half a year ahead, without the times that were cancelled or moved', () => {
  const series = `
UID:3@x
DTSTART:20261101T120000
DTEND:20261101T124500
RRULE:FREQ=MONTHLY
EXDATE:20270101T120000
SUMMARY:Monthly`
  const moved = `
UID:3@x
RECURRENCE-ID:20261201T120000
DTSTART:20261203T120000
DTEND:20261203T123000
SUMMARY:Monthly\\, moved`
  expect(lines(calendar(series, moved))).toEqual([
    '2026-11-01,45,Monthly,,',
    '2026-12-03,30,"Monthly, moved",,',
    '2027-02-01,45,Monthly,,',
    '2027-03-01,45,Monthly,,',
    '2027-04-01,45,Monthly,,',
    '2027-05-01,45,Monthly,,',
  ])
})

test('what was cancelled, and what Coppice has put there itself, is left out', () => {
  const cancelled = meeting.replace('SUMMARY', 'STATUS:CANCELLED\nSUMMARY')
  expect(lines(calendar(cancelled, meeting.replace('UID:1@x', 'UID:check-in-1-2@coppice')))).toEqual([])
})

test('a series that began long ago is planned from two months back, and one meeting of it may stand alone', () => {
  const series = `
UID:4@x
DTSTART;VALUE=DATE:19990101
RRULE:FREQ=DAILY
SUMMARY:Daily`
  const days = lines(calendar(series)).map((line) => line.slice(0, 10))
  expect([days[0], days.at(-1), days.length]).toEqual(['2026-09-26', '2027-05-24', 241])
  const alone = `
UID:5@x
RECURRENCE-ID:20261201T120000
DTSTART:20261203T120000
SUMMARY:Alone`
  expect(lines(calendar(alone))).toEqual(['2026-12-03,,Alone,,'])
})

const fixture = (name: string) => lines(readFileSync(join(import.meta.dirname, '../fixtures/imports', name)))

describe('as it is exported by', () => {
  test('Google: days where the calendar is, a page as text, and how to dial in left out', () => {
    expect(fixture('google.ics').join('\n')).toBe(
      [
        '2026-12-02,60,First talk,Bring the outline⏎⏎- one question⏎- one wish,Mira Okafor <mira@x.example>; rui@x.example',
        '2026-10-05,45,Every eight weeks,,Mira Okafor <mira@x.example>; Rui Silva <rui@x.example>',
        '2027-01-26,30,"Every eight weeks, a day later",,Mira Okafor <mira@x.example>; Rui Silva <rui@x.example>',
        '2027-03-22,45,Every eight weeks,,Mira Okafor <mira@x.example>; Rui Silva <rui@x.example>',
        '2027-05-17,45,Every eight weeks,,Mira Okafor <mira@x.example>; Rui Silva <rui@x.example>',
        '2026-12-24,,Away,,',
      ].join('\n'),
    )
  })

  test('Outlook: zones by their Windows names, one meeting called off, Teams left out', () => {
    expect(fixture('outlook.ics').join('\n')).toBe(
      [
        '2026-12-09,60,Halbzeit,What went well⏎What is next,"Okafor, Mira <mira@x.example>; rui@x.example"',
        '2026-10-05,60,Monthly,,"Okafor, Mira <mira@x.example>; Silva, Rui <rui@x.example>"',
        '2026-11-02,60,Monthly,,"Okafor, Mira <mira@x.example>; Silva, Rui <rui@x.example>"',
        '2027-02-01,60,Monthly,,"Okafor, Mira <mira@x.example>; Silva, Rui <rui@x.example>"',
        '2027-03-01,60,Monthly,,"Okafor, Mira <mira@x.example>; Silva, Rui <rui@x.example>"',
      ].join('\n'),
    )
    expect(fixture('outlook-cancellation.ics')).toEqual([])
  })

  test('Apple: addresses beside a path, one meeting of a series, and two calendars in a file', () => {
    expect(fixture('apple.ics')).toEqual([
      '2026-12-05,,Walk by the river,,Rui Silva <rui@x.example>; Mira Okafor <mira@x.example>',
      '2026-12-02,50,One meeting of a series,,Mira Okafor <mira@x.example>; Rui Silva <rui@x.example>',
      '2026-12-15,,From another calendar,,Rui Silva <rui@x.example>; Mira Okafor <mira@x.example>',
    ])
  })
})

let file: TestFile
beforeEach(() => {
  file = openTestFile()
})
afterEach(() => file.close())

test('a calendar is imported as sessions without notes, whose people are found by their addresses', async () => {
  const ana = await addMember(file, { name: 'Ana Abel', email: 'ana@x.example' })
  const bo = await addMember(file, { name: 'Bo Baker', email: 'bo@x.example' })
  const done = await importText(file, 'sessions', calendar(meeting))
  expect(done).toMatchObject({ added: 1, rejected: [] })
  expect(await file.call('sessions.get', { id: 1 })).toMatchObject({
    heldOn: '2026-12-01',
    minutes: 60,
    title: 'Plan, and more',
    agenda: 'Bring the outline\nand a question',
    notes: '',
    attendeeIds: [ana, bo],
  })
  expect(file.read((db) => db.value('SELECT count(*) FROM members'))).toBe(2)
})
