import type { FixedPair, MatchingInput } from './input'
import type { Pairs } from './pairs'
import { rulesOf, ruleWords } from './rules'

export type FixedKind = 'must' | 'locked'

/** A pair that is not up for choice, by the numbers of the two. */
export interface Fixed {
  mentee: number
  mentor: number
  kind: FixedKind
}

/** A pair that was to be fixed and cannot be. */
export interface Refused extends FixedPair {
  kind: FixedKind
  /** Why, in whole sentences. */
  words: string
}

/** Fixes what can be: pairs that have to be before those that were settled on, each in the order of the ids. */
export function fixPairs(input: MatchingInput, pairs: Pairs): { fixed: Fixed[]; refused: Refused[] } {
  const mentors = new Map(input.mentors.map(({ id }, number) => [id, number]))
  const mentees = new Map(input.mentees.map(({ id }, number) => [id, number]))
  const room = input.mentors.map((mentor) => mentor.room)
  const areEquals = input.peers !== undefined
  const fixed = new Map<number, Fixed>()
  const refused: Refused[] = []

  function problem(mentee: number | undefined, mentor: number | undefined): string | null {
    if (areEquals) return problemOfEquals(mentee, mentor)
    if (mentee === undefined) return 'The mentee is not among those who look for a mentor.'
    if (mentor === undefined) return 'The mentor is not among those who can take somebody.'
    const broken = rulesOf(pairs.brokenBy(mentee)[mentor] ?? 0)
    if (broken.length > 0) return broken.map((rule) => ruleWords[rule]).join(' ')
    if (fixed.has(mentee)) return 'The mentee is fixed to another mentor already.'
    return (room[mentor] ?? 0) > 0 ? null : 'The mentor has no room beside the pairs that are fixed already.'
  }

  function problemOfEquals(one: number | undefined, other: number | undefined): string | null {
    if (one === undefined || other === undefined) return 'One of the two is not among those who take part.'
    const broken = rulesOf(pairs.brokenBy(one)[other] ?? 0)
    if (broken.length > 0) return broken.map((rule) => ruleWords[rule]).join(' ')
    const isTaken = [...fixed.values()].some(({ mentee, mentor }) =>
      [mentee, mentor].some((person) => person === one || person === other),
    )
    return isTaken ? 'One of the two is fixed to somebody else already.' : null
  }

  function fix(pair: FixedPair, kind: FixedKind): void {
    const mentee = mentees.get(pair.menteeId)
    const mentor = mentors.get(pair.mentorId)
    const already = mentee === undefined ? undefined : fixed.get(mentee)
    if (already !== undefined && already.mentor === mentor) return
    const words = problem(mentee, mentor)
    if (words !== null || mentee === undefined || mentor === undefined) {
      refused.push({ ...pair, kind, words: words ?? '' })
      return
    }
    fixed.set(mentee, { mentee, mentor, kind })
    room[mentor] = (room[mentor] ?? 0) - 1
  }

  for (const pair of input.must) fix(pair, 'must')
  for (const pair of input.locked) fix(pair, 'locked')
  return { fixed: [...fixed.values()], refused }
}
