import { describe, expect, it } from 'vitest'
import { on, people, profile, readBoth, recordsOf, season } from './records'

const { first, last } = season

describe('independence of the coordinator', () => {
  const members = [{ coordinates: true as const }, ...people(9)]
  const byOthers = Array.from({ length: 6 }, (_, at) => [at + 1, at + 2] as const)
  const byCoordinator = Array.from({ length: 4 }, (_, at) => [0, at + 1] as const)

  it('is the share of contacts that others initiated, of those of which it is known', () => {
    const met = [{ from: 0, to: 1, day: last, met: true }]
    const { independence } = profile(recordsOf(members, [...on(byOthers), ...on(byCoordinator), ...met]))
    expect(independence).toMatchObject({
      value: 0.6,
      numerator: 6,
      denominator: 10,
      missing: null,
      inputs: { coordinators: 1, contacts: 11 },
    })
  })

  it('is not shown below ten contacts, nor where nobody coordinates', () => {
    expect(profile(recordsOf(members, on(byOthers))).independence).toMatchObject({
      value: null,
      missing: 'Needs at least 10 contacts of which it is known who initiated them; there are 6.',
    })
    const nobody = profile(recordsOf(people(10), [...on(byOthers), ...on(byCoordinator)])).independence
    expect(nobody).toMatchObject({ value: null, missing: 'Nobody is recorded as its coordinator.' })
  })
})

describe('being at a gathering', () => {
  const all = Array.from({ length: 20 }, (_, person) => person)
  const webinars = [0, 14, 28, 42, 56, 70, 84].flatMap((ago) =>
    all.slice(0, 15).map((person) => ({ person, day: last - ago })),
  )
  const before = all.slice(5, 15).map((person) => ({ person, day: first - 3 }))

  it('is taking part, and has a rhythm, but connects nobody', () => {
    const records = recordsOf(people(20), [], { attended: [...webinars, ...before] })
    const { breadth, retention, rhythm, connectedness, evenness } = profile(records)
    expect(breadth).toMatchObject({ numerator: 15, denominator: 20 })
    expect(retention).toMatchObject({ value: 1, numerator: 10, denominator: 10 })
    expect(rhythm).toMatchObject({ inputs: { gatherings: 8 } })
    expect(rhythm.value).toBeGreaterThan(0.8)
    expect(connectedness.value).toBe(0)
    expect(evenness.value).toBeNull()
  })

  it('counts in the span in which it was', () => {
    const { now, before: earlier } = readBoth(recordsOf(people(20), [], { attended: before }))
    expect(now.profile.breadth.numerator).toBe(0)
    expect(earlier.profile.breadth.numerator).toBe(10)
  })
})
