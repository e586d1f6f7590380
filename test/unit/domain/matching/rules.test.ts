import type { MatchingInput } from '@shared/domain/matching/input'
import { describe, expect, it, test } from 'vitest'
import { matchingInput, mentee, mentor, settings } from './people'
import { solved } from './solved'

describe('pairs that are fixed', () => {
  const people = [
    [mentee(1, { location: 'Leeds' }), mentee(2, { location: 'Porto' }), mentee(3)],
    [mentor(11, { location: 'Leeds' }), mentor(12, { location: 'Porto' })],
  ] as const

  it('are kept, and the others are solved around them', () => {
    const locked = [{ mentorId: 12, menteeId: 1 }]
    const { pairs, withoutMentor } = solved(matchingInput(...people, { locked }))
    expect(pairs.map(({ menteeId, mentorId, how }) => [menteeId, mentorId, how])).toEqual([
      [1, 12, 'locked'],
      [3, 11, 'chosen'],
    ])
    expect(withoutMentor).toMatchObject([{ id: 2, best: { id: 12, cost: null } }])
  })

  it('are refused with the reason where they cannot be', () => {
    const { refused, pairs } = solved(
      matchingInput(...people, {
        apart: [[2, 12]],
        must: [
          { mentorId: 12, menteeId: 2 },
          { mentorId: 11, menteeId: 1 },
        ],
        locked: [
          { mentorId: 11, menteeId: 3 },
          { mentorId: 12, menteeId: 1 },
          { mentorId: 99, menteeId: 3 },
          { mentorId: 11, menteeId: 1 },
        ],
      }),
    )
    expect(refused.map(({ menteeId, mentorId, kind, words }) => [menteeId, mentorId, kind, words])).toEqual([
      [2, 12, 'must', 'The two are kept apart.'],
      [3, 11, 'locked', 'The mentor has no room beside the pairs that are fixed already.'],
      [1, 12, 'locked', 'The mentee is fixed to another mentor already.'],
      [3, 99, 'locked', 'The mentor is not among those who can take somebody.'],
    ])
    expect(pairs[0]).toMatchObject({ menteeId: 1, mentorId: 11, how: 'must' })
  })
})

describe('rules', () => {
  /** Why the two may not be a pair; empty where they may. */
  const forbidden = (
    one: Parameters<typeof mentee>[1],
    other: Parameters<typeof mentor>[1],
    more: Partial<MatchingInput> = {},
  ) =>
    solved(matchingInput([mentee(1, one)], [mentor(11, other)], more)).withoutMentor.flatMap(({ rules }) =>
      rules.map(({ rule }) => rule),
    )

  it('forbid the reporting line in both directions, however long, and no circle ends it', () => {
    const line = (...chain: number[]) =>
      chain.slice(1).map((managerId, at) => ({ id: chain[at] ?? 0, managerId }))
    expect(forbidden({}, {}, { reporting: line(1, 11) })).toEqual(['reporting line'])
    expect(forbidden({}, {}, { reporting: line(1, 50, 51, 11) })).toEqual(['reporting line'])
    expect(forbidden({}, {}, { reporting: line(11, 50, 1) })).toEqual(['reporting line'])
    expect(forbidden({}, {}, { reporting: line(1, 50, 51, 1) })).toEqual([])
    expect(forbidden({}, {}, { reporting: [...line(1, 50), ...line(1, 11)] })).toEqual(['reporting line'])
  })

  it('forbid former matches whichever side they were on, unless that is allowed', () => {
    expect(forbidden({}, {}, { past: [[1, 11]] })).toEqual(['matched before'])
    expect(forbidden({}, {}, { past: [[11, 1]] })).toEqual(['matched before'])
    expect(
      forbidden({}, {}, { past: [[11, 1]], settings: settings({ rules: { matchedBefore: false } }) }),
    ).toEqual([])
  })

  it('forbid what either side does not want, and who is kept apart', () => {
    expect(forbidden({ vetoes: [11] }, { vetoes: [1] }, { apart: [[11, 1]] })).toEqual([
      'kept apart',
      'veto of the mentee',
      'veto of the mentor',
    ])
  })

  it('of language, department and location hold where both are known', () => {
    const all = {
      settings: settings({
        rules: { noCommonLanguage: true, sameDepartment: true, differentLocation: true },
      }),
    }
    const one = { languages: ['de'], department: 'Law', location: 'Leeds' }
    expect(forbidden(one, { languages: ['en'], department: 'Law', location: 'Porto' }, all)).toEqual([
      'no common language',
      'same department',
      'different location',
    ])
    expect(forbidden(one, {}, all)).toEqual([])
    expect(forbidden(one, { languages: ['de', 'en'], department: 'Sales', location: 'Leeds' }, all)).toEqual(
      [],
    )
  })
})

test('pairs that would rather have each other are counted', () => {
  const pace = (answer: number) => ({ workingStyle: { pace: answer } })
  // 1 and 12 answered alike. Together they would leave 2 with 11, who are far apart.
  const { pairs, outcome } = solved(
    matchingInput([mentee(1, pace(3)), mentee(2, pace(4))], [mentor(11, pace(1)), mentor(12, pace(3))]),
  )
  expect(pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId])).toEqual([
    [1, 11],
    [2, 12],
  ])
  expect(outcome.blocking).toBe(1)
})
