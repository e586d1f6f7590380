import type { Pace, Steps } from '../steps'
import type { Optimum } from './optimum'
import type { Problem } from './problem'

/**
 * The pairs of which the choices that are worth as much as the optimum consist: those that cost nothing at its prices
 * (complementary slackness). By mentee, the mentors in order; `outside` stands for going without, where that costs
 * nothing.
 */
export interface EqualPairs {
  /** By mentee: where theirs begin in `mentors`; one more at the end. */
  offsets: Int32Array
  mentors: Int32Array
  outside: number
}

export function* equalPairs(problem: Problem, optimum: Optimum, pace: Pace): Steps<EqualPairs> {
  const { mentees, mentors } = problem
  const offsets = new Int32Array(mentees + 1)
  const row = new Int32Array(mentors + 1)
  const step = { label: 'Comparing equal choices', done: 0, total: null }
  // Counted first: they may be as many as there are pairs.
  for (let mentee = 0; mentee < mentees; mentee++) {
    offsets[mentee + 1] = (offsets[mentee] ?? 0) + collect(problem, optimum, mentee, row)
    if (pace.isDue(mentors)) yield step
  }
  const found = new Int32Array(offsets[mentees] ?? 0)
  for (let mentee = 0; mentee < mentees; mentee++) {
    const count = collect(problem, optimum, mentee, row)
    found.set(row.subarray(0, count), offsets[mentee])
    if (pace.isDue(mentors)) yield step
  }
  return { offsets, mentors: found, outside: mentors }
}

/** Writes the mentors of one mentee into `row`. @returns how many there are. */
function collect({ mentors, fits }: Problem, optimum: Optimum, mentee: number, row: Int32Array): number {
  const { menteePrice, mentorPrice, bonus, floor } = optimum
  const first = mentee * mentors
  const price = (menteePrice[mentee] ?? 0) - bonus
  let count = 0
  for (let mentor = 0; mentor < mentors; mentor++) {
    const fit = fits[first + mentor] ?? -1
    if (fit >= floor && price + (mentorPrice[mentor] ?? 0) === fit) row[count++] = mentor
  }
  if (menteePrice[mentee] === 0) row[count++] = mentors
  return count
}
