import type { CriterionName } from './criteria/names'
import type { Refused } from './fixedPairs'
import type { RuleName } from './rules'
import type { CriterionScore } from './scoring'

/**
 * What a run proposes. People are known by id, fits are in millionths; sentences name nobody, or have a mark where a name is
 * to be. Of equals the mentee of a pair is the one who was entered first, everybody is a mentee who has a partner or not,
 * and nobody a mentor without a mentee.
 */
export interface Proposal {
  outcome: Outcome
  /** The criteria that count, with their weights. */
  criteria: { name: CriterionName; weight: number }[]
  /** Criteria with a weight about which nothing is known of anybody. */
  unknown: CriterionName[]
  /** By the id of the mentee. */
  pairs: ProposedPair[]
  withoutMentor: Unmatched[]
  /** Mentors with room who got nobody. */
  withoutMentee: Unmatched[]
  refused: Refused[]
}

/** How far each aim is met, in the order of the aims. */
export interface Outcome {
  /** Mentees, and those of them with a mentor; of equals all people, and those with a partner. */
  mentees: number
  served: number
  /** The sum of the fits of all pairs. */
  total: number
  /** The weakest pair's fit; null without pairs. */
  weakest: number | null
  /** How many pairs that are not to be would suit both better than what they get. */
  blocking: number
}

export interface ProposedPair {
  menteeId: number
  mentorId: number
  /** `must` and `locked` pairs were given, the others chosen. */
  how: 'chosen' | 'must' | 'locked'
  fit: number
  /** Which part of the criteria's weight is known about the two, 0 to 1. */
  known: number
  scores: CriterionScore[]
  /** How good the other is for each of them, among all with whom they may be a pair. */
  rankForMentee: Rank
  rankForMentor: Rank
  /** Null where nobody asked. */
  forMentee: Otherwise | null
  forMentor: Otherwise | null
}

export interface Rank {
  /** 1 for the best; those who fit equally well share a rank. */
  rank: number
  of: number
}

/** Whom somebody might have had instead. */
export interface Otherwise {
  /** The best of the others who are possible; null when nobody else is. */
  best: Alternative | null
  /** The best of those who would fit better and whom a rule forbids. */
  forbidden: { id: number; fit: number; rules: RuleName[]; words: string } | null
}

export interface Alternative {
  id: number
  fit: number
  /** What it would change to force this pair; null where only a fixed pair could make way. */
  cost: { served: number; total: number } | null
  /** Why it was not taken. */
  words: string
}

export interface Unmatched {
  id: number
  /** Why. */
  words: string
  /** How many of the other side each rule forbids. */
  rules: { rule: RuleName; count: number }[]
  /** The best of those who are possible, and what it would cost; null as well where nobody asked. */
  best: Alternative | null
}
