import type { MatchingInput } from './input'
import { MutualScoring } from './mutualScoring'
import { Rules } from './rules'
import { type PairScoring, Scoring } from './scoring'
import { Pace, type Steps } from './steps'

/** Every mentee with every mentor: how they fit, and whether they may be a pair. */
export class Pairs {
  readonly mentees: number
  readonly mentors: number
  /** By mentee, then mentor: the fit in millionths; for who may not be a pair `-1 - fit`, so that it is below zero. */
  readonly fits: Int32Array
  private readonly broken: Uint16Array
  /** Of whom `broken` tells now. */
  private mentee = -1

  private constructor(
    { mentees, mentors }: MatchingInput,
    readonly scoring: PairScoring,
    private readonly rules: Rules,
  ) {
    this.mentees = mentees.length
    this.mentors = mentors.length
    this.fits = new Int32Array(this.mentees * this.mentors)
    this.broken = new Uint16Array(this.mentors)
  }

  /** Compares all of them. @param input in its canonical order, with equals on both sides */
  static *compared(input: MatchingInput): Steps<Pairs> {
    const scoring = input.peers === undefined ? new Scoring(input) : yield* MutualScoring.of(input)
    yield { label: 'Comparing people', done: 0, total: input.mentees.length }
    const pairs = new Pairs(input, scoring, new Rules(input))
    yield { label: 'Comparing people', done: 0, total: input.mentees.length }
    const pace = new Pace()
    // Each criterion goes over the row once or twice.
    const work = pairs.mentors * (2 + 2 * pairs.scoring.counted.length)
    for (let mentee = 0; mentee < pairs.mentees; mentee++) {
      pairs.compare(mentee)
      if (pace.isDue(work)) yield { label: 'Comparing people', done: mentee + 1, total: pairs.mentees }
    }
    return pairs
  }

  /** The fit, whether or not they may be a pair. */
  fitOf(mentee: number, mentor: number): number {
    const fit = this.fits[mentee * this.mentors + mentor] ?? 0
    return fit < 0 ? -1 - fit : fit
  }

  mayBe(mentee: number, mentor: number): boolean {
    return (this.fits[mentee * this.mentors + mentor] ?? -1) >= 0
  }

  /** A mentee's broken rules with every mentor, a bit each; what is given is written over by the next question. */
  brokenBy(mentee: number): Uint16Array {
    if (this.mentee !== mentee) this.rules.fill(mentee, this.broken)
    this.mentee = mentee
    return this.broken
  }

  private compare(mentee: number): void {
    const row = this.fits.subarray(mentee * this.mentors, (mentee + 1) * this.mentors)
    this.scoring.fill(mentee, row)
    const broken = this.brokenBy(mentee)
    for (let mentor = 0; mentor < row.length; mentor++) {
      if (broken[mentor] !== 0) row[mentor] = -1 - (row[mentor] ?? 0)
    }
  }
}
