import { addDays } from '@shared/domain/calendar'
import { type FunnelStep, funnelOf, type Journey, median } from '@shared/domain/pipeline/funnel'
import { type EnrolmentStep, enrolmentSteps } from '@shared/domain/vocabulary'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const start = '2026-01-05'

/** A way through the program, by the days after the start on which each step was come to. */
function journey(moves: readonly [EnrolmentStep, number][], left = false): Journey {
  return {
    step: moves.at(-1)?.[0] ?? 'applied',
    left,
    moves: moves.map(([to, day]) => ({ to, on: addDays(start, day) })),
  }
}

const of = (funnel: readonly FunnelStep[], step: EnrolmentStep) => funnel.find((one) => one.step === step)

const arbitraryJourney: fc.Arbitrary<Journey> = fc
  .record({
    moves: fc.array(fc.tuple(fc.constantFrom(...enrolmentSteps), fc.nat(60)), { minLength: 1, maxLength: 8 }),
    left: fc.boolean(),
  })
  .map(({ moves, left }) => {
    let day = 0
    const dated = moves.map(([step, days]): [EnrolmentStep, number] => {
      day += days
      return [step, day]
    })
    // Nobody has left but who is closed.
    return journey(dated, left && moves.at(-1)?.[0] === 'closed')
  })

describe('the funnel', () => {
  test('counts who came how far, also over a step, and loses who left where they were', () => {
    const funnel = funnelOf([
      journey([
        ['applied', 0],
        ['screened', 7],
        ['trained', 21],
        ['ready', 22],
        ['matched', 40],
        ['closed', 200],
      ]),
      journey([
        ['applied', 0],
        ['screened', 3],
        ['ready', 10],
      ]),
      journey(
        [
          ['applied', 0],
          ['screened', 5],
          ['closed', 9],
        ],
        true,
      ),
      journey([['applied', 4]]),
    ])
    expect(funnel.map(({ reached }) => reached)).toEqual([4, 3, 2, 2, 1, 1])
    expect(funnel.map(({ here }) => here)).toEqual([1, 0, 0, 1, 0, 1])
    expect(funnel.map(({ lost }) => lost)).toEqual([0, 1, 0, 0, 0, 0])
    expect(of(funnel, 'screened')).toMatchObject({ ofAll: 0.75, ofBefore: 0.75, medianDays: 7 })
    expect(of(funnel, 'applied')).toMatchObject({ ofAll: 1, ofBefore: null, medianDays: 5 })
    expect(of(funnel, 'closed')).toMatchObject({ ofAll: 0.25, ofBefore: 1, medianDays: null })
  })

  test('whoever was moved back has come as far as they once were', () => {
    const funnel = funnelOf([
      journey([
        ['applied', 0],
        ['ready', 5],
        ['screened', 6],
      ]),
    ])
    expect(funnel.map(({ reached }) => reached)).toEqual([1, 1, 1, 1, 0, 0])
    expect(of(funnel, 'screened')?.here).toBe(1)
  })

  test('whoever came to the end and was brought back has not come to it', () => {
    const funnel = funnelOf([
      journey([
        ['matched', 0],
        ['closed', 5],
        ['ready', 6],
      ]),
    ])
    expect(funnel.map(({ reached }) => reached)).toEqual([1, 1, 1, 1, 1, 0])
  })

  test('of nobody there are no shares and no days', () => {
    for (const step of funnelOf([])) expect(step).toMatchObject({ reached: 0, ofAll: null, medianDays: null })
  })

  test('never widens, and everybody is either in a step or lost in one', () => {
    fc.assert(
      fc.property(fc.array(arbitraryJourney, { maxLength: 40 }), (journeys) => {
        const funnel = funnelOf(journeys)
        const reached = funnel.map((step) => step.reached)
        expect(reached[0]).toBe(journeys.length)
        for (const [at, count] of reached.entries())
          expect(count).toBeLessThanOrEqual(reached[at - 1] ?? count)
        const settled = funnel.reduce((sum, { here, lost }) => sum + here + lost, 0)
        expect(settled).toBe(journeys.length)
        expect(funnel.at(-1)?.reached).toBe(
          journeys.filter(({ step, left }) => step === 'closed' && !left).length,
        )
      }),
    )
  })

  test('does not hang on the order of the enrolments, and two programs add up to both', () => {
    const some = fc.array(arbitraryJourney, { maxLength: 20 })
    fc.assert(
      fc.property(some, some, (one, other) => {
        const both = funnelOf([...one, ...other])
        expect(funnelOf([...other, ...one])).toEqual(both)
        const [a, b] = [funnelOf(one), funnelOf(other)]
        for (const [at, { reached, lost, here }] of both.entries()) {
          expect(reached).toBe((a[at]?.reached ?? 0) + (b[at]?.reached ?? 0))
          expect(lost).toBe((a[at]?.lost ?? 0) + (b[at]?.lost ?? 0))
          expect(here).toBe((a[at]?.here ?? 0) + (b[at]?.here ?? 0))
        }
      }),
    )
  })
})

test('as many values are below the median as above it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 50 }), (values) => {
      const middle = median(values) ?? Number.NaN
      const below = values.filter((value) => value < middle).length
      const above = values.filter((value) => value > middle).length
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
    }),
  )
  expect(median([])).toBeNull()
  expect(median([3, 10, 4])).toBe(4)
  expect(median([10, 3])).toBe(6.5)
})
