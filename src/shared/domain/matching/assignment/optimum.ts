import { Pace, type Steps } from '../steps'
import { bids } from './bids'
import type { Market, Trade } from './market'
import { Paths } from './paths'
import { bonusOf, nobody, type Problem, transposed } from './problem'
import { Seats } from './seats'

/**
 * The most mentees served and, among the ways to do that, the greatest sum of fits; with the proof.
 *
 * The prices are such that `menteePrice + mentorPrice ≥ bonus + fit` for every two who may be a pair, with equality for
 * those who are; that none is below zero; and that it is zero for whoever has no partner, or room for another. So no
 * other choice of pairs can be worth more (linear programming's duality).
 */
export interface Optimum {
  /** Mentees at mentors. */
  seats: Seats
  menteePrice: Float64Array
  mentorPrice: Float64Array
  bonus: number
  /** Fits below this were no pairs. */
  floor: number
}

export function* optimum(problem: Problem, floor: number): Steps<Optimum> {
  const places = problem.capacity.reduce((sum, own) => sum + Math.min(own, problem.mentees), 0)
  return problem.mentees <= places
    ? yield* menteesChoose(problem, floor)
    : yield* mentorsChoose(problem, floor)
}

function* menteesChoose(problem: Problem, floor: number): Steps<Optimum> {
  const { fits, mentees, mentors, capacity } = problem
  const rowOf = Int32Array.from({ length: mentees }, (_, mentee) => mentee)
  const bonus = bonusOf(problem)
  const { seats, price } = yield* traded({ fits, rowOf, places: mentors, capacity, floor, bonus })
  const menteePrice = new Float64Array(mentees)
  for (let mentee = 0; mentee < mentees; mentee++) {
    const mentor = seats.placeOf[mentee] ?? nobody
    if (mentor === nobody) continue
    menteePrice[mentee] = bonus + (fits[mentee * mentors + mentor] ?? 0) - (price[mentor] ?? 0)
  }
  return { seats, menteePrice, mentorPrice: price, bonus, floor }
}

/**
 * Where mentors have fewer places than there are mentees, every place chooses a mentee: else each mentee who is left
 * over would look at everybody before that is known.
 */
function* mentorsChoose(problem: Problem, floor: number): Steps<Optimum> {
  const { mentees, mentors, capacity } = problem
  const rowOf = Int32Array.from(
    Array.from(capacity, (places, mentor) => new Array<number>(places).fill(mentor)).flat(),
  )
  const fits = yield* transposed(problem)
  const bonus = bonusOf(problem)
  const { seats: chosen, price } = yield* traded({
    fits,
    rowOf,
    places: mentees,
    capacity: new Int32Array(mentees).fill(1),
    floor,
    bonus,
  })
  const seats = new Seats(mentees, capacity)
  const mentorPrice = new Float64Array(mentors)
  for (let place = 0; place < rowOf.length; place++) {
    const mentee = chosen.placeOf[place] ?? nobody
    if (mentee === nobody) continue
    const mentor = rowOf[place] ?? 0
    seats.sit(mentee, mentor)
    mentorPrice[mentor] = bonus + (fits[mentor * mentees + mentee] ?? 0) - (price[mentee] ?? 0)
  }
  return { seats, menteePrice: price, mentorPrice, bonus, floor }
}

function* traded(market: Market): Steps<Trade> {
  const people = market.rowOf.length
  const trade = { seats: new Seats(people, market.capacity), price: new Float64Array(market.places) }
  const pace = new Pace()
  const waiting = yield* bids(market, trade, pace)
  const paths = new Paths(market, trade)
  let seated = people - waiting.length
  for (const person of waiting) {
    for (const step of paths.seat(person, pace)) yield { ...step, done: seated, total: people }
    seated++
  }
  return trade
}
