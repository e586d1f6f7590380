import type { Ints } from './intColumn'

/** Whole numbers in the form in which they are at hand: the number of a row is `base`, plus its value or its step. */
export interface Numbers {
  length: number
  base: number
  /** Null where there is nothing to add, or `step` for each row before. */
  values: Ints | Uint8Array | Uint16Array | Uint32Array | null
  step: 0 | 1
  /** The smallest and the largest of the numbers; 0 when there are none. */
  least: number
  most: number
}

export function numbersOf(values: Float64Array | Int32Array): Numbers {
  let least = values[0] ?? 0
  let most = least
  for (let row = 1; row < values.length; row++) {
    const number = values[row] ?? 0
    if (number < least) least = number
    if (number > most) most = number
  }
  return { length: values.length, base: 0, values, step: 0, least, most }
}

const largest32 = 0x7fff_ffff

/**
 * All of them as they are. The copying from one width to another is left to the engine, and what is added is added to
 * arrays of one kind: a loop that meets all kinds of arrays takes ten times as long.
 */
export function plain({ length, base, values, step, least, most }: Numbers): Int32Array | Float64Array {
  if (least < -largest32 || most > largest32) {
    const numbers = new Float64Array(length)
    for (let row = 0; row < length; row++) numbers[row] = base + (values ? (values[row] ?? 0) : step * row)
    return numbers
  }
  const numbers = new Int32Array(length)
  if (values) numbers.set(values)
  if (step === 1) for (let row = 0; row < length; row++) numbers[row] = base + row
  else if (base !== 0) for (let row = 0; row < length; row++) numbers[row] = (numbers[row] ?? 0) + base
  return numbers
}

export function numberAt({ base, values, step }: Numbers, row: number): number {
  return base + (values === null ? step * row : (values[row] ?? 0))
}

/** The same number for every row. */
export function allOf(number: number, length: number): Numbers {
  return { length, base: number, values: null, step: 0, least: number, most: number }
}

/** All of them moved by as much. */
export function moved(numbers: Numbers, by: number): Numbers {
  const { base, least, most } = numbers
  return { ...numbers, base: base + by, least: least + by, most: most + by }
}

/** As many different numbers as a table of them is worth. */
const mostInTable = 2 ** 16

/** Each number exchanged for a number of 32 bits, for which `exchange` is asked once for each of those that repeat. */
export function exchanged(numbers: Numbers, exchange: (number: number) => number): Numbers {
  const { length, least, most } = numbers
  if (least === most) return allOf(exchange(least), length)
  const own = plain(numbers)
  if (!(own instanceof Int32Array) || most - least >= mostInTable)
    return numbersOf(Float64Array.from(own, exchange))
  const table = new Int32Array(most - least + 1).fill(unknown)
  for (let row = 0; row < length; row++) {
    const number = own[row] ?? 0
    const known = table[number - least] ?? unknown
    own[row] = known === unknown ? exchange(number) : known
    if (known === unknown) table[number - least] = own[row] ?? unknown
  }
  return numbersOf(own)
}

/** What nothing is exchanged for. */
const unknown = -(2 ** 31)
