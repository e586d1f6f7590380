import { partnerOptions } from '@shared/domain/matching/options'
import { completed } from '@shared/domain/matching/steps'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inputs } from './arbitraries'
import { matchingInput, mentee, mentor, named } from './people'
import { numRuns, solved } from './solved'

test('what is told of a partner is what locking the pair and solving again gives', () => {
  fc.assert(
    fc.property(inputs, fc.nat(), (given, pick) => {
      const input = { ...given, settings: { ...given.settings, objective: 'total' as const } }
      const one = input.mentees[pick % Math.max(1, input.mentees.length)]
      if (one === undefined) return
      const { outcome, pairs } = solved(input, new Set())
      const own = pairs.find(({ menteeId }) => menteeId === one.id)
      const options = completed(partnerOptions(input, 'mentee', one.id)) ?? []
      expect(options.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
        input.mentors.map(({ id }) => id).sort((a, b) => a - b),
      )
      expect(options.filter(({ proposed }) => proposed).map(({ id }) => id)).toEqual(
        own ? [own.mentorId] : [],
      )
      for (const { id, cost, fit, taken } of options) {
        expect(taken).toBe(pairs.filter(({ mentorId }) => mentorId === id).length)
        if (cost === null) continue
        const pair = { menteeId: one.id, mentorId: id }
        const forced = solved({ ...input, locked: [...input.locked, pair] }, new Set())
        expect(forced.pairs.find(({ menteeId }) => menteeId === one.id)).toMatchObject({ mentorId: id, fit })
        expect(forced.outcome.served - outcome.served).toBe(cost.served)
        expect(forced.outcome.total - outcome.total).toBe(cost.total)
      }
    }),
    { numRuns },
  )
})

test('who is possible comes before who is not, the best first, seen from either side', () => {
  const input = matchingInput(
    [mentee(1, { skillsWanted: named('bees') }), mentee(2, { vetoes: [11] })],
    [mentor(11), mentor(12, { skillsOffered: named('bees') })],
  )
  const shown = (side: 'mentee' | 'mentor', id: number) =>
    completed(partnerOptions(input, side, id))?.map((option) => [option.id, option.rules, option.taken])
  expect(shown('mentee', 1)).toEqual([
    [12, [], 1],
    [11, [], 1],
  ])
  expect(shown('mentor', 11)).toEqual([
    [1, [], 1],
    [2, ['veto of the mentee'], 1],
  ])
  expect(completed(partnerOptions(input, 'mentor', 99))).toBeNull()
})
