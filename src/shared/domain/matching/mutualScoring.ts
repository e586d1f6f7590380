import type { People } from './criteria/criterion'
import type { CriterionName } from './criteria/names'
import { type CriterionScore, inMillionths, type PairScoring, Scoring } from './scoring'
import { Pace, type Steps } from './steps'

/** What is one thing for the one and another for the other: what each of two wants of the other. */
const twofold: ReadonlySet<CriterionName> = new Set(['skills', 'goals'])

/**
 * How well equals fit each other, both ways: each is compared with the other as a mentee with a mentor and as a mentor with
 * a mentee, and a fit is the mean of all that is known, by weight.
 */
export class MutualScoring implements PairScoring {
  readonly counted: PairScoring['counted']

  private constructor(
    private readonly oneWay: Scoring,
    private readonly people: number,
    private readonly fits: Float64Array,
    private readonly known: Float64Array,
  ) {
    this.counted = oneWay.counted
  }

  /** @param people with everybody on both sides */
  static *of(people: People): Steps<MutualScoring> {
    const count = people.mentees.length
    const oneWay = new Scoring(people)
    const fits = new Float64Array(count * count)
    const known = new Float64Array(count * count)
    const pace = new Pace()
    for (let one = 0; one < count; one++) {
      const row = [one * count, (one + 1) * count] as const
      oneWay.fillSums(one, fits.subarray(...row), known.subarray(...row))
      if (pace.isDue(count * (2 + 2 * oneWay.counted.length))) {
        yield { label: 'Comparing people', done: one + 1, total: count }
      }
    }
    return new MutualScoring(oneWay, count, fits, known)
  }

  fill(one: number, into: Int32Array): void {
    for (let other = 0; other < into.length; other++) into[other] = this.fitOf(one, other)
  }

  explain(one: number, other: number): CriterionScore[] {
    const there = this.oneWay.valuesOf(one, other)
    const back = this.oneWay.valuesOf(other, one)
    const weight = this.both(this.known, one, other)
    const whole = this.fitOf(one, other)
    const last = this.counted.findLastIndex((_, at) => hasValue(there[at]) || hasValue(back[at]))
    let sum = 0
    let told = 0
    return this.counted.map(({ name, weight: own, comparison }, at) => {
      const values = [there[at], back[at]].filter(hasValue)
      const words = twofold.has(name)
        ? `${comparison.explain(one, other)} ${comparison.explain(other, one)}`
        : comparison.explain(one, other)
      if (values.length === 0) return { name, value: null, share: 0, points: 0, words }
      const value = values.reduce((total, part) => total + part, 0) / values.length
      const counts = own * values.length
      sum += counts * value
      // The last takes what rounding has left, so that the points add up to the fit.
      const points = (at === last ? whole : inMillionths(sum, weight)) - told
      told += points
      return { name, value: Math.min(1, value), share: counts / weight, points, words }
    })
  }

  coverage(scores: readonly CriterionScore[]): number {
    return this.oneWay.coverage(scores)
  }

  private fitOf(one: number, other: number): number {
    return inMillionths(this.both(this.fits, one, other), this.both(this.known, one, other))
  }

  private both(table: Float64Array, one: number, other: number): number {
    return (table[one * this.people + other] ?? 0) + (table[other * this.people + one] ?? 0)
  }
}

function hasValue(value: number | null | undefined): value is number {
  return value !== null && value !== undefined
}
