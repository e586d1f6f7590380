import { calendarFile } from '@main/exporting/calendarFile'
import { supportPresets } from '@shared/domain/support/plan'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addMatch, addMember, addSession, openTestFile, type TestFile } from './support'

const today = '2026-11-25'

let file: TestFile
let match: number
let ana: number
beforeEach(async () => {
  file = openTestFile()
  ana = await addMember(file, { name: 'Ana <Abel>' })
  const bo = await addMember(file, { name: 'Bo Baker' })
  match = await addMatch(file, { program: 'Pathways', mentor: ana, mentee: bo, startedOn: '2026-09-01' })
  const { preset, quick, inDepth } = supportPresets['monthly, then quarterly']
  const plan = { preset, quick: [...quick], inDepth: [...inDepth] }
  await file.call('support.choose', { programId: 1, plan })
  await addSession(file, { attendeeIds: [ana, bo], heldOn: '2026-11-27', notes: '', title: 'Plan, and more' })
})
afterEach(() => file.close())

const checkIn = (madeOn: string) => ({
  ...{ matchId: match, memberId: ana, madeOn, means: 'phone' as const, minutes: null },
  ...{ depth: 'quick' as const, notes: 'Secret.', confidentiality: 'private' as const },
})

test('a page says what was kept of the plan with each of them, and nothing of what was said', async () => {
  await file.call('checkIns.save', { id: null, checkIn: checkIn('2026-10-01') })
  await file.call('checkIns.save', { id: null, checkIn: checkIn('2026-11-10') })
  const document = { what: 'kept' as const, matchId: match, today }
  const { html, title } = await file.call('support.document', document)
  expect(title).toBe('Check-ins - Ana <Abel> and Bo Baker')
  expect(html).toContain('Ana &lt;Abel&gt;')
  expect(html).toContain('1 of 2 check-ins took place in time, 1 later.')
  expect(html).toContain('0 of 1 check-in took place in time, 1 was let slip.')
  expect(html).not.toContain('Secret')
})

test('the sheet of the week has what is late, what is due and what is planned', async () => {
  await file.call('checkIns.save', { id: null, checkIn: checkIn('2026-10-28') })
  const { html } = await file.call('support.document', { what: 'week', today })
  for (const words of [
    'The week from 25 November to 1 December 2026',
    '27 November',
    'Plan, and more',
    'Bo Baker',
  ])
    expect(html).toContain(words)
  expect(html).not.toContain('Secret')
})

/** What another program reads in a calendar file. */
function read(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return { uid: event.uid, on: event.startDate.toString(), summary: event.summary }
  })
}

test('a calendar file has planned sessions and check-ins on their days, overdue ones today', async () => {
  await file.call('checkIns.save', { id: null, checkIn: checkIn('2026-11-10') })
  const { text } = await file.call('support.calendar', { today })
  expect(read(text)).toEqual([
    { uid: 'check-in-1-2@coppice', on: today, summary: 'Check-in with Bo Baker' },
    { uid: 'check-in-1-1@coppice', on: '2026-12-10', summary: 'Check-in with Ana <Abel>' },
    { uid: 'session-1@coppice', on: '2026-11-27', summary: 'Plan, and more' },
  ])
  expect(text).not.toContain('Secret')
})

test('whatever is in the texts, lines are folded at 75 octets and read back as they were', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => text.replace(/\p{Cc}/gu, ' '))
  fc.assert(
    fc.property(line, line, (summary, description) => {
      const text = calendarFile(
        [{ uid: 'a@b', on: '2028-02-29', summary, description }],
        `${today}T08:00:00Z`,
      )
      for (const folded of text.split('\r\n')) expect(Buffer.byteLength(folded)).toBeLessThanOrEqual(75)
      expect(read(text)).toEqual([{ uid: 'a@b', on: '2028-02-29', summary }])
    }),
  )
})
