import { bonusOf, nobody, wholeFit } from '../assignment/problem'
import { Pace, type Steps } from '../steps'

/** Equals by number, in the order of their ids, of whom any two may be a pair: all that counts for finding the best ones. */
export interface Pool {
  people: number
  /**
   * By one, then the other, and the same the other way round: 0 to `wholeFit`; below zero where the two may not be a pair,
   * as of somebody with themselves.
   */
  fits: Int32Array
}

/** A pool in which the last are no people but empty chairs; see `withChairs`. */
export interface SeatedPool extends Pool {
  /** How many people there are, without the chairs. */
  real: number
}

/** What a pair is worth beside its fit: one more counts for more than any sum of fits can make up for. */
export function pairBonus({ people }: Pool): number {
  return bonusOf({ mentees: people })
}

/** What a choice of pairs comes to, without those who sit beside a chair. */
export interface Worth {
  pairs: number
  /** The sum of the fits. */
  total: number
  /** The fit of the weakest pair; the greatest there is where there are no pairs. */
  weakest: number
}

export function worthOf({ fits, people, real }: SeatedPool, partnerOf: Int32Array): Worth {
  const worth: Worth = { pairs: 0, total: 0, weakest: wholeFit }
  for (let person = 0; person < real; person++) {
    const partner = partnerOf[person] ?? nobody
    if (partner < person || partner >= real) continue
    const fit = fits[person * people + partner] ?? 0
    worth.pairs++
    worth.total += fit
    worth.weakest = Math.min(worth.weakest, fit)
  }
  return worth
}

/**
 * Puts an empty chair beside every circle of acquaintances that is odd in number: of an odd number one is left over in any
 * case, and sits beside the chair, where everybody fits equally well. It changes nothing about which pairs are best, and
 * spares proving over and over that nobody more can be served.
 */
export function* withChairs(pool: Pool): Steps<SeatedPool> {
  const odd = (yield* acquaintances(pool)).filter((circle) => circle.length % 2 === 1)
  const { people: real } = pool
  const people = real + odd.length
  if (people === real) return { ...pool, real }
  const fits = new Int32Array(people * people).fill(-1)
  for (let person = 0; person < real; person++) {
    fits.set(pool.fits.subarray(person * real, (person + 1) * real), person * people)
  }
  odd.forEach((circle, at) => {
    for (const person of circle) {
      fits[person * people + real + at] = wholeFit
      fits[(real + at) * people + person] = wholeFit
    }
  })
  return { people, fits, real }
}

/** Everybody, with those who can be reached from pair to pair that may be. */
function* acquaintances({ people, fits }: Pool): Steps<number[][]> {
  const isFound = new Uint8Array(people)
  const circles: number[][] = []
  const pace = new Pace()
  for (let first = 0; first < people; first++) {
    if (isFound[first] === 1) continue
    isFound[first] = 1
    const circle = [first]
    // An array goes on with what is added meanwhile.
    for (const person of circle) {
      for (let other = 0; other < people; other++) {
        if (isFound[other] === 1 || (fits[person * people + other] ?? -1) < 0) continue
        isFound[other] = 1
        circle.push(other)
      }
      if (pace.isDue(people)) yield { label: 'Comparing people', done: first, total: people }
    }
    circles.push(circle)
  }
  return circles
}
