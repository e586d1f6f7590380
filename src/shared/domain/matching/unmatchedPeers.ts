import { plural } from '../summaryWords'
import { nobody } from './assignment/problem'
import type { Unmatched } from './proposal'
import { isExplained, type Run } from './run'
import type { Steps } from './steps'
import { counted, forbiddenWords } from './unmatched'
import { possibleWords } from './words'

/** Everybody among equals who has no partner, with the reason. */
export function* peersWithout({ input, pairs, choice, alternatives, whose }: Run): Steps<Unmatched[]> {
  const found: Unmatched[] = []
  const left = choice.mentorOf.reduce((count, partner) => (partner === nobody ? count + 1 : count), 0)
  for (const [person, { id }] of input.mentees.entries()) {
    if (choice.mentorOf[person] !== nobody) continue
    // Nobody is a possible partner of themselves, and that needs no telling.
    const { possible, rules } = counted(pairs.brokenBy(person).filter((_, other) => other !== person))
    const others = pairs.mentees - 1
    const words =
      possible === 0
        ? noneWords(others, forbiddenWords(plural(others, 'other person', 'other people'), rules))
        : takenWords(possible, others, left === 1)
    const otherwise = isExplained(whose, id) ? yield* alternatives.forMentee(person) : null
    found.push({ id, words, rules, best: otherwise?.best ?? null })
    yield { label: 'Explaining', done: person + 1, total: pairs.mentees }
  }
  return found
}

function noneWords(others: number, forbidden: string): string {
  return others === 0 ? 'Nobody else takes part.' : forbidden
}

/** As many have a partner as can be, so whoever is possible for somebody without one is taken. */
function takenWords(possible: number, others: number, isOnly: boolean): string {
  const words = possibleWords(possible, others, 'other person', 'other people')
  const taken = possible === 1 ? `${words}, and has a partner.` : `${words}, and all of them have partners.`
  return isOnly && others % 2 === 0 ? `The number is odd, and somebody has to be left over. ${taken}` : taken
}
