import { nobody } from './assignment/problem'
import { type Choice, numbers, placesOf } from './choice'
import type { Fixed } from './fixedPairs'
import type { MatchingInput } from './input'
import { Forcing } from './pairing/forcing'
import { solvePool } from './pairing/solve'
import type { Pairs } from './pairs'
import type { Steps } from './steps'

/** Pairs off equals around the fixed pairs. */
export function* choosePeers(input: MatchingInput, pairs: Pairs, fixed: readonly Fixed[]): Steps<Choice> {
  const count = pairs.mentees
  const partnerOf = new Int32Array(count).fill(nobody)
  const kinds: Choice['fixed'] = numbers(count).map(() => null)
  for (const { mentee, mentor, kind } of fixed) {
    partnerOf[mentee] = mentor
    partnerOf[mentor] = mentee
    kinds[mentee] = kind
    kinds[mentor] = kind
  }
  const free = numbers(count).filter((person) => kinds[person] === null)
  const freeAt = placesOf(free, count)
  const fits = new Int32Array(free.length * free.length)
  free.forEach((one, at) => {
    free.forEach((other, place) => {
      fits[at * free.length + place] = pairs.fits[one * count + other] ?? -1
    })
  })
  const solution = yield* solvePool({ people: free.length, fits }, input.settings.objective)
  const forcing = new Forcing(solution.pool, solution.optimum)
  solution.partnerOf.forEach((partner, at) => {
    if (partner !== nobody) partnerOf[free[at] ?? 0] = free[partner] ?? nobody
  })
  return {
    mentorOf: partnerOf,
    menteesOf: Array.from(partnerOf, (partner) => (partner === nobody ? [] : [partner])),
    fixed: kinds,
    *cost(one, other) {
      const [first, second] = [freeAt[one] ?? nobody, freeAt[other] ?? nobody]
      return first === nobody || second === nobody ? null : yield* forcing.cost(first, second)
    },
  }
}
