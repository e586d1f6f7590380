import type { MatchReasons } from '@shared/contract/matchingProposal'
import { wholeFit } from '@shared/domain/matching/assignment/problem'
import type { FixedPair } from '@shared/domain/matching/input'
import { MutualScoring } from '@shared/domain/matching/mutualScoring'
import { withNames } from '@shared/domain/matching/naming'
import { onBothSides } from '@shared/domain/matching/peers'
import { Rules, rulesOf, ruleWords } from '@shared/domain/matching/rules'
import { type PairScoring, Scoring } from '@shared/domain/matching/scoring'
import { completed } from '@shared/domain/matching/steps'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { memberName } from '../references'
import type { Run } from './matchingSolve'

/** Why two fit, each by their place in what is compared. */
export function reasonsFor(scoring: PairScoring, mentee: number, mentor: number): MatchReasons {
  const scores = scoring.explain(mentee, mentor)
  return {
    // Of two about whom nothing is known it is half, as in the proposal.
    fit: scores.every(({ value }) => value === null)
      ? 0.5
      : scores.reduce((sum, { points }) => sum + points, 0) / wholeFit,
    known: scoring.coverage(scores),
    criteria: scores.map((score) => ({ ...score, points: score.points / wholeFit })),
  }
}

/** Why two are a pair, told by the run that proposed them. */
export class Reasons {
  private readonly scoring: PairScoring
  private readonly rules: Rules
  private readonly areEquals: boolean
  private readonly mentees: ReadonlyMap<number, number>
  private readonly mentors: ReadonlyMap<number, number>
  /** By mentor: how many more they take; and the mentees who have somebody now. Equals are on both sides. */
  private readonly room: number[]
  private readonly taken = new Set<number>()

  constructor(
    private readonly db: Reader,
    run: Run,
  ) {
    const input = onBothSides(run.input)
    this.areEquals = input.peers !== undefined
    this.scoring = this.areEquals ? completed(MutualScoring.of(input)) : new Scoring(input)
    this.rules = new Rules(input)
    this.mentees = new Map(input.mentees.map(({ id }, at) => [id, at]))
    this.mentors = new Map(input.mentors.map(({ id }, at) => [id, at]))
    this.room = input.mentors.map(({ room }) => room)
  }

  /** @throws AppError `conflict` for two who may not be a pair. */
  of({ mentorId, menteeId }: FixedPair): MatchReasons {
    const [mentee, mentor] = [this.mentees.get(menteeId), this.mentors.get(mentorId)]
    if (mentee === undefined || mentor === undefined)
      throw new AppError('conflict', 'One of them no longer takes part in this matching. Look at it again.')
    const broken = new Uint16Array(this.mentors.size)
    this.rules.fill(mentee, broken)
    const rules = rulesOf(broken[mentor] ?? 0)
    if (rules.length > 0) throw new AppError('conflict', rules.map((rule) => ruleWords[rule]).join(' '))
    this.take(mentee, mentor)
    if (this.areEquals) this.take(mentor, mentee)
    const reasons = reasonsFor(this.scoring, mentee, mentor)
    return {
      ...reasons,
      criteria: reasons.criteria.map((score) => ({
        ...score,
        words: withNames(score.words, (id) => memberName(this.db, id)),
      })),
    }
  }

  private take(mentee: number, mentor: number): void {
    const room = (this.room[mentor] ?? 0) - 1
    if (room < 0 || this.taken.has(mentee))
      throw new AppError(
        'conflict',
        'One of these people would be in more pairs than they can be. Look again.',
      )
    this.room[mentor] = room
    this.taken.add(mentee)
  }
}
