import { addDays, dayNumber, daysBetween, isoWeekday } from '@shared/domain/calendar'
import { shiftedEnd, yearLater } from '@shared/domain/pipeline/shift'
import { isBack, neighbour, skipped, unusual } from '@shared/domain/pipeline/steps'
import { isStuck, stuckBefore } from '@shared/domain/pipeline/stuck'
import { enrolmentSteps } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const step = fc.constantFrom(...enrolmentSteps)
const date = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1980-01-01', days))
const weekday = (on: string) => isoWeekday(dayNumber(on))

test('what is unusual about a move is told, and nothing else is', () => {
  expect(unusual('applied', 'screened')).toBe('')
  expect(unusual('applied', 'trained')).toBe(', past screened')
  expect(unusual('applied', 'matched')).toBe(', past screened, trained and ready')
  expect(unusual('trained', 'applied')).toBe(', back from trained')
  expect(unusual('applied', 'closed')).toBe('')
})

test('a move goes forward over what lies between, or back over nothing', () => {
  fc.assert(
    fc.property(step, step, (from, to) => {
      const over = skipped(from, to)
      if (isBack(from, to) || from === to) expect(over).toEqual([])
      else
        expect([from, ...over, to]).toEqual(
          enrolmentSteps.slice(enrolmentSteps.indexOf(from)).slice(0, over.length + 2),
        )
    }),
  )
})

test('there and back again is where one was', () => {
  fc.assert(
    fc.property(step, (from) => {
      const next = neighbour(from, 1)
      if (next !== null) expect(neighbour(next, -1)).toBe(from)
      else expect(from).toBe('closed')
    }),
  )
})

test('whoever waits for more than three weeks is stuck; in a match nobody is', () => {
  const today = '2026-11-25'
  expect(isStuck('screened', '2026-11-04', today)).toBe(false)
  expect(isStuck('screened', '2026-11-03', today)).toBe(true)
  expect(isStuck('matched', '2020-01-01', today)).toBe(false)
  fc.assert(
    fc.property(step, date, date, (at, since, on) => {
      expect(isStuck(at, since, on)).toBe(at !== 'matched' && at !== 'closed' && since < stuckBefore(on))
    }),
  )
})

test('a year later is the same day of the week, within days of the same date', () => {
  expect(yearLater('2026-01-05')).toBe('2027-01-04')
  fc.assert(
    fc.property(date, (on) => {
      const later = yearLater(on)
      expect(weekday(later)).toBe(weekday(on))
      expect(Math.abs(daysBetween(addDays(on, 365), later))).toBeLessThanOrEqual(4)
    }),
  )
})

test('a copied program lasts as long as before, to the day of the week', () => {
  expect(shiftedEnd('2026-01-05', '2026-06-26', '2027-01-04')).toBe('2027-06-25')
  fc.assert(
    fc.property(date, fc.nat(800), date, (start, days, again) => {
      const end = addDays(start, days)
      const moved = shiftedEnd(start, end, again)
      expect(moved >= again).toBe(true)
      expect(Math.abs(daysBetween(again, moved) - days)).toBeLessThanOrEqual(3)
      if (days > 3) expect(weekday(moved)).toBe(weekday(end))
    }),
  )
})
