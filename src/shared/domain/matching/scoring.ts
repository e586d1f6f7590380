import { wholeFit } from './assignment/problem'
import { criteria } from './criteria'
import type { Comparison, People, Sums } from './criteria/criterion'
import { type CriterionName, criterionNames } from './criteria/names'

const whole = wholeFit

interface Counted {
  name: CriterionName
  weight: number
  comparison: Comparison
}

/** How a fit comes about: what one criterion has to say about a pair. */
export interface CriterionScore {
  name: CriterionName
  /** From 0 to 1; null where it is unknown. */
  value: number | null
  /** The part of the fit that it decides, 0 to 1; 0 where it is unknown: the others share its weight. */
  share: number
  /** What it adds to the fit, in millionths. Those of a pair add up to its fit. */
  points: number
  words: string
}

/** How well two fit, and why. */
export interface PairScoring {
  /** With a weight, and something known about somebody. */
  readonly counted: readonly Counted[]
  /** Writes the fits of one mentee with all mentors, in millionths. */
  fill(mentee: number, into: Int32Array): void
  /** What the fit of two consists of. */
  explain(mentee: number, mentor: number): CriterionScore[]
  /** Which part of the weights is known about two, from 0 to 1. */
  coverage(scores: readonly CriterionScore[]): number
}

/**
 * Fits of people by all criteria that count. A fit is the mean of what is known, by weight; unknown is not zero, and what
 * part of the weight is known is told beside the fit. Where nothing is known it is half.
 */
export class Scoring implements PairScoring {
  readonly counted: readonly Counted[]
  private readonly weight: number
  private readonly sums: Sums
  /** Of the mentee who was explained last: what each criterion alone says. */
  private readonly single: Sums[]
  private mentee = -1

  constructor(people: People) {
    this.counted = criterionNames.flatMap((name) => {
      const weight = people.settings.weights[name]
      const comparison = weight > 0 ? criteria[name](people) : null
      return comparison === null ? [] : [{ name, weight, comparison }]
    })
    this.weight = this.counted.reduce((sum, { weight }) => sum + weight, 0)
    this.sums = noSums(people.mentors.length)
    this.single = this.counted.map(() => noSums(people.mentors.length))
  }

  fill(mentee: number, into: Int32Array): void {
    this.sum(mentee)
    const { fits, known, knownOfAll } = this.sums
    for (let mentor = 0; mentor < fits.length; mentor++) {
      into[mentor] = inMillionths(fits[mentor] ?? 0, (known[mentor] ?? 0) + knownOfAll)
    }
  }

  /** The sums behind the fits of one mentee with all mentors, in a row each. */
  fillSums(mentee: number, fits: Float64Array, known: Float64Array): void {
    this.sum(mentee)
    fits.set(this.sums.fits)
    known.set(this.sums.known)
    for (let mentor = 0; mentor < known.length; mentor++) {
      known[mentor] = (known[mentor] ?? 0) + this.sums.knownOfAll
    }
  }

  /** What each criterion that counts says about two, from 0 to 1; null where it is unknown. */
  valuesOf(mentee: number, mentor: number): (number | null)[] {
    this.look(mentee)
    return this.counted.map((_, at) => this.valueOf(at, mentor))
  }

  explain(mentee: number, mentor: number): CriterionScore[] {
    const values = this.valuesOf(mentee, mentor)
    const known = (this.sums.known[mentor] ?? 0) + this.sums.knownOfAll
    let sum = 0
    let told = 0
    return this.counted.map(({ name, weight, comparison }, at) => {
      const value = values[at] ?? null
      const words = comparison.explain(mentee, mentor)
      if (value === null) return { name, value, share: 0, points: 0, words }
      sum += weight * value
      // Rounded sums, not sums of what was rounded: so that the points add up.
      const points = inMillionths(sum, known) - told
      told += points
      // Rounding may have made of a whole a little more.
      return { name, value: Math.min(1, value), share: weight / known, points, words }
    })
  }

  coverage(scores: readonly CriterionScore[]): number {
    if (this.weight === 0) return 0
    const known = this.counted.filter((_, at) => scores[at]?.value !== null)
    return known.reduce((sum, { weight }) => sum + weight, 0) / this.weight
  }

  private sum(mentee: number): void {
    clear(this.sums)
    for (const { comparison, weight } of this.counted) comparison.add(mentee, weight, this.sums)
  }

  private look(mentee: number): void {
    if (this.mentee === mentee) return
    this.mentee = mentee
    this.sum(mentee)
    this.single.forEach((sums, at) => {
      clear(sums)
      this.counted[at]?.comparison.add(mentee, 1, sums)
    })
  }

  private valueOf(criterion: number, mentor: number): number | null {
    const sums = this.single[criterion]
    if (sums === undefined || (sums.known[mentor] ?? 0) + sums.knownOfAll === 0) return null
    return sums.fits[mentor] ?? null
  }
}

function noSums(mentors: number): Sums {
  return { fits: new Float64Array(mentors), known: new Float64Array(mentors), knownOfAll: 0 }
}

function clear(sums: Sums): void {
  sums.fits.fill(0)
  sums.known.fill(0)
  sums.knownOfAll = 0
}

/** A mean from 0 to 1, rounded; half where nothing is known. */
export function inMillionths(sum: number, known: number): number {
  if (known === 0) return whole / 2
  // Rounding may have made of the sum a little more; whole numbers of 32 bits are quicker than Math.round.
  return Math.min(whole, ((sum / known) * whole + 0.5) | 0)
}
