import { breakOut } from '@shared/domain/surveys/breakOut'
import { periodOf, resultsOf, type SurveyResponse } from '@shared/domain/surveys/results'
import type { Scale } from '@shared/domain/surveys/scale'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('groups that may be told apart', () => {
  test('no small one is shown, and none can be found out as what is left of the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (sizes) => {
        const shown = breakOut(sizes)
        expect(shown).toHaveLength(sizes.length)
        sizes.forEach((size, at) => {
          if (shown[at]) expect(size).toBeGreaterThanOrEqual(5)
        })
        const kept = sizes.filter((size, at) => !shown[at] && size > 0)
        const left = kept.reduce((sum, size) => sum + size, 0)
        const everything = sizes.reduce((sum, size) => sum + size, 0)
        if (kept.length === 0) return
        // What is left of the whole is several groups and no few people, unless there is no more to hide behind.
        if (left < everything) {
          expect(kept.length).toBeGreaterThan(1)
          expect(left).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })

  test('shows all that it may', () => {
    expect(breakOut([7, 5, 9])).toEqual([true, true, true])
    expect(breakOut([7, 4, 9])).toEqual([false, false, true])
    expect(breakOut([7, 4, 3, 9])).toEqual([true, false, false, true])
    expect(breakOut([7, 1, 1, 9])).toEqual([false, false, false, true])
    expect(breakOut([7, 0])).toEqual([true, false])
  })
})

const scale: Scale = {
  anchors: ['1', '2', '3', '4', '5'],
  items: [
    { text: 'Well', reversed: false, subscale: 0 },
    { text: 'Badly', reversed: true, subscale: 0 },
  ],
  subscales: [{ name: 'All', whenLow: null }],
  leastAnswered: 100,
}

let next = 1
const sheet = (
  memberId: number | null,
  on: string,
  answers: (number | null)[],
  more: Partial<SurveyResponse> = {},
): SurveyResponse => ({ id: next++, memberId, on, answers, matchId: null, side: null, ...more })

describe('results', () => {
  test('of four people say nothing but how many they are, however often they answered', () => {
    const four = [1, 2, 3, 4, 1, 2, 3, 4].map((member, at) =>
      sheet(member, at < 4 ? '2026-03-01' : '2026-06-01', [4, 2], { side: 'mentee', matchId: 1 }),
    )
    const results = resultsOf(scale, four)
    expect(results).toMatchObject({ responses: 8, people: 4, shown: false, whole: null, alpha: null })
    expect([results.items, results.periods, results.sides.shown, results.matches.shown]).toEqual([
      [null, null],
      [],
      [],
      [],
    ])
  })

  test('of five are means over people, reversed statements turned round', () => {
    const results = resultsOf(
      scale,
      [5, 5, 4, 3, 3].map((value, at) => sheet(at + 1, '2026-03-01', [value, 2])),
    )
    expect(results).toMatchObject({ shown: true, people: 5, whole: 4, subscales: [4], items: [4, 4] })
  })

  test('a figure that only four have a score for is kept back', () => {
    const answers = [1, 2, 3, 4, 5].map((member) => sheet(member, '2026-03-01', [4, member === 5 ? null : 2]))
    expect(resultsOf(scale, answers)).toMatchObject({ shown: true, whole: null, items: [4, null] })
  })

  test('over time by the shortest periods that can all be told, else small ones are kept back', () => {
    const wave = (on: string, people: number) =>
      Array.from({ length: people }, (_, at) => sheet(at + 1, on, [4, 2]))
    const spread = [...wave('2026-01-10', 3), ...wave('2026-03-20', 4), ...wave('2026-05-02', 6)]
    expect(resultsOf(scale, spread).period).toBe('quarter')
    const thin = [...wave('2025-02-10', 6), ...wave('2025-08-20', 7), ...wave('2026-05-02', 2)]
    const { period, periods } = resultsOf(scale, thin)
    expect(period).toBe('quarter')
    // The last has two people; the first is kept back with it, or the whole would tell of the two.
    expect(periods.map(({ from, people }) => [from, people])).toEqual([
      ['2025-01-01', null],
      ['2025-07-01', 7],
      ['2026-04-01', null],
    ])
  })

  test('by side and by match; who is in none does not give a small one away', () => {
    const answers = [
      ...[1, 2, 3, 4, 5, 6].map((member) =>
        sheet(member, '2026-03-01', [4, 2], { side: 'mentee', matchId: 1 }),
      ),
      ...[7, 8].map((member) => sheet(member, '2026-03-01', [2, 4], { side: 'mentor', matchId: 2 })),
      ...[9, 10, 11].map((member) => sheet(member, '2026-03-01', [3, 3], { side: 'mentor' })),
    ]
    const { sides, matches } = resultsOf(scale, answers)
    expect(sides.shown.map(({ key, people, whole }) => [key, people, whole])).toEqual([
      ['mentee', 6, 4],
      ['mentor', 5, 2.6],
    ])
    expect(matches.shown.map(({ key }) => key)).toEqual([1])
    expect(matches.kept).toBe(1)
  })

  test('periods begin where they should', () => {
    expect([
      periodOf('2026-11-25', 'month'),
      periodOf('2026-11-25', 'quarter'),
      periodOf('2026-11-25', 'year'),
    ]).toEqual(['2026-11-01', '2026-10-01', '2026-01-01'])
  })
})
