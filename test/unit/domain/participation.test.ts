import { countLevels, levelFlow, levelOf, levels, levelThresholds } from '@shared/domain/participation'
import { participationLevels } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** A window, and members with as many active weeks as fit it. */
const community = fc
  .integer({ min: 1, max: 255 })
  .chain((weeks) => fc.tuple(fc.constant(weeks), fc.uint8Array({ max: weeks, maxLength: 300 })))

describe('levels of participation', () => {
  it('are core from half of the weeks, active from a quarter, peripheral from one', () => {
    const named = Array.from(
      levels(Uint8Array.of(12, 6, 5, 3, 2, 1, 0), 12),
      (index) => participationLevels[index],
    )
    expect(named).toEqual(['core', 'core', 'active', 'active', 'peripheral', 'peripheral', 'outside'])
    expect(levelThresholds(12)).toEqual({ core: 6, active: 3, peripheral: 1 })
    expect(levelThresholds(13)).toEqual({ core: 7, active: 4, peripheral: 1 })
  })

  it('follow the rule by exact fractions in every window', () => {
    fc.assert(
      fc.property(community, ([weeks, active]) => {
        levels(active, weeks).forEach((index, member) => {
          const own = active[member] ?? 0
          const expected =
            own * 2 >= weeks ? 'core' : own * 4 >= weeks ? 'active' : own > 0 ? 'peripheral' : 'outside'
          expect(participationLevels[index]).toBe(own === 0 ? 'outside' : expected)
          expect(levelOf(own, weeks)).toBe(participationLevels[index])
        })
      }),
    )
  })

  it('put people who did the same at the same level, whoever else is there', () => {
    fc.assert(
      fc.property(community, ([weeks, active]) => {
        const all = levels(active, weeks)
        active.forEach((own, member) => {
          expect(all[member]).toBe(levels(Uint8Array.of(own), weeks)[0])
        })
      }),
    )
  })

  it('never lie further out for more active weeks', () => {
    fc.assert(
      fc.property(community, ([weeks, active]) => {
        const found = levels(active.slice().sort(), weeks)
        expect(Array.from(found)).toEqual(Array.from(found).sort((a, b) => b - a))
      }),
    )
  })

  it('force nobody into the core where nobody is active', () => {
    expect(countLevels(levels(new Uint8Array(40), 12))).toEqual({
      core: 0,
      active: 0,
      peripheral: 0,
      outside: 40,
    })
  })

  it('refuse what cannot be', () => {
    expect(() => levels(Uint8Array.of(13), 12)).toThrow(RangeError)
    expect(() => levels(new Uint8Array(0), 0)).toThrow(RangeError)
    expect(() => levelThresholds(2.5)).toThrow(RangeError)
    expect(() => levelThresholds(256)).toThrow(RangeError)
  })
})

describe('counts and flow', () => {
  it('count every member once', () => {
    fc.assert(
      fc.property(community, ([weeks, active]) => {
        const counts = countLevels(levels(active, weeks))
        expect(counts.core + counts.active + counts.peripheral + counts.outside).toBe(active.length)
        expect(counts.outside).toBe(active.filter((own) => own === 0).length)
      }),
    )
  })

  it('tell who moved towards the core and who drifted outward', () => {
    const before = levels(Uint8Array.of(6, 6, 0, 3, 0), 12)
    const after = levels(Uint8Array.of(6, 1, 1, 7, 0), 12)
    expect(levelFlow(before, after)).toEqual({ inward: 2, outward: 1, held: 2 })
    expect(() => levelFlow(before, after.slice(1))).toThrow(RangeError)
  })

  it('mirror when time is turned round', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 100 }), (pairs) => {
        const before = levels(
          Uint8Array.from(pairs, ([own]) => own),
          12,
        )
        const after = levels(
          Uint8Array.from(pairs, ([, own]) => own),
          12,
        )
        const flow = levelFlow(before, after)
        expect(levelFlow(after, before)).toEqual({
          inward: flow.outward,
          outward: flow.inward,
          held: flow.held,
        })
      }),
    )
  })
})
