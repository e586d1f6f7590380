import { nobody, type Problem } from '@shared/domain/matching/assignment/problem'
import type { Objective } from '@shared/domain/matching/assignment/solve'
import fc from 'fast-check'

/** Small problems with few different fits, so that there are ties; some pairs are forbidden. */
export const problems: fc.Arbitrary<Problem> = fc
  .record({ mentees: fc.integer({ min: 0, max: 7 }), mentors: fc.integer({ min: 0, max: 5 }) })
  .chain(({ mentees, mentors }) =>
    fc
      .record({
        fits: fc.oneof(fc.constant(2), fc.constant(4), fc.constant(1_000_000)).chain((levels) =>
          fc.array(fc.oneof({ weight: 3, arbitrary: fc.nat(levels) }, fc.integer({ min: -9, max: -1 })), {
            minLength: mentees * mentors,
            maxLength: mentees * mentors,
          }),
        ),
        capacity: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: mentors, maxLength: mentors }),
        held: fc.array(fc.nat(2), { minLength: mentors, maxLength: mentors }),
      })
      .map(({ fits, capacity, held }) => ({
        mentees,
        mentors,
        fits: Int32Array.from(fits),
        capacity: Int32Array.from(capacity),
        held: Int32Array.from(held),
      })),
  )

/** What a choice of pairs is worth by each aim, in the order of the aims; more is better. */
export function worth(problem: Problem, choice: ArrayLike<number>, objective: Objective): number[] {
  const { fits, mentors, held } = problem
  const loads = Array.from(held)
  let served = 0
  let total = 0
  let weakest = Number.MAX_SAFE_INTEGER
  for (const [mentee, mentor] of Array.from(choice).entries()) {
    if (mentor === nobody) continue
    const fit = fits[mentee * mentors + mentor] ?? 0
    served++
    total += fit
    weakest = Math.min(weakest, fit)
    loads[mentor] = (loads[mentor] ?? 0) + 1
  }
  const uneven = loads.reduce((sum, load) => sum + load * load, 0)
  return objective === 'fair' ? [served, weakest, total, -uneven] : [served, total, weakest, -uneven]
}

interface Limits {
  /** Fits below this are no pairs, except the forced one. */
  floor: number
  forced: { mentee: number; mentor: number } | null
}

/** Every choice of pairs that there is, those of the first mentors first. */
function* choices(
  problem: Problem,
  { floor, forced }: Limits = { floor: 0, forced: null },
): Generator<number[]> {
  const { mentees, mentors, fits, capacity } = problem
  const choice = new Array<number>(mentees).fill(nobody)
  const room = Array.from(capacity)

  function* choose(mentee: number): Generator<number[]> {
    if (mentee === mentees) {
      yield choice
      return
    }
    const isForced = forced?.mentee === mentee
    for (let mentor = 0; mentor < mentors; mentor++) {
      const fit = fits[mentee * mentors + mentor] ?? -1
      const mayBe = isForced ? mentor === forced.mentor : fit >= floor
      if (!mayBe || (room[mentor] ?? 0) === 0) continue
      room[mentor] = (room[mentor] ?? 0) - 1
      choice[mentee] = mentor
      yield* choose(mentee + 1)
      room[mentor] = (room[mentor] ?? 0) + 1
    }
    choice[mentee] = nobody
    if (!isForced) yield* choose(mentee + 1)
  }

  yield* choose(0)
}

/** The best by trying all of them; of equal ones the first. */
export function bestByTrying(problem: Problem, objective: Objective, limits?: Limits) {
  let best: { choice: number[]; worth: number[] } | null = null
  for (const choice of choices(problem, limits)) {
    const own = worth(problem, choice, objective)
    if (best === null || isMore(own, best.worth)) best = { choice: [...choice], worth: own }
  }
  return best
}

function isMore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, index) => value !== other[index])
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0)
}
