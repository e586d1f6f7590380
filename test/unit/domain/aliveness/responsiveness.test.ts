import { evidenceOf } from '@shared/domain/aliveness/evidence'
import { medianWait } from '@shared/domain/aliveness/responsiveness'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, chain, on, people, profile, readBoth, recordsOf, season } from './records'

const { first, last } = season

/** 0 coordinates, the others are members. */
const members = [{ coordinates: true as const }, ...people(9)]

const records = (asks: readonly Asked[]) =>
  recordsOf(members, on(chain(9)), { asks: asks.toSorted((one, other) => one.day - other.day) })

const answered = (day: number, by: number, days: number): Asked => ({ asker: 1, day, answers: [[by, days]] })

describe('responsiveness', () => {
  it('is the share of asks that a member answered within seven days', () => {
    const found = profile(
      records([
        answered(first, 2, 0),
        answered(first + 1, 3, 7),
        answered(first + 2, 3, 8),
        // A coordinator's answer counts beside it alone.
        answered(first + 3, 0, 1),
        {
          asker: 2,
          day: first + 4,
          answers: [
            [0, 1],
            [4, 6],
          ],
        },
        { asker: 2, day: first + 5 },
      ]),
    ).responsiveness
    expect(found).toMatchObject({ value: 0.5, numerator: 3, denominator: 6, missing: null })
    expect(found.also).toMatchObject([{ numerator: 4, denominator: 6 }])
    expect(found.inputs).toMatchObject({ asks: 6, unanswered: 1, medianDays: 1 })
  })

  it('counts no ask before it has had its seven days, answered or not, and each in one span alone', () => {
    const asks = [
      answered(last, 2, 0),
      { asker: 1, day: last - 6 },
      answered(last - 7, 2, 0),
      answered(first - 7, 2, 1),
      answered(first - 8, 2, 1),
    ]
    const { now, before } = readBoth(records(asks))
    expect(now.profile.responsiveness).toMatchObject({ value: null, numerator: 2, denominator: 2 })
    expect(now.profile.responsiveness.missing).toBe('Needs at least 5 asks that are a week old; there are 2.')
    expect(before.profile.responsiveness).toMatchObject({ numerator: 1, denominator: 1 })
  })

  it('says where asks are noted when there are none', () => {
    expect(profile(records([])).responsiveness.missing).toMatch(/No ask is recorded/)
  })

  it('opens down to the asks, those that wait apart', () => {
    const { period, profile: read } = readBoth(
      records([
        answered(first, 2, 3),
        answered(first + 1, 2, 9),
        answered(first + 2, 0, 1),
        { asker: 3, day: first + 3 },
        answered(first + 4, 4, 0),
      ]),
    ).now
    const groups = evidenceOf('responsiveness', period)
    expect(groups.map(({ rows }) => rows.map(({ ask }) => ask))).toEqual([[5, 1], [3, 2], [4]])
    expect(groups[0]?.rows[1]).toEqual({ people: [1, 2], day: first, count: 3, ask: 1 })
    expect(read.responsiveness).toMatchObject({ numerator: 2, denominator: 5 })
  })
})

describe('the median time to the first answer', () => {
  const asks = (waits: readonly (number | null)[], from = 0) =>
    records(
      waits.map((wait) => ({ asker: 1, day: from, ...(wait === null ? {} : { answers: [[2, wait]] }) })),
    ).asks

  it('is the plain one where every ask was answered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }), (waits) => {
        const sorted = waits.toSorted((one, other) => one - other)
        expect(medianWait(asks(waits), 100)).toBe(sorted[Math.ceil(sorted.length / 2) - 1])
      }),
    )
  })

  it('is none while fewer than half of them are answered, and never shorter for those that still wait', () => {
    expect(medianWait(asks([1, null, null]), 90)).toBeNull()
    expect(medianWait(asks([1, 4, null]), 90)).toBe(4)
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 30 }),
        (waits) => {
          const known = waits.filter((wait) => wait !== null)
          const [all, some] = [medianWait(asks(waits), 100), medianWait(asks(known), 100)]
          if (all !== null) expect(all).toBeGreaterThanOrEqual(some ?? 0)
        },
      ),
    )
  })

  it('takes an ask that was made yesterday for one that has waited a day, not for one without an answer', () => {
    const old = [2, 3, 5].map((wait): Asked => ({ asker: 1, day: 0, answers: [[2, wait]] }))
    const fresh = Array.from({ length: 9 }, (): Asked => ({ asker: 1, day: 99 }))
    expect(medianWait(records([...old, ...fresh]).asks, 100)).toBe(3)
  })
})
