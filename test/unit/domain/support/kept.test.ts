import { addDays } from '@shared/domain/calendar'
import { keptFigures, keptOf, keptWords, type LoggedContact } from '@shared/domain/support/kept'
import { supportPresets } from '@shared/domain/support/plan'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const plan = supportPresets['monthly, then quarterly']
const startedOn = '2026-01-01'
const talk = (day: number): LoggedContact => ({
  on: addDays(startedOn, day),
  depth: 'quick',
  dueOn: null,
  preset: null,
})
const past = { plan, startedOn, endedOn: null, pauses: [], today: addDays(startedOn, 160) }
const outcomes = (more: Partial<Parameters<typeof keptOf>[0]>) =>
  keptOf({ ...past, contacts: [], ...more }).map(({ outcome }) => outcome)

test('each due day is told with what became of it', () => {
  // Due on day 30, 58, 100 and 146 plus 30.
  const lines = keptOf({ ...past, contacts: [talk(28), talk(70), talk(146)] })
  expect(lines.map(({ outcome, contactOn }) => [outcome, contactOn])).toEqual([
    ['kept', addDays(startedOn, 28)],
    ['late', addDays(startedOn, 70)],
    ['missed', addDays(startedOn, 146)],
    ['waiting', null],
  ])
  expect(keptWords(keptFigures(lines))).toBe('1 of 3 check-ins took place in time, 1 later, 1 was let slip.')
})

test('nothing is asked of a match while it is paused, and it is counted anew afterwards', () => {
  const pauses = [{ from: addDays(startedOn, 20), to: addDays(startedOn, 120) }]
  expect(outcomes({ pauses, contacts: [talk(140)] })).toEqual(['kept', 'waiting'])
  expect(outcomes({ pauses: [{ from: addDays(startedOn, 20), to: null }] })).toEqual([])
})

test('after the end nothing is waited for', () => {
  expect(outcomes({ contacts: [talk(28)], endedOn: addDays(startedOn, 50) })).toEqual(['kept'])
  expect(outcomes({ contacts: [talk(28)], endedOn: addDays(startedOn, 65) })).toEqual(['kept', 'late'])
})

test('what was logged under another preset is measured by that one', () => {
  const dueOn = addDays(startedOn, 14)
  const [line] = keptOf({ ...past, contacts: [{ ...talk(28), dueOn, preset: 'EEPM 4th edition' }] })
  expect(line).toMatchObject({ preset: 'EEPM 4th edition', dueOn, outcome: 'late' })
})

test('every contact on another day is one line, and only the last line may be open', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 160 }), { maxLength: 20 }), (days) => {
      const lines = keptOf({ ...past, contacts: days.map(talk) })
      expect(lines.filter(({ contactOn }) => contactOn !== null)).toHaveLength(days.length)
      expect(lines.filter(({ contactOn }) => contactOn === null)).toHaveLength(1)
    }),
  )
})
