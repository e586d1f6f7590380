import { borderFigures, pairsOf } from '@shared/domain/programReport/borders'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { match, person } from './programs'

const place = fc.constantFrom('Amman', 'Leeds', 'Oslo')

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('by lot is the mean over every way to deal the mentees out among the same places with mentors', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 6 }), (pairs) => {
      const matches = pairs.map(([one, other], id) =>
        match({
          id,
          people: [
            person(id + 1, { side: 'mentor', location: one }),
            person(id + 101, { side: 'mentee', location: other }),
          ],
        }),
      )
      const dealt = permutations(pairs.map(([, other]) => other)).map(
        (others) => pairs.filter(([one], at) => one !== others[at]).length,
      )
      const { across, byLot } = borderFigures(matches, 'location')
      expect(across).toBe(pairs.filter(([one, other]) => one !== other).length)
      expect(byLot).toBeCloseTo(mean(dealt), 9)
    }),
    { numRuns: 40 },
  )
})

test('among peers by lot is the share of all pairs of them that lie across', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 7 }), (places) => {
      const circle = match({
        people: places.map((location, id) => person(id + 1, { side: 'peer', location })),
      })
      const { across, within, byLot, unknown } = borderFigures([circle], 'location')
      expect(across + within).toBe((places.length * (places.length - 1)) / 2)
      expect(unknown).toBe(0)
      // Everybody meets everybody in one circle, so there is nothing left to chance.
      expect(byLot).toBeCloseTo(across, 9)
    }),
  )
})

test('two people are one pair however often they are matched, and an unknown place is neither side', () => {
  const mentor = person(1, { side: 'mentor', location: 'Amman' })
  const again = match({ people: [person(2), mentor] })
  const matches = [
    match({ people: [mentor, person(2)] }),
    again,
    match({ people: [mentor, person(3, { location: 'Leeds' })] }),
  ]
  expect(pairsOf(matches)).toHaveLength(2)
  expect(borderFigures(matches, 'location')).toMatchObject({
    across: 1,
    within: 0,
    unknown: 1,
    index: 1,
    byLot: 1,
  })
  expect(borderFigures([], 'location')).toMatchObject({
    across: 0,
    byLot: null,
    index: null,
    indexByLot: null,
  })
})
