/**
 * Mixes two whole numbers into one of 32 bits (a multiply-xorshift finaliser), so that any record can be made
 * by itself from the seed and its number.
 */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul((b + 0x165667b1) | 0, 0x85ebca77)
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return (h ^ (h >>> 16)) >>> 0
}

/** A number in [0, 1) that depends on `a` and `b` alone. */
export function share(a: number, b: number): number {
  return mix(a, b) / 4294967296
}

/** A small, fast random stream: a Weyl sequence through a 32-bit mixer (mulberry32). Not for secrets. */
export class Random {
  private state: number

  constructor(seed: number) {
    this.state = seed | 0
  }

  /** Starts the stream again from another seed, which spares an object a record. */
  reseed(seed: number): void {
    this.state = seed | 0
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0 to `count - 1`. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    return itemAt(list, Math.floor(this.next() * list.length))
  }
}

/** An item that is known to be there. */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new RangeError(`No item ${index} in a list of ${list.length}.`)
  return item
}

/** A table for drawing indexes by weight, by bisection over the running sums. */
export class WeightedChoice {
  private readonly sums: Float64Array
  private readonly total: number

  constructor(weights: readonly number[]) {
    this.sums = new Float64Array(weights.length)
    let sum = 0
    weights.forEach((weight, index) => {
      sum += weight
      this.sums[index] = sum
    })
    this.total = sum
  }

  /** The index for a number `u` in [0, 1). */
  indexAt(u: number): number {
    const wanted = u * this.total
    let low = 0
    let high = this.sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}
