import type { Pace, Steps } from '../steps'
import type { Market, Trade } from './market'

/** After so many bids a person in one round, the rest is left to the search for paths. */
const bidsEach = 4
const rounds = 2

const seated = -1
const waits = -2

/**
 * A quick beginning (the row reduction of Jonker and Volgenant): each in turn goes where it is best for them and, where
 * somebody sits already, raises the price as far as it is worth to them. Everybody who sits is content at the prices;
 * most sit at their final place.
 *
 * @returns those who do not sit yet.
 */
export function* bids(market: Market, trade: Trade, pace: Pace): Steps<number[]> {
  const people = market.rowOf.length
  let waiting = Array.from({ length: people }, (_, person) => person)
  for (let round = 0; round < rounds; round++) {
    const left: number[] = []
    let allowed = people * bidsEach
    for (const first of waiting) {
      let person = first
      for (;;) {
        const displaced = allowed > 0 ? bid(market, trade, person) : waits
        allowed--
        if (pace.isDue(market.places)) yield { label: 'Finding the best pairs', done: 0, total: people }
        if (displaced === waits) left.push(person)
        if (displaced < 0) break
        person = displaced
      }
    }
    waiting = left
  }
  return waiting
}

/** @returns who had to stand up for this person; `seated` for nobody; `waits` when the person found no seat. */
function bid(market: Market, { seats, price }: Trade, person: number): number {
  const { fits, places, floor, bonus } = market
  const row = (market.rowOf[person] ?? 0) * places
  let place = -1
  let next = -1
  let best = -bonus
  let second = -bonus
  for (let other = 0; other < places; other++) {
    const fit = fits[row + other] ?? -1
    if (fit < floor) continue
    const worth = fit - (price[other] ?? 0)
    if (worth <= second) continue
    if (worth > best) {
      second = best
      next = place
      best = worth
      place = other
    } else {
      second = worth
      next = other
    }
  }
  if (place < 0) return waits
  if (best === second && next >= 0 && !seats.hasRoom(place)) place = next
  if (seats.hasRoom(place)) {
    seats.sit(person, place)
    return seated
  }
  // Of several who share a price, none can be asked to leave without asking all.
  if (best === second || seats.capacity[place] !== 1) return waits
  price[place] = (price[place] ?? 0) + best - second
  const displaced = seats.at(place, 0)
  seats.stand(displaced)
  seats.sit(person, place)
  return displaced
}
