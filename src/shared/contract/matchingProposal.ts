import { z } from 'zod'
import { criterionNames } from '../domain/matching/criteria/names'
import { ruleNames } from '../domain/matching/rules'
import { count, id, reference } from './fields'
import { matchingInput } from './matchingInput'

/**
 * A proposal with names, for people. Fits, and sums of them, are whole pairs: 1 is a pair that could not fit better. Of peers
 * the mentee of a pair is the one who was entered first; see `Proposal`.
 */

const criterion = z.enum(criterionNames)
const rule = z.enum(ruleNames)
/** 0 to 1. */
const part = z.number().min(0).max(1)
const fit = part

const alternative = reference.extend({
  fit,
  /** What forcing this pair would change for all: mentees served, and the sum of fits. Null where fixed pairs leave no choice. */
  cost: z.object({ served: z.int(), total: z.number() }).nullable(),
  /** Why it is not proposed. */
  words: z.string(),
})

const otherwise = z.object({
  /** The best of the others who are possible. */
  best: alternative.nullable(),
  /** The best of those who would fit better and whom a rule forbids. */
  forbidden: reference.extend({ fit, rules: z.array(rule), words: z.string() }).nullable(),
})

const rank = z.object({ rank: count, of: count })

const pair = z.object({
  mentee: reference,
  mentor: reference,
  /** `must` and `locked` pairs were given, the others chosen. */
  how: z.enum(['chosen', 'must', 'locked']),
  fit,
  /** Which part of the criteria's weight is known about the two. */
  known: part,
  criteria: z.array(
    z.object({
      name: criterion,
      /** Null is unknown. */
      value: part.nullable(),
      /** The part of the fit that it decides; 0 where it is unknown. */
      share: part,
      /** What it adds to the fit; together they are the fit. */
      points: z.number(),
      words: z.string(),
    }),
  ),
  rankForMentee: rank,
  rankForMentor: rank,
  forMentee: otherwise.nullable(),
  forMentor: otherwise.nullable(),
})

const unmatched = reference.extend({
  words: z.string(),
  rules: z.array(z.object({ rule, count })),
  best: alternative.nullable(),
})

/** A run, to be solved again: the same input gives the same proposal. */
export const matchingRun = z
  .object({
    engine: count,
    /** SHA-256 of the input as JSON, in hexadecimal digits. */
    hash: z.string(),
    input: matchingInput,
  })
  .strict()

export const matchingProposal = z.object({
  run: z.object({ engine: count, hash: z.string() }),
  outcome: z.object({
    mentees: count,
    served: count,
    total: z.number(),
    weakest: fit.nullable(),
    /** Pairs not proposed that would suit both better than what they get. */
    blocking: count,
  }),
  criteria: z.array(z.object({ name: criterion, weight: z.number() })),
  /** Criteria with a weight about which nothing is known of anybody. */
  unknown: z.array(criterion),
  /** The best first. */
  pairs: z.array(pair),
  withoutMentor: z.array(unmatched),
  withoutMentee: z.array(unmatched),
  /** Pairs that were to be fixed and cannot be. */
  refused: z.array(
    z.object({ mentee: reference, mentor: reference, how: z.enum(['must', 'locked']), words: z.string() }),
  ),
})
export type MatchingProposal = z.infer<typeof matchingProposal>

/** What came of a run, as it is kept: fits and sums of them as above. */
export const keptOutcome = z
  .object({ mentees: count, served: count, total: z.number(), weakest: fit.nullable() })
  .strict()

/** A pair of a proposal, as it is kept. */
export const acceptedPair = z.object({ menteeId: id, mentorId: id, fit }).strict()

/** Why two were made a match, as it is kept with it. */
export const matchReasons = z.object({
  fit,
  known: part,
  criteria: z.array(
    z.object({ name: criterion, value: part.nullable(), share: part, points: z.number(), words: z.string() }),
  ),
})
export type MatchReasons = z.infer<typeof matchReasons>
