import { type Numbers, plain } from './numbers'

/** Whole numbers in one of four widths. Longer than what is in use: the rows are counted elsewhere. */
export type Ints = Int8Array | Int16Array | Int32Array | Float64Array

const widths = [
  { largest: 0x7f, make: (length: number): Ints => new Int8Array(length) },
  { largest: 0x7fff, make: (length: number): Ints => new Int16Array(length) },
  { largest: 0x7fff_ffff, make: (length: number): Ints => new Int32Array(length) },
  { largest: Number.MAX_SAFE_INTEGER, make: (length: number): Ints => new Float64Array(length) },
] as const

/**
 * A growing column of whole numbers that takes as few bytes a row as its largest number needs: one for a handful
 * of kinds, two for the days of this century, four for a hundred thousand members. Rows begin as 0.
 */
export class IntColumn {
  values: Ints = new Int8Array(0)
  /** The smallest and largest number that was ever set. */
  least = Number.POSITIVE_INFINITY
  most = Number.NEGATIVE_INFINITY
  private width: (typeof widths)[number] = widths[0]

  set(row: number, value: number): void {
    if (value < this.least || value > this.most) this.fit(value)
    this.values[row] = value
  }

  /** Sets the rows from `first` on. */
  fill(first: number, numbers: Numbers): void {
    const { length, least, most } = numbers
    if (length === 0) return
    if (least < this.least) this.fit(least)
    if (most > this.most) this.fit(most)
    if (least === most) this.values.fill(least, first, first + length)
    else this.values.set(plain(numbers), first)
  }

  clear(row: number): void {
    this.values[row] = 0
  }

  resize(length: number): void {
    const values = this.width.make(length)
    // As long as nothing was set there are only zeros.
    if (this.least <= this.most) values.set(this.values.subarray(0, length))
    this.values = values
  }

  private fit(value: number): void {
    const needed = Math.abs(value)
    if (needed > this.width.largest) {
      this.width = widths.find(({ largest }) => needed <= largest) ?? widths[3]
      this.resize(this.values.length)
    }
    this.least = Math.min(this.least, value)
    this.most = Math.max(this.most, value)
  }
}
