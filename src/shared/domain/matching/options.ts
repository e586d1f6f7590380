import { nobody } from './assignment/problem'
import { canonicalInput } from './canonical'
import type { MatchingInput } from './input'
import { Pairs } from './pairs'
import { onBothSides } from './peers'
import { chosen } from './propose'
import { type RuleName, rulesOf } from './rules'
import type { Steps } from './steps'

/** Somebody of the other side, as a partner for one person. */
export interface Option {
  id: number
  /** In millionths. */
  fit: number
  /** What forbids the pair; empty where it is possible. */
  rules: RuleName[]
  /** Whether the best choice of pairs has these two together. */
  proposed: boolean
  /** How many mentees this mentor has in the best choice of pairs; of a mentee 1 or 0. */
  taken: number
  /** What forcing the pair changes for all; null where it was not worked out or is not possible. */
  cost: { served: number; total: number } | null
}

/** The cost is worked out for so many, the best. */
const mostCosts = 25

/**
 * Everybody of the other side as a partner for one person: those who are possible first, by their fit. Equals are on either
 * side.
 *
 * @returns null where the person takes no part.
 */
export function* partnerOptions(
  given: MatchingInput,
  side: 'mentee' | 'mentor',
  id: number,
): Steps<Option[] | null> {
  const input = onBothSides(canonicalInput(given))
  const own = (side === 'mentee' ? input.mentees : input.mentors).findIndex((person) => person.id === id)
  if (own === -1) return null
  yield { label: 'Comparing people', done: 0, total: input.mentees.length }
  const pairs = yield* Pairs.compared(input)
  const { choice } = yield* chosen(input, pairs)
  const others = side === 'mentee' ? input.mentors : input.mentees
  const options = others.flatMap((person, other) => {
    // Equals are on both sides, and nobody is their own partner.
    if (input.peers !== undefined && other === own) return []
    const [mentee, mentor] = side === 'mentee' ? [own, other] : [other, own]
    return {
      mentee,
      mentor,
      option: {
        id: person.id,
        fit: pairs.fitOf(mentee, mentor),
        rules: rulesOf(pairs.brokenBy(mentee)[mentor] ?? 0),
        proposed: choice.mentorOf[mentee] === mentor,
        taken:
          side === 'mentee'
            ? (choice.menteesOf[mentor]?.length ?? 0)
            : choice.mentorOf[mentee] === nobody
              ? 0
              : 1,
        cost: null as Option['cost'],
      },
    }
  })
  options.sort(
    (a, b) =>
      Math.sign(a.option.rules.length) - Math.sign(b.option.rules.length) ||
      b.option.fit - a.option.fit ||
      a.option.id - b.option.id,
  )
  for (const { mentee, mentor, option } of options.slice(0, mostCosts)) {
    if (option.rules.length === 0 && !option.proposed) option.cost = yield* choice.cost(mentee, mentor)
  }
  return options.map(({ option }) => option)
}
