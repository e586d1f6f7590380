/** One line of the result. */
export interface Row {
  name: string
  unit: 'ms' | 'MB'
  measured: number
  /** What it is compared with, in this very run; null for a figure that only informs. */
  reference: number | null
  /** The most that measured / reference may be; null where nobody promised anything. */
  bound: number | null
  /** Half of the times were below this, where `measured` is what nineteen of twenty were below. */
  typical?: number
  /** What `measured` should be below; on which machine is not said, so that it is no bound. */
  aim?: number
  /** Up to this nobody can tell how long it took, so that the ratio is not judged. */
  unnoticed?: number
}

export interface Context {
  /** Small sizes, to see that everything runs; nothing is judged by them. */
  quick: boolean
  /** The largest sizes instead of the usual ones, where there are any: 100,000 members with all that belongs to them. */
  large: boolean
  /** A folder of this run's own. */
  folder: string
}

export interface Bench {
  /** For `--only`. */
  name: string
  title: string
  /** It takes minutes, so that it is run with `--only` or `--large` alone. */
  takesLong?: boolean
  run(context: Context): Promise<Row[]>
}

/** A figure without a reference. */
export function informative(name: string, measured: number, unit: Row['unit'] = 'ms'): Row {
  return { name, unit, measured, reference: null, bound: null }
}

/** How long some work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/**
 * Times several pieces of work in turn, so that whatever else the machine does meanwhile slows down all of them.
 * @returns the times of each, in milliseconds
 */
export async function inTurn<Name extends string>(
  rounds: number,
  works: Record<Name, () => number | Promise<number>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name): [string, number[]] => [name, []])) as Record<
    Name,
    number[]
  >
  for (let round = 0; round < rounds; round++) {
    // Who goes first pays for what the others find warm, so they take turns in that as well.
    for (const name of round % 2 === 0 ? names : names.toReversed()) times[name].push(await works[name]())
  }
  return times
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which that part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Always the same numbers from 0 to 1, so that every run measures the same things. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
