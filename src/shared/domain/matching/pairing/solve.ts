import type { Objective } from '../assignment/solve'
import type { Steps } from '../steps'
import { type Optimum, Pairing } from './optimum'
import { type Pool, type SeatedPool, withChairs } from './pool'
import { breakTies } from './ties'
import { greatestFloor, raiseWeakest } from './weakest'

export interface Solution {
  /** By person: who they are with, or `nobody`. */
  partnerOf: Int32Array
  optimum: Optimum
  /** What the optimum is one of. */
  pool: SeatedPool
}

/**
 * The best choice of pairs among equals, by aims of which a later one never costs an earlier one anything: the most people
 * with a partner; the greatest sum of fits; the weakest pair as strong as can be (for `fair` before the sum); and then the
 * order of the people, so that there is exactly one.
 */
export function* solvePool(given: Pool, objective: Objective): Steps<Solution> {
  const pool = yield* withChairs(given)
  const pairing = new Pairing(pool)
  const floor = objective === 'fair' ? yield* greatestFloor(pool, pairing) : 0
  const optimum = yield* pairing.optimum(floor)
  const best =
    objective === 'fair'
      ? { partnerOf: optimum.partnerOf, floor }
      : yield* raiseWeakest(pool, pairing, optimum)
  return { partnerOf: yield* breakTies(pool, pairing, optimum, best), optimum, pool }
}
