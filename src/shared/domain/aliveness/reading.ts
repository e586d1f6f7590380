/** A figure with what it is made of. */
export interface Ratio {
  /** 0 to 1; null where it cannot be computed. */
  value: number | null
  /** As the part's formula names them; null where nothing of the kind is recorded. */
  numerator: number | null
  denominator: number | null
}

/** What one part of aliveness says about a span. */
export interface PartReading extends Ratio {
  /** Why there is no value, in a sentence: too few data, or not recorded at all. Null when there is one. */
  missing: string | null
  /** Whatever else went into it, by name. */
  inputs: Record<string, number>
  /** The same figure seen in another way. */
  also: SideReading[]
}

export interface SideReading extends Ratio {
  name: string
}

/** A reading that shows its value only when nothing is missing. */
export function readingOf(
  { value, numerator, denominator }: Ratio,
  missing: string | null,
  { inputs = {}, also = [] }: Partial<Pick<PartReading, 'inputs' | 'also'>> = {},
): PartReading {
  return { value: missing === null ? value : null, numerator, denominator, missing, inputs, also }
}

/** A share of a whole; of nothing there is none. */
export function ratio(numerator: number, denominator: number): Ratio {
  return { value: denominator > 0 ? numerator / denominator : null, numerator, denominator }
}

/** What is missing when there are fewer than `least` of something; null when there are enough. */
export function tooFew(found: number, least: number, what: string): string | null {
  return found >= least
    ? null
    : `Needs at least ${least} ${what}; there ${found === 1 ? 'is' : 'are'} ${found}.`
}
