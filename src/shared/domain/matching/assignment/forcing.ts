import { Pace, type Steps } from '../steps'
import { Front } from './front'
import { nobody, type Problem, transposed } from './problem'
import { Seats } from './seats'
import type { Solution } from './solve'

/** What changes when a pair has to be, and all others are chosen anew around it. */
export interface Cost {
  /** How many mentees more have a mentor; below zero for fewer. */
  served: number
  /** How much the sum of all fits changes, in millionths. */
  total: number
}

/**
 * What it costs to force a pair, without solving again: the cheapest circle of moves that brings the two together, looked
 * for from both ends (Dijkstra over reduced costs). Exact, as no circle of moves in a solution gains anything.
 *
 * Fits below the solution's floor are no pairs for the others.
 */
export class Forcing {
  private readonly seats: Seats
  /** Beside the mentors: where there is nobody; who has no mentor, and whose seat is free, sits there. */
  private readonly outside: number
  /** From where somebody comes in. */
  private readonly ahead: Front
  /** From where somebody has left. */
  private readonly back: Front
  /** The cheapest way found so far. */
  private best = 0
  private readonly pace = new Pace()
  /** By mentor, then mentee. */
  private byMentor: Int32Array | null = null

  constructor(
    private readonly problem: Problem,
    private readonly solution: Solution,
  ) {
    const { mentees, mentors, capacity } = problem
    this.outside = mentors
    this.seats = new Seats(mentees, Int32Array.of(...capacity, mentees))
    solution.mentorOf.forEach((mentor, mentee) => {
      this.seats.sit(mentee, mentor === nobody ? mentors : mentor)
    })
    this.ahead = new Front(mentors + 1)
    this.back = new Front(mentors + 1)
  }

  /** @param mentor may be a pair with the mentee, and is none now. */
  *cost(mentee: number, mentor: number): Steps<Cost> {
    const { menteePrice, mentorPrice, bonus } = this.solution.optimum
    const fit = this.problem.fits[mentee * this.problem.mentors + mentor] ?? 0
    const own = (menteePrice[mentee] ?? 0) + (mentorPrice[mentor] ?? 0) - bonus - fit
    const lost = own + (yield* this.way(mentor, this.seats.placeOf[mentee] ?? this.outside))
    // A bonus is more than twice what the fits can change.
    const fewer = Math.round(lost / bonus)
    // From 0, so that nothing is 0 and never -0.
    return { served: 0 - fewer, total: 0 - (lost - fewer * bonus) }
  }

  /** What it costs at least that somebody comes to `start` and somebody leaves `end`. */
  private *way(start: number, end: number): Steps<number> {
    const { ahead, back } = this
    this.byMentor ??= yield* transposed(this.problem)
    ahead.begin(start)
    back.begin(end)
    this.best = Number.POSITIVE_INFINITY
    while (ahead.least + back.least < this.best) {
      if (ahead.least <= back.least) this.lookAhead(ahead.nearest)
      else this.lookBack(back.nearest, this.byMentor)
      if (this.pace.isDue(4 * this.outside)) {
        yield { label: 'Looking for what else could be', done: 0, total: null }
      }
    }
    return this.best
  }

  /** Whoever is there may move on to others. */
  private lookAhead(mentor: number): void {
    const { seats, outside, ahead, back } = this
    const { menteePrice, mentorPrice } = this.solution.optimum
    const so = ahead.least
    const load = seats.load[mentor] ?? 0
    for (let seat = 0; seat < load; seat++) {
      const mentee = seats.at(mentor, seat)
      this.lookOn(mentee, so)
      this.reach(ahead, back, outside, so + (menteePrice[mentee] ?? 0))
    }
    if (mentor === outside) {
      // A free seat may be with any other mentor, at that mentor's price.
      for (let other = 0; other < outside; other++) {
        if ((seats.load[other] ?? 0) > 0) this.reach(ahead, back, other, so + (mentorPrice[other] ?? 0))
      }
    } else if (seats.hasRoom(mentor)) this.reach(ahead, back, outside, so)
    ahead.finish()
  }

  /** Who could have come here, and from where. */
  private lookBack(mentor: number, byMentor: Int32Array): void {
    const { ahead, back, seats, outside } = this
    const { menteePrice, mentorPrice } = this.solution.optimum
    const so = back.least
    if (mentor === outside) {
      for (let mentee = 0; mentee < this.problem.mentees; mentee++) {
        this.reach(back, ahead, seats.placeOf[mentee] ?? outside, so + (menteePrice[mentee] ?? 0))
      }
      for (let other = 0; other < outside; other++) {
        if (seats.hasRoom(other)) this.reach(back, ahead, other, so)
      }
    } else {
      this.lookBehind(mentor, so, byMentor)
      if ((seats.load[mentor] ?? 0) > 0) this.reach(back, ahead, outside, so + (mentorPrice[mentor] ?? 0))
    }
    back.finish()
  }

  /** A place may be nearer than was known, and the two sides meet there. */
  private reach(front: Front, other: Front, place: number, length: number): void {
    if (length >= (front.distance[place] ?? 0)) return
    front.distance[place] = length
    this.best = Math.min(this.best, length + (other.distance[place] ?? 0))
  }

  private lookOn(mentee: number, so: number): void {
    const { distance } = this.ahead
    const met = this.back.distance
    const { menteePrice, mentorPrice, bonus, floor } = this.solution.optimum
    const { fits, mentors } = this.problem
    const row = mentee * mentors
    const base = so + (menteePrice[mentee] ?? 0) - bonus
    let { best } = this
    for (let mentor = 0; mentor < mentors; mentor++) {
      const fit = fits[row + mentor] ?? -1
      const length = base + (mentorPrice[mentor] ?? 0) - fit
      if (length >= best || fit < floor || length >= (distance[mentor] ?? 0)) continue
      distance[mentor] = length
      best = Math.min(best, length + (met[mentor] ?? 0))
    }
    this.best = best
  }

  private lookBehind(mentor: number, so: number, byMentor: Int32Array): void {
    const { distance } = this.back
    const met = this.ahead.distance
    const { menteePrice, mentorPrice, bonus, floor } = this.solution.optimum
    const { placeOf } = this.seats
    const { mentees } = this.problem
    const row = mentor * mentees
    const base = so + (mentorPrice[mentor] ?? 0) - bonus
    let { best } = this
    for (let mentee = 0; mentee < mentees; mentee++) {
      const fit = byMentor[row + mentee] ?? -1
      const length = base + (menteePrice[mentee] ?? 0) - fit
      if (length >= best || fit < floor) continue
      const place = placeOf[mentee] ?? 0
      if (length >= (distance[place] ?? 0)) continue
      distance[place] = length
      best = Math.min(best, length + (met[place] ?? 0))
    }
    this.best = best
  }
}
