import { Pace, type Steps } from '../steps'
import { cover } from './cover'
import { nobody, type Problem, wholeFit } from './problem'
import type { Seats } from './seats'

/**
 * How strong the weakest pair can be at most while as many mentees are served as can be: the greatest fit that all of
 * them can have. 0 where nobody can be served.
 */
export function* greatestFloor(problem: Problem): Steps<number> {
  const pace = new Pace()
  let best = yield* cover(problem, 0, null, pace)
  const most = served(best)
  if (most === 0) return 0
  let low = weakest(problem, best)
  let high = most === problem.mentees ? strongestOfEach(problem) : wholeFit
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const found = yield* cover(problem, middle, best, pace)
    if (served(found) < most) high = middle - 1
    else {
      best = found
      low = weakest(problem, found)
    }
  }
  return low
}

function served(seats: Seats): number {
  return seats.placeOf.reduce((count, mentor) => (mentor === nobody ? count : count + 1), 0)
}

function weakest({ fits, mentors }: Problem, seats: Seats): number {
  return seats.placeOf.reduce(
    (least, mentor, mentee) =>
      mentor === nobody ? least : Math.min(least, fits[mentee * mentors + mentor] ?? 0),
    wholeFit,
  )
}

/** Where everybody is served, nobody can have a better fit than their best. */
function strongestOfEach({ fits, mentees, mentors }: Problem): number {
  let least = wholeFit
  for (let mentee = 0; mentee < mentees; mentee++) {
    let best = 0
    for (let at = mentee * mentors; at < (mentee + 1) * mentors; at++) best = Math.max(best, fits[at] ?? 0)
    least = Math.min(least, best)
  }
  return least
}
