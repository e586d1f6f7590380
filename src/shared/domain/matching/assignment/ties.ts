import type { Pace, Steps } from '../steps'
import type { Exchange } from './exchange'

/**
 * What is left to choose when all aims are met goes by who was entered first: the first mentee gets the first mentor that
 * they can have, then the second mentee, and so on. With this there is exactly one best choice.
 */
export function* breakTies(exchange: Exchange, floor: number, pace: Pace): Steps<void> {
  for (let mentee = 0; mentee < exchange.mentees; mentee++) {
    moveToFirst(exchange, mentee, floor)
    if (pace.isDue(exchange.takeWork())) {
      yield { label: 'Settling ties', done: mentee, total: exchange.mentees }
    }
  }
}

function moveToFirst(exchange: Exchange, mentee: number, floor: number): void {
  const { pairs, seats, outside, problem } = exchange
  const home = seats.placeOf[mentee] ?? outside
  const isHome = (mentor: number) => mentor === home
  exchange.begin()
  for (let at = pairs.offsets[mentee] ?? 0; at < (pairs.offsets[mentee + 1] ?? 0); at++) {
    const mentor = pairs.mentors[at] ?? outside
    // Mentors stand in order, and `outside` behind all of them.
    if (mentor === home) return
    if ((problem.fits[mentee * problem.mentors + mentor] ?? 0) < floor) continue
    if (exchange.reach(mentor, { floor, stays: mentee, loads: 'swap' }, isHome) === home) {
      exchange.shift(home, mentor, mentee)
      return
    }
  }
}
