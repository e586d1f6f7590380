import { type Cadence, quietness, rhythmOf } from '@shared/domain/cadence'
import { addDays } from '@shared/domain/calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const today = '2026-11-23'
const daysAgo = (days: number) => addDays(today, -days)
const match = (changes: Partial<Cadence>): Cadence => ({
  lastSessionOn: null,
  startedOn: null,
  cadenceDays: 14,
  today,
  ...changes,
})

describe('quietness', () => {
  it.each([
    [0, 'on track', 0],
    [13, 'on track', 0],
    [14, 'due', 0],
    [15, 'due', 1],
    [21, 'due', 7],
    [22, 'quiet', 8],
    [41, 'quiet', 27],
  ])('of a fortnightly match that met %i days ago is %s, %i days late', (days, state, late) => {
    const found = quietness(match({ lastSessionOn: daysAgo(days), startedOn: '2026-01-05' }))
    expect(found).toEqual({ state, daysSince: days, daysLate: late, dueOn: addDays(daysAgo(days), 14) })
  })

  it('counts from the start while there was no session', () => {
    expect(quietness(match({ startedOn: daysAgo(30) })).state).toBe('quiet')
    expect(quietness(match({ startedOn: daysAgo(3) })).state).toBe('on track')
  })

  it('counts from a new start when the last session was before it', () => {
    expect(quietness(match({ lastSessionOn: daysAgo(90), startedOn: daysAgo(2) })).daysSince).toBe(2)
  })

  it('has nothing to say without a cadence or a beginning', () => {
    expect(quietness(match({}))).toEqual({ state: 'unknown', daysSince: null, dueOn: null, daysLate: null })
    expect(quietness(match({ lastSessionOn: daysAgo(9), cadenceDays: null }))).toEqual({
      state: 'unknown',
      daysSince: 9,
      dueOn: null,
      daysLate: null,
    })
  })

  it('is on track while the start or a planned session lies ahead', () => {
    expect(quietness(match({ startedOn: addDays(today, 5) }))).toMatchObject({
      state: 'on track',
      daysSince: -5,
    })
  })

  it('calls nobody quiet within one and a half cadences, and everybody after', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 2_000 }),
        (cadenceDays, days) => {
          const found = quietness(match({ lastSessionOn: daysAgo(days), cadenceDays }))
          expect(found.state === 'quiet').toBe(days * 2 > cadenceDays * 3)
          expect(found.state === 'on track').toBe(days < cadenceDays)
          expect(found.daysLate).toBe(Math.max(0, days - cadenceDays))
          expect((found.dueOn ?? '') <= today).toBe(found.state !== 'on track')
        },
      ),
    )
  })

  it('is due and quiet from the days on that are kept beside a match', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 400, noNaN: true }),
        fc.integer({ min: -100, max: 2_000 }),
        (cadenceDays, days) => {
          const { state, daysLate } = quietness(match({ lastSessionOn: daysAgo(days), cadenceDays }))
          const rhythm = rhythmOf({ since: -days, cadenceDays })
          expect(state === 'quiet').toBe((rhythm?.quietDay ?? 1) <= 0)
          expect(state !== 'on track').toBe((rhythm?.dueDay ?? 1) <= 0)
          expect(daysLate).toBe(Math.max(0, -(rhythm?.dueDay ?? 0)))
        },
      ),
    )
    expect(rhythmOf({ since: null, cadenceDays: 7 })).toBeNull()
    expect(rhythmOf({ since: 20_000, cadenceDays: null })).toBeNull()
  })

  it('never gets worse by a later session', () => {
    const order = ['on track', 'due', 'quiet']
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 90 }), (a, b, cadenceDays) => {
        const earlier = quietness(match({ lastSessionOn: daysAgo(Math.max(a, b)), cadenceDays }))
        const later = quietness(match({ lastSessionOn: daysAgo(Math.min(a, b)), cadenceDays }))
        expect(order.indexOf(later.state)).toBeLessThanOrEqual(order.indexOf(earlier.state))
      }),
    )
  })

  it('is due on the first whole day that reaches a cadence with a fraction', () => {
    const found = quietness(match({ lastSessionOn: daysAgo(31), cadenceDays: 30.4 }))
    expect(found).toMatchObject({ state: 'due', dueOn: today, daysLate: 0 })
  })

  it.each([0, -7, Number.NaN])('refuses a cadence of %d days', (cadenceDays) => {
    expect(() => quietness(match({ cadenceDays }))).toThrow(RangeError)
  })
})
