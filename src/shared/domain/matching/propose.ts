import { Alternatives } from './alternatives'
import { nobody } from './assignment/problem'
import { rankOf } from './candidates'
import { canonicalInput } from './canonical'
import { type Choice, choose } from './choice'
import { choosePeers } from './choosePeers'
import { criterionNames } from './criteria/names'
import { fixPairs } from './fixedPairs'
import type { MatchingInput } from './input'
import { Pairs } from './pairs'
import { onBothSides } from './peers'
import type { Outcome, Proposal, ProposedPair } from './proposal'
import { type Explained, isExplained, type Run } from './run'
import { blockingPairs } from './stability'
import type { Steps } from './steps'
import { menteesWithout, mentorsWithout } from './unmatched'
import { peersWithout } from './unmatchedPeers'

/**
 * Counts up whenever the same input may give another proposal than before: stored runs name the engine that made them.
 */
export const engineVersion = 1

/**
 * Proposes the best pairs, each with its reasons; see `solve` for what is best. The order of the people in the input
 * makes no difference.
 *
 * @throws RangeError where somebody is there twice on a side.
 */
export function* propose(given: MatchingInput, whose: Explained): Steps<Proposal> {
  const input = onBothSides(canonicalInput(given))
  yield { label: 'Comparing people', done: 0, total: input.mentees.length }
  const pairs = yield* Pairs.compared(input)
  const { choice, refused } = yield* chosen(input, pairs)
  const run: Run = { input, pairs, choice, alternatives: new Alternatives(input, pairs, choice), whose }
  const proposed = yield* explained(run)
  const { counted } = pairs.scoring
  return {
    outcome: yield* outcome(input, pairs, choice, proposed),
    criteria: counted.map(({ name, weight }) => ({ name, weight })),
    // Where nobody asked for somebody alike there is nothing to be known of it.
    unknown: criterionNames.filter(
      (name) =>
        name !== 'alike' &&
        input.settings.weights[name] > 0 &&
        !counted.some((criterion) => criterion.name === name),
    ),
    pairs: proposed,
    ...(input.peers === undefined
      ? { withoutMentor: yield* menteesWithout(run), withoutMentee: yield* mentorsWithout(run) }
      : { withoutMentor: yield* peersWithout(run), withoutMentee: [] }),
    refused,
  }
}

/** Solves around the pairs that can be fixed. */
export function* chosen(
  input: MatchingInput,
  pairs: Pairs,
): Steps<{ choice: Choice; refused: Proposal['refused'] }> {
  const { fixed, refused } = fixPairs(input, pairs)
  const solve = input.peers === undefined ? choose : choosePeers
  return { choice: yield* solve(input, pairs, fixed), refused }
}

function* explained({ input, pairs, choice, alternatives, whose }: Run): Steps<ProposedPair[]> {
  const proposed: ProposedPair[] = []
  for (const [mentee, { id: menteeId }] of input.mentees.entries()) {
    const mentor = choice.mentorOf[mentee] ?? nobody
    // A pair of equals is told once, beginning with who was entered first.
    if (mentor === nobody || (input.peers !== undefined && mentor < mentee)) continue
    const mentorId = input.mentors[mentor]?.id ?? 0
    const fit = pairs.fitOf(mentee, mentor)
    const scores = pairs.scoring.explain(mentee, mentor)
    const asked = isExplained(whose, menteeId) || (input.peers !== undefined && isExplained(whose, mentorId))
    proposed.push({
      menteeId,
      mentorId,
      how: choice.fixed[mentee] ?? 'chosen',
      fit,
      known: pairs.scoring.coverage(scores),
      scores,
      rankForMentee: rankOf(alternatives.mentorsFor(mentee), fit),
      rankForMentor: rankOf(alternatives.menteesFor(mentor), fit),
      forMentee: asked ? yield* alternatives.forMentee(mentee) : null,
      forMentor: asked ? yield* alternatives.forMentor(mentor, fit) : null,
    })
    yield { label: 'Explaining', done: mentee + 1, total: pairs.mentees }
  }
  return proposed
}

function* outcome(
  input: MatchingInput,
  pairs: Pairs,
  choice: Choice,
  proposed: readonly ProposedPair[],
): Steps<Outcome> {
  const fits = proposed.map(({ fit }) => fit)
  return {
    mentees: pairs.mentees,
    served: input.peers === undefined ? proposed.length : 2 * proposed.length,
    total: fits.reduce((sum, fit) => sum + fit, 0),
    weakest: fits.length === 0 ? null : fits.reduce((least, fit) => Math.min(least, fit)),
    blocking: yield* blockingPairs(input, pairs, choice),
  }
}
