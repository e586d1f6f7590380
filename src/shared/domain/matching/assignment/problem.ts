import { Pace, type Steps } from '../steps'

/** Fits are whole millionths, so that sums are exact and two proposals can be compared without rounding. */
export const wholeFit = 1_000_000

/**
 * Mentees and mentors by number, each in the order of their ids, and what is known of each two: all that counts for
 * finding the best pairs.
 */
export interface Problem {
  mentees: number
  mentors: number
  /** By mentee, then mentor: 0 to `wholeFit`; below zero where the two may not be a pair. */
  fits: Int32Array
  /** How many of these mentees each mentor takes, at least one. */
  capacity: Int32Array
  /** How many others each mentor has already: for an even load. */
  held: Int32Array
}

/** Nobody, where a mentor's number could stand. */
export const nobody = -1

/**
 * What serving one more mentee counts for, in millionths: more than any sum of fits can make up for, twice, so that
 * both can be read from one number.
 */
export function bonusOf({ mentees }: Pick<Problem, 'mentees'>): number {
  return 2 * (mentees + 1) * wholeFit
}

/** The fits by mentor, then mentee. */
export function* transposed({ fits, mentees, mentors }: Problem): Steps<Int32Array> {
  const turned = new Int32Array(fits.length)
  const pace = new Pace()
  const block = 32
  for (let first = 0; first < mentees; first += block) {
    const last = Math.min(mentees, first + block)
    for (let mentor = 0; mentor < mentors; mentor++) {
      for (let mentee = first; mentee < last; mentee++) {
        turned[mentor * mentees + mentee] = fits[mentee * mentors + mentor] ?? 0
      }
    }
    if (pace.isDue(block * mentors)) yield { label: 'Turning the table round', done: 0, total: null }
  }
  return turned
}
