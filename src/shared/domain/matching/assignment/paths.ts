import type { Pace, Steps } from '../steps'
import type { Market, Trade } from './market'
import { nobody } from './problem'

/** Where a path can end: at a place with room, with somebody staying away, or not yet. */
const notYet = -1
const away = -2

/**
 * Shortest augmenting paths (Dijkstra over reduced costs): seats one more person in the way that costs the others
 * least, and raises the prices so that everybody is content again.
 */
export class Paths {
  /** By place: what it costs to make somebody sit there, as far as it is known. */
  private readonly distance: Float64Array
  /** By place: who would move there. */
  private readonly mover: Int32Array
  /** All places: those looked at, from `low` those as near as they, from `high` those farther away. */
  private readonly order: Int32Array
  private low = 0
  private high = 0
  private nearest = 0
  /** Who would stay away most cheaply, and at what cost. */
  private leaver = 0
  private leaving = 0

  constructor(
    private readonly market: Market,
    private readonly trade: Trade,
  ) {
    this.distance = new Float64Array(market.places)
    this.mover = new Int32Array(market.places)
    this.order = new Int32Array(market.places)
  }

  *seat(person: number, pace: Pace): Steps<void> {
    const { places } = this.market
    this.begin(person)
    let end = notYet
    while (end === notYet) {
      if (this.low === this.high) end = this.advance()
      else {
        end = this.lookFrom(this.order[this.low++] ?? 0)
        if (pace.isDue(places)) yield { label: 'Finding the best pairs', done: 0, total: null }
      }
    }
    this.raisePrices(end === away ? this.leaving : this.nearest)
    this.move(person, end)
  }

  private begin(person: number): void {
    const { bonus, places } = this.market
    this.low = 0
    this.high = 0
    this.leaver = person
    this.leaving = bonus
    this.distance.fill(Number.POSITIVE_INFINITY)
    for (let place = 0; place < places; place++) this.order[place] = place
    this.look(person, 0)
  }

  /** Makes the nearest of the places farther away the next ones to look at. */
  private advance(): number {
    const { order, distance } = this
    const { places } = this.market
    let nearest = Number.POSITIVE_INFINITY
    let high = this.low
    for (let at = this.low; at < places; at++) {
      const place = order[at] ?? 0
      const own = distance[place] ?? 0
      if (own > nearest) continue
      if (own < nearest) {
        nearest = own
        high = this.low
      }
      order[at] = order[high] ?? 0
      order[high++] = place
    }
    this.nearest = nearest
    this.high = high
    if (this.leaving <= nearest) return away
    for (let at = this.low; at < high; at++) {
      const place = order[at] ?? 0
      if (this.trade.seats.hasRoom(place)) return place
    }
    return notYet
  }

  /** Whoever sits at this place may be moved on. */
  private lookFrom(place: number): number {
    const { seats, price } = this.trade
    const { fits, places, rowOf } = this.market
    const load = seats.load[place] ?? 0
    for (let seat = 0; seat < load; seat++) {
      const person = seats.at(place, seat)
      const fit = fits[(rowOf[person] ?? 0) * places + place] ?? 0
      const end = this.look(person, this.nearest + fit - (price[place] ?? 0))
      if (end !== notYet) return end
    }
    return notYet
  }

  /** Where somebody could move to, once they have been reached at this cost. */
  private look(person: number, cost: number): number {
    const { distance, order, mover, nearest } = this
    const { price } = this.trade
    const { fits, places, floor, bonus } = this.market
    const row = (this.market.rowOf[person] ?? 0) * places
    if (cost + bonus < this.leaving) {
      this.leaving = cost + bonus
      this.leaver = person
    }
    for (let at = this.high; at < places; at++) {
      const place = order[at] ?? 0
      const fit = fits[row + place] ?? -1
      if (fit < floor) continue
      const length = cost + (price[place] ?? 0) - fit
      if (length >= (distance[place] ?? 0)) continue
      distance[place] = length
      mover[place] = person
      if (length > nearest || this.high === 0) continue
      if (this.trade.seats.hasRoom(place)) return place
      order[at] = order[this.high] ?? 0
      order[this.high++] = place
    }
    return notYet
  }

  private raisePrices(length: number): void {
    const { price } = this.trade
    for (let at = 0; at < this.low; at++) {
      const place = this.order[at] ?? 0
      price[place] = (price[place] ?? 0) + length - (this.distance[place] ?? 0)
    }
  }

  private move(person: number, end: number): void {
    const { seats } = this.trade
    let free = end
    if (end === away) {
      if (this.leaver === person) return
      free = seats.stand(this.leaver)
    }
    for (;;) {
      const mover = this.mover[free] ?? 0
      const from = seats.placeOf[mover] ?? nobody
      if (from !== nobody) seats.stand(mover)
      seats.sit(mover, free)
      if (mover === person) return
      free = from
    }
  }
}
