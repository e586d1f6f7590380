import type { Derivation } from '../engine/derivation'
import { activityChunks } from './activityChunks'
import { contactDays } from './contactDays'
import { knowledgeSearch } from './knowledgeSearch'
import { matchRhythms } from './matchRhythms'
import { memberSearch } from './memberSearch'
import { recordCounts } from './recordCounts'
import { recordSearch } from './recordSearch'
import { sessionSearch } from './sessionSearch'

export { packNextChunk } from './activityChunks'
export { forgetDeletedWords, mergeSearchIndexes } from './searchUpkeep'

/** Tables of figures: they hold nothing that does not follow from the records. */
export const figureTables = ['record_counts', 'contact_days', 'match_rhythms', 'activity_chunks'] as const

/** Everything that is kept true to the records, with the memory of one command: made anew for each. */
export function derivations(): Derivation[] {
  return [
    memberSearch(),
    sessionSearch(),
    knowledgeSearch(),
    recordSearch(),
    recordCounts(),
    contactDays(),
    matchRhythms(),
    activityChunks(),
  ]
}
