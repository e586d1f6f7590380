import { Pace, type Steps } from '../steps'
import { balanceLoad } from './balance'
import { greatestFloor } from './bottleneck'
import { equalPairs } from './equalPairs'
import { Exchange } from './exchange'
import { type Optimum, optimum } from './optimum'
import { nobody, type Problem } from './problem'
import { breakTies } from './ties'
import { raiseWeakest } from './weakest'

/** What comes after serving the most mentees: the greatest sum of fits, or the strongest weakest pair. */
export const objectives = ['total', 'fair'] as const
export type Objective = (typeof objectives)[number]

export interface Solution {
  /** By mentee: their mentor, or `nobody`. */
  mentorOf: Int32Array
  optimum: Optimum
}

/**
 * The best choice of pairs, by aims of which a later one never costs an earlier one anything:
 * the most mentees served; the greatest sum of fits; the weakest pair as strong as can be (for `fair` before the sum);
 * the most even load; and then the order of the people, so that there is exactly one.
 */
export function* solve(problem: Problem, objective: Objective): Steps<Solution> {
  const pace = new Pace()
  const least = objective === 'fair' ? yield* greatestFloor(problem) : 0
  const found = yield* optimum(problem, least)
  const exchange = new Exchange(problem, found, yield* equalPairs(problem, found, pace))
  const floor = objective === 'fair' ? least : yield* raiseWeakest(exchange, pace)
  yield* balanceLoad(exchange, floor, pace)
  yield* breakTies(exchange, floor, pace)
  const mentorOf = exchange.seats.placeOf.map((mentor) => (mentor === exchange.outside ? nobody : mentor))
  return { mentorOf, optimum: found }
}
