import type { KnowledgeKind, KnowledgeState, ValueCycle } from '@shared/domain/vocabulary'
import type { Department } from '../organisation'

/** What somebody of the sample program wrote down, and what others made of it. */
export interface KnowledgeIdea {
  kind: KnowledgeKind
  state: KnowledgeState
  title: string
  body: string
  /** The text as it was before, where it was written over once. */
  earlier: string | null
  topics: readonly string[]
  /** Where its authors are, the first of them first. */
  authors: readonly Department[]
  /** Index into the communities; null for none. */
  community: number | null
  /** Days before today on which it was begun, and days from today on which it wants to be looked through. */
  age: number
  reviewIn: number | null
  /** What came of its uses, one a use. */
  uses: readonly Partial<Record<ValueCycle, string>>[]
  /** Whether it was made out of the notes of a session of its author. */
  fromNotes: boolean
}

/** What most of them have not. */
export const plain = { earlier: null, community: null, reviewIn: null, uses: [], fromNotes: false } as const
