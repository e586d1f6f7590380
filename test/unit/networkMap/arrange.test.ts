import { arrange } from '@renderer/features/networkMap/arrange'
import type { ToArrange } from '@renderer/features/networkMap/layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const toArrange = fc
  .record({
    people: fc.integer({ min: 0, max: 40 }),
    ties: fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }),
  })
  .map(
    ({ people, ties }): ToArrange => ({
      ids: Int32Array.from({ length: people }, (_, at) => 7 * at + 1),
      radii: new Float32Array(people).fill(6),
      ties: Uint32Array.from(ties.filter(([a, b]) => a < b && b < people).flat()),
      length: 60,
      apart: 14,
    }),
  )

describe('the places of people on the map', () => {
  it('are the same for the same ties, with those who have none in rows below, and nobody on anybody there', () => {
    fc.assert(
      fc.property(toArrange, (what) => {
        const places = arrange(what)
        expect(arrange(what)).toEqual(places)
        expect(places.every(Number.isFinite)).toBe(true)
        const tied = new Set(what.ties)
        const y = (dot: number) => places[2 * dot + 1] ?? 0
        const everybody = [...what.ids.keys()]
        const alone = everybody.filter((dot) => !tied.has(dot))
        const lowest = Math.max(...[...tied].map(y))
        for (const dot of tied.size > 0 ? alone : []) expect(y(dot)).toBeGreaterThan(lowest)
        const spots = new Set(alone.map((dot) => `${places[2 * dot]} ${y(dot)}`))
        expect(spots.size).toBe(alone.length)
      }),
      { numRuns: 40 },
    )
  })

  it('bring those together who have ties', () => {
    const round = (first: number) =>
      [0, 1, 2, 3, 4].flatMap((one) =>
        [0, 1, 2, 3, 4].filter((other) => other > one).map((other) => [first + one, first + other]),
      )
    const places = arrange({
      ids: Int32Array.from({ length: 10 }, (_, at) => at + 1),
      radii: new Float32Array(10).fill(6),
      ties: Uint32Array.from([...round(0), ...round(5), [0, 5]].flat()),
      length: 60,
      apart: 14,
    })
    const far = (one: number, other: number) =>
      Math.hypot(
        (places[2 * one] ?? 0) - (places[2 * other] ?? 0),
        (places[2 * one + 1] ?? 0) - (places[2 * other + 1] ?? 0),
      )
    const mean = (pairs: number[][]) =>
      pairs.reduce((sum, [a = 0, b = 0]) => sum + far(a, b), 0) / pairs.length
    const across = [1, 2, 3, 4].flatMap((one) => [6, 7, 8, 9].map((other) => [one, other]))
    expect(mean([...round(0), ...round(5)])).toBeLessThan(mean(across) / 1.5)
  })
})
