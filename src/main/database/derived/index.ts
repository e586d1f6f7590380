import type { Derivation } from '../engine/derivation'
import { memberSearch } from './memberSearch'
import { sessionSearch } from './sessionSearch'

export { forgetDeletedWords, mergeSearchIndexes } from './searchUpkeep'

/** Everything that is kept true to the records, with the memory of one command: made anew for each. */
export function derivations(): Derivation[] {
  return [memberSearch(), sessionSearch()]
}
