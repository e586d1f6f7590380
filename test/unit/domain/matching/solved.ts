import type { MatchingInput } from '@shared/domain/matching/input'
import type { Proposal } from '@shared/domain/matching/proposal'
import { propose } from '@shared/domain/matching/propose'
import type { Explained } from '@shared/domain/matching/run'
import { completed } from '@shared/domain/matching/steps'

/** How many random runs a property is tried on. */
export const numRuns = process.env.COPPICE_LONG === '1' ? 5000 : 200

export function solved(input: MatchingInput, whose: Explained = 'all'): Proposal {
  return completed(propose(input, whose))
}
