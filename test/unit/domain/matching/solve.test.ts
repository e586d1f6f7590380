import { optimum } from '@shared/domain/matching/assignment/optimum'
import { nobody, type Problem } from '@shared/domain/matching/assignment/problem'
import { objectives, solve } from '@shared/domain/matching/assignment/solve'
import { completed } from '@shared/domain/matching/steps'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { chance } from '../../../bench/measure'
import { bestByTrying, problems, worth } from './problems'
import { askScipy, hasScipy } from './scipy'

const long = process.env.COPPICE_LONG === '1'

/** Of any size, always the same for a seed. */
function madeProblem(seed: number, mentees: number, mentors: number, levels: number, most: number): Problem {
  const random = chance(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const forbidden = random() * 0.6
  return {
    mentees,
    mentors,
    fits: Int32Array.from({ length: mentees * mentors }, () =>
      random() < forbidden ? -1 : Math.floor((below(levels) * 1_000_000) / levels),
    ),
    capacity: Int32Array.from({ length: mentors }, () => 1 + below(most)),
    held: new Int32Array(mentors),
  }
}

/** With ties and without, more mentees than places and fewer, and hardly anybody possible. */
const larger = Array.from({ length: long ? 300 : 30 }, (_, seed) => {
  const random = chance(seed)
  const size = () => 1 + Math.floor(random() * (long ? 400 : 150))
  return madeProblem(seed, size(), size(), [3, 20, 1_000_000][seed % 3] ?? 3, 1 + (seed % 4))
})

describe.each(objectives)('the best choice of pairs, objective %s', (objective) => {
  it('is the one that trying all of them finds, by every aim in turn and then by order', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { mentorOf } = completed(solve(problem, objective))
        expect(Array.from(mentorOf)).toEqual(bestByTrying(problem, objective)?.choice)
      }),
      { numRuns: long ? 20_000 : 500 },
    )
  }, 600_000)

  it('never has a forbidden pair, nor more mentees than a mentor takes', () => {
    for (const problem of larger) {
      const loads = new Int32Array(problem.mentors)
      completed(solve(problem, objective)).mentorOf.forEach((mentor, mentee) => {
        if (mentor === nobody) return
        expect(problem.fits[mentee * problem.mentors + mentor]).toBeGreaterThanOrEqual(0)
        loads[mentor] = (loads[mentor] ?? 0) + 1
      })
      loads.forEach((load, mentor) => {
        expect(load).toBeLessThanOrEqual(problem.capacity[mentor] ?? 0)
      })
    }
  })
})

describe('the most mentees and the greatest sum of fits', () => {
  it('are proved by prices that nobody could better', () => {
    for (const problem of larger) {
      const { mentees, mentors, fits, capacity } = problem
      const { seats, menteePrice, mentorPrice, bonus } = completed(optimum(problem, 0))
      let prices = 0
      for (let mentee = 0; mentee < mentees; mentee++) {
        prices += menteePrice[mentee] ?? 0
        expect(menteePrice[mentee]).toBeGreaterThanOrEqual(0)
        for (let mentor = 0; mentor < mentors; mentor++) {
          const fit = fits[mentee * mentors + mentor] ?? -1
          if (fit < 0) continue
          if ((menteePrice[mentee] ?? 0) + (mentorPrice[mentor] ?? 0) < bonus + fit) {
            throw new Error(`Mentee ${mentee} and mentor ${mentor} would be worth more together.`)
          }
        }
      }
      mentorPrice.forEach((price, mentor) => {
        expect(price).toBeGreaterThanOrEqual(0)
        prices += price * Math.min(capacity[mentor] ?? 0, mentees)
      })
      const [served = 0, total = 0] = worth(problem, seats.placeOf, 'total')
      expect(served * bonus + total).toBe(prices)
    }
  })

  test.skipIf(!hasScipy)('are those of scipy (needs python3-scipy)', () => {
    const found = larger.map((problem) =>
      worth(problem, completed(solve(problem, 'total')).mentorOf, 'total'),
    )
    const expected = askScipy(larger)
    expect(found.map(([served, total]) => [served, total])).toEqual(
      expected.map(({ served, total }) => [served, total]),
    )
  })
})

describe('a forbidden pair', () => {
  /** By mentee, then mentor. */
  const problem = (fits: number[]): Problem => ({
    mentees: 2,
    mentors: 2,
    fits: Int32Array.from(fits),
    capacity: Int32Array.of(1, 1),
    held: new Int32Array(2),
  })

  it('is not picked and then skipped: both are served, though one pair alone would fit better than both', () => {
    const fits = [10, 1, 1, -1]
    expect(Array.from(completed(solve(problem(fits), 'total')).mentorOf)).toEqual([1, 0])
    expect(Array.from(completed(solve(problem(fits), 'fair')).mentorOf)).toEqual([1, 0])
  })

  it('leaves somebody without a partner where there is no other', () => {
    expect(Array.from(completed(solve(problem([10, 1, -1, -1]), 'total')).mentorOf)).toEqual([0, nobody])
  })
})

describe('aims one after the other', () => {
  const one = (fits: number[], mentors: number, more: Partial<Problem> = {}): Problem => ({
    mentees: fits.length / mentors,
    mentors,
    fits: Int32Array.from(fits),
    capacity: new Int32Array(mentors).fill(1),
    held: new Int32Array(mentors),
    ...more,
  })
  const chosen = (problem: Problem, objective: 'total' | 'fair') =>
    Array.from(completed(solve(problem, objective)).mentorOf)

  it('fair raises the weakest pair where the total would rather have one strong pair', () => {
    const problem = one([900, 400, 500, 100], 2)
    expect(chosen(problem, 'total')).toEqual([0, 1])
    expect(chosen(problem, 'fair')).toEqual([1, 0])
  })

  it('of equal totals the one with the stronger weakest pair is taken', () => {
    expect(chosen(one([600, 400, 400, 200], 2), 'total')).toEqual([1, 0])
  })

  it('of equal fits the load is even, with what mentors have already', () => {
    const capacity = Int32Array.of(3, 3)
    expect(chosen(one([5, 5, 5, 5], 2, { capacity }), 'total')).toEqual([0, 1])
    expect(chosen(one([5, 5, 5, 5], 2, { capacity, held: Int32Array.of(2, 0) }), 'total')).toEqual([1, 1])
  })

  it('what is left is settled by order', () => {
    expect(chosen(one([5, 5, 5, 5, 5, 5, 5, 5, 5], 3), 'total')).toEqual([0, 1, 2])
    expect(chosen(one([5, 5], 1), 'total')).toEqual([0, nobody])
  })
})

test('nobody on either side is no trouble', () => {
  const empty = { fits: new Int32Array(), held: new Int32Array(), capacity: new Int32Array() }
  expect(completed(solve({ mentees: 0, mentors: 0, ...empty }, 'fair')).mentorOf).toHaveLength(0)
  const alone = completed(solve({ mentees: 3, mentors: 0, ...empty }, 'fair'))
  expect(Array.from(alone.mentorOf)).toEqual([nobody, nobody, nobody])
})
