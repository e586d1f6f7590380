import type { Alternatives } from './alternatives'
import type { Choice } from './choice'
import type { MatchingInput } from './input'
import type { Pairs } from './pairs'

/** For whom it is worked out who else they might have had, by id: mentees with a mentor, and whoever is left over. */
export type Explained = 'all' | ReadonlySet<number>

/** A run that has been solved, and is to be explained. */
export interface Run {
  input: MatchingInput
  pairs: Pairs
  choice: Choice
  alternatives: Alternatives
  whose: Explained
}

export function isExplained(whose: Explained, id: number): boolean {
  return whose === 'all' || whose.has(id)
}
