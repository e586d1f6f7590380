import type { Pace, Steps } from '../steps'
import type { Exchange } from './exchange'
import { wholeFit } from './problem'

/**
 * Among choices of equal worth, one whose weakest pair is as strong as can be.
 *
 * @returns the fit of that pair; the greatest there is when there are no pairs.
 */
export function* raiseWeakest(exchange: Exchange, pace: Pace): Steps<number> {
  for (;;) {
    const least = weakest(exchange)
    if (least === wholeFit) return least
    for (let mentee = 0; mentee < exchange.mentees; mentee++) {
      if (exchange.fitOf(mentee) !== least) continue
      if (!replace(exchange, mentee, least + 1)) return least
      if (pace.isDue(exchange.takeWork())) yield { label: 'Raising the weakest pair', done: 0, total: null }
    }
  }
}

function weakest(exchange: Exchange): number {
  let least = wholeFit
  for (let mentee = 0; mentee < exchange.mentees; mentee++) {
    least = Math.min(least, exchange.fitOf(mentee) ?? wholeFit)
  }
  return least
}

/** Moves a mentee away from where they are, with no new pair below `floor`. */
function replace(exchange: Exchange, mentee: number, floor: number): boolean {
  const { pairs, seats, outside, problem } = exchange
  const home = seats.placeOf[mentee] ?? outside
  exchange.begin()
  for (let at = pairs.offsets[mentee] ?? 0; at < (pairs.offsets[mentee + 1] ?? 0); at++) {
    const mentor = pairs.mentors[at] ?? outside
    const fit = mentor === outside ? wholeFit : (problem.fits[mentee * problem.mentors + mentor] ?? 0)
    if (mentor === home || fit < floor) continue
    const end = exchange.reach(mentor, { floor, stays: -1, loads: 'may change' }, (other) => other === home)
    if (end === home) {
      exchange.shift(home, mentor, mentee)
      return true
    }
  }
  return false
}
