import type { Seats } from './seats'

/**
 * One side chooses among the places of the other, and prices bring them together: somebody is content where fit minus
 * price is greatest, and stays away where even that is less than `-bonus`.
 */
export interface Market {
  /** By row, then place; see `Problem`. */
  fits: Int32Array
  /** By person who chooses: their row. Two may share one. */
  rowOf: Int32Array
  places: number
  capacity: Int32Array
  /** Fits below this are no pairs. */
  floor: number
  bonus: number
}

/** Where everybody sits, and the price of each place; 0 where there is room. */
export interface Trade {
  seats: Seats
  price: Float64Array
}
