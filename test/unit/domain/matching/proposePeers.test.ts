import { canonicalInput } from '@shared/domain/matching/canonical'
import type { MatchingInput, Participant } from '@shared/domain/matching/input'
import { withNames } from '@shared/domain/matching/naming'
import { partnerOptions } from '@shared/domain/matching/options'
import { Pairs } from '@shared/domain/matching/pairs'
import { onBothSides } from '@shared/domain/matching/peers'
import type { Proposal } from '@shared/domain/matching/proposal'
import { completed } from '@shared/domain/matching/steps'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { peerInputs } from './arbitraries'
import { matchingInput, named, mentee as person, settings } from './people'
import { bestPairing } from './pools'
import { numRuns, solved } from './solved'

function among(peers: readonly Participant[], more: Partial<MatchingInput> = {}): MatchingInput {
  return { ...matchingInput([], [], more), peers }
}

const couplesOf = ({ pairs }: Proposal) => pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId])

/** Only these count. */
const only = (weights: Partial<MatchingInput['settings']['weights']>) => {
  const nothing = Object.keys(settings({}).weights).map((name) => [name, 0])
  return settings({ weights: { ...Object.fromEntries(nothing), ...weights } })
}

/** What is left to choose beside the fixed pairs, from a table that was made independently of the run. */
function leftToChoose(input: MatchingInput, { pairs }: Proposal) {
  const view = onBothSides(canonicalInput(input))
  const table = completed(Pairs.compared(view))
  const fixed = pairs.filter(({ how }) => how !== 'chosen').flatMap((pair) => [pair.menteeId, pair.mentorId])
  const free = view.mentees.flatMap(({ id }, at) => (fixed.includes(id) ? [] : [at]))
  return {
    people: free.length,
    fits: Int32Array.from(
      free.flatMap((one) => free.map((other) => table.fits[one * table.mentors + other] ?? -1)),
    ),
  }
}

describe('a proposal among peers', () => {
  it('is the same to the last byte whatever their order, and from its stored input', () => {
    fc.assert(
      fc.property(peerInputs(), (input) => {
        const text = JSON.stringify(solved(input))
        const turned = {
          ...input,
          peers: input.peers?.toReversed() ?? [],
          must: input.must.map(({ mentorId, menteeId }) => ({ mentorId: menteeId, menteeId: mentorId })),
        }
        expect(JSON.stringify(solved(turned))).toBe(text)
        expect(JSON.stringify(solved(JSON.parse(JSON.stringify(canonicalInput(input)))))).toBe(text)
      }),
      { numRuns },
    )
  })

  it('is the best that trying all choices finds, beside the pairs that are fixed', () => {
    fc.assert(
      fc.property(peerInputs(), (input) => {
        const proposal = solved(input, new Set())
        const best = bestPairing(leftToChoose(input, proposal), input.settings.objective)
        const chosen = proposal.pairs.filter(({ how }) => how === 'chosen').map(({ fit }) => fit)
        const total = chosen.reduce((sum, fit) => sum + fit, 0)
        const [pairs, second, third] = best.worth
        expect([chosen.length, total]).toEqual([pairs, input.settings.objective === 'fair' ? third : second])
      }),
      { numRuns },
    )
  })

  it('has everybody once, nobody in a forbidden pair, and the same fit from either side with its reasons', () => {
    fc.assert(
      fc.property(peerInputs(), (input) => {
        const { pairs, withoutMentor, withoutMentee, outcome } = solved(input)
        const view = onBothSides(canonicalInput(input))
        const table = completed(Pairs.compared(view))
        const seen = [
          ...pairs.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]),
          ...withoutMentor.map(({ id }) => id),
        ]
        expect(seen.sort((a, b) => a - b)).toEqual(view.mentees.map(({ id }) => id))
        expect(withoutMentee).toEqual([])
        expect(outcome).toMatchObject({ mentees: seen.length, served: 2 * pairs.length })
        for (const { menteeId, mentorId, fit, scores } of pairs) {
          const at = (id: number) => view.mentees.findIndex((one) => one.id === id)
          expect(table.mayBe(at(menteeId), at(mentorId))).toBe(true)
          expect(table.fitOf(at(mentorId), at(menteeId))).toBe(fit)
          const known = scores.filter(({ value }) => value !== null)
          if (known.length > 0) expect(known.reduce((sum, { points }) => sum + points, 0)).toBe(fit)
        }
        expect(JSON.stringify([pairs, withoutMentor])).not.toMatch(/mentors?\b(?!Id)|mentees?\b/)
      }),
      { numRuns },
    )
  })
})

test('each of two is to want what the other offers, and is told by name', () => {
  const input = among(
    [
      person(1, { skillsWanted: named('SQL'), skillsOffered: named('law') }),
      person(2, { skillsWanted: named('law'), skillsOffered: named('SQL') }),
      person(3, { skillsWanted: named('SQL'), skillsOffered: named('tea') }),
      person(4, { skillsWanted: named('bees'), skillsOffered: named('SQL') }),
    ],
    { settings: only({ skills: 10 }) },
  )
  const proposal = solved(input)
  expect(couplesOf(proposal)).toEqual([
    [1, 2],
    [3, 4],
  ])
  expect(proposal.pairs.map(({ fit }) => fit)).toEqual([1_000_000, 500_000])
  const names = ['', 'Ana', 'Ben', 'Cy', 'Dee']
  const words = proposal.pairs.map(({ scores }) =>
    withNames(scores[0]?.words ?? '', (id) => names[id] ?? '?'),
  )
  expect(words).toEqual([
    'Ben offers the one skill that Ana wants: SQL (2 of 4 people). Ana offers the one skill that Ben wants: law (1 of 4 people).',
    'Dee offers the one skill that Cy wants: SQL (2 of 4 people). Cy offers none of the skills that Dee wants: bees.',
  ])
})

test('the odd one is told why, and what it would cost to have it otherwise', () => {
  const there = (id: number, location: string) => person(id, { location })
  const peers = [there(1, 'Leeds'), there(2, 'Leeds'), there(3, 'Porto')]
  const { withoutMentor } = solved(among(peers, { settings: only({ location: 5 }) }))
  expect(withoutMentor).toMatchObject([
    {
      id: 3,
      words:
        'The number is odd, and somebody has to be left over. Both other people are possible, and all of them have partners.',
      best: { id: 1, fit: 0, cost: { served: 0, total: -1_000_000 } },
    },
  ])
  const alone = solved(
    among(peers, {
      apart: [
        [1, 3],
        [2, 3],
      ],
    }),
  ).withoutMentor
  expect(alone).toMatchObject([
    { id: 3, words: 'None of 2 other people is possible: 2 are kept apart from them.' },
  ])
})

test('who may not be a pair is none, and a veto does not say whose it is', () => {
  const input = among([person(1, { vetoes: [2] }), person(2), person(3), person(4)], {
    past: [[3, 1]],
    reporting: [{ id: 4, managerId: 3 }],
  })
  expect(couplesOf(solved(input))).toEqual([
    [1, 4],
    [2, 3],
  ])
  const [first] = completed(partnerOptions(input, 'mentee', 2))?.filter(({ id }) => id === 1) ?? []
  expect(first).toMatchObject({ rules: ['veto'], cost: null })
})

test('locked pairs hold, whichever of the two is named first, and what cannot be is refused with the reason', () => {
  const proposal = solved(
    among([person(1), person(2), person(3), person(4)], {
      must: [{ mentorId: 1, menteeId: 4 }],
      locked: [
        { mentorId: 4, menteeId: 2 },
        { mentorId: 2, menteeId: 9 },
      ],
    }),
  )
  expect(proposal.pairs).toMatchObject([
    { menteeId: 1, mentorId: 4, how: 'must' },
    { menteeId: 2, mentorId: 3, how: 'chosen' },
  ])
  expect(proposal.refused.map(({ words }) => words)).toEqual([
    'One of the two is fixed to somebody else already.',
    'One of the two is not among those who take part.',
  ])
})

test('what is told of a partner is what locking the pair and solving again gives', () => {
  fc.assert(
    fc.property(peerInputs(), (given) => {
      const input = { ...given, must: [], locked: [] }
      const before = solved(input, new Set())
      const [one] = input.peers ?? []
      if (!one) return
      for (const { id, rules, proposed, cost, taken } of completed(partnerOptions(input, 'mentor', one.id)) ??
        []) {
        const pair = { menteeId: one.id, mentorId: id }
        const after = solved({ ...input, locked: [pair] }, new Set())
        const has = before.pairs.some(({ menteeId, mentorId }) => menteeId === id || mentorId === id)
        expect(taken).toBe(has ? 1 : 0)
        if (rules.length > 0) expect(after.refused).toHaveLength(1)
        else if (proposed) {
          // Where the weakest pair counts first, a locked one is nobody's weakest: the rest may be chosen otherwise.
          const { served, total } = before.outcome
          expect(after.outcome).toMatchObject(
            input.settings.objective === 'fair' ? { served } : { served, total },
          )
        } else if (input.settings.objective === 'total') {
          expect(cost).toEqual({
            served: after.outcome.served - before.outcome.served,
            total: after.outcome.total - before.outcome.total,
          })
        }
      }
    }),
    { numRuns: numRuns / 4 },
  )
})
