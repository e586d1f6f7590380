import { nobody, wholeFit } from '@shared/domain/matching/assignment/problem'
import type { Objective } from '@shared/domain/matching/assignment/solve'
import type { Pool } from '@shared/domain/matching/pairing/pool'
import fc from 'fast-check'
import { chance } from '../../../bench/measure'

/** Up to eight people with few different fits, so that there are ties; some pairs are forbidden. */
export const pools: fc.Arbitrary<Pool> = fc.integer({ min: 0, max: 8 }).chain((people) =>
  fc
    .oneof(fc.constant(1), fc.constant(4), fc.constant(wholeFit))
    .chain((levels) =>
      fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat(levels) }, fc.constant(-1)), {
        minLength: (people * (people - 1)) / 2,
        maxLength: (people * (people - 1)) / 2,
      }),
    )
    .map((fits) => poolOf(people, (at) => fits[at] ?? -1)),
)

/** Of any size, always the same for a seed. */
export function madePool(seed: number, people: number, levels: number): Pool {
  const random = chance(seed)
  const forbidden = random() * 0.9
  return poolOf(people, () =>
    random() < forbidden ? -1 : Math.floor((Math.floor(random() * levels) * wholeFit) / levels),
  )
}

/** @param fitAt by number of the two, counted from the first with the second, the first with the third … */
function poolOf(people: number, fitAt: (at: number) => number): Pool {
  const fits = new Int32Array(people * people).fill(-1)
  let at = 0
  for (let one = 0; one < people; one++) {
    for (let other = one + 1; other < people; other++) {
      const fit = fitAt(at++)
      fits[one * people + other] = fit
      fits[other * people + one] = fit
    }
  }
  return { people, fits }
}

/** What a choice is worth by each aim, in the order of the aims; more is better. */
export function poolWorth(
  { fits, people }: Pool,
  partnerOf: ArrayLike<number>,
  objective: Objective,
): number[] {
  const own = Array.from(partnerOf).flatMap((partner, person) =>
    partner > person ? [fits[person * people + partner] ?? 0] : [],
  )
  const total = own.reduce((sum, fit) => sum + fit, 0)
  const weakest = Math.min(wholeFit, ...own)
  return objective === 'fair' ? [own.length, weakest, total] : [own.length, total, weakest]
}

interface Limits {
  /** Fits below this are no pairs, except the forced one. */
  floor: number
  forced: readonly [number, number] | null
}

/** Every choice of pairs that there is, those of the first partners first. */
function* choices({ people, fits }: Pool, { floor, forced }: Limits): Generator<number[]> {
  const partnerOf = new Array<number>(people).fill(nobody)
  const isDone = new Array<boolean>(people).fill(false)

  function join(one: number, other: number): void {
    partnerOf[one] = other
    partnerOf[other] = one
    isDone[one] = true
    isDone[other] = true
  }

  function* choose(person: number): Generator<number[]> {
    if (person === people) {
      yield partnerOf
      return
    }
    if (isDone[person]) {
      yield* choose(person + 1)
      return
    }
    for (let other = person + 1; other < people; other++) {
      if (isDone[other] || (fits[person * people + other] ?? -1) < floor) continue
      join(person, other)
      yield* choose(person + 1)
      for (const one of [person, other]) {
        partnerOf[one] = nobody
        isDone[one] = false
      }
    }
    yield* choose(person + 1)
  }

  if (forced !== null) join(...forced)
  yield* choose(0)
}

/** The best by trying all of them; of equal ones the first. */
export function bestPairing(pool: Pool, objective: Objective, limits: Limits = { floor: 0, forced: null }) {
  let best: { partnerOf: number[]; worth: number[] } = { partnerOf: [], worth: [-1] }
  for (const partnerOf of choices(pool, limits)) {
    const worth = poolWorth(pool, partnerOf, objective)
    const at = worth.findIndex((value, index) => value !== best.worth[index])
    if (at !== -1 && (worth[at] ?? 0) > (best.worth[at] ?? -1)) best = { partnerOf: [...partnerOf], worth }
  }
  return best
}
