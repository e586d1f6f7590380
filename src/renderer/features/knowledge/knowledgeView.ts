import type { KnowledgeFilter, KnowledgeSort } from '@shared/contract/knowledge'
import { create } from 'zustand'

export const anyItem: KnowledgeFilter = {
  query: '',
  kinds: [],
  states: [],
  topicIds: [],
  communityIds: [],
  authorIds: [],
  reviewBy: null,
}

interface KnowledgeView {
  filter: KnowledgeFilter
  /** Null: the best hits first, or the latest changed. */
  sort: KnowledgeSort | null
  active: number
  narrow(change: Partial<KnowledgeFilter>): void
  setSort(sort: KnowledgeSort): void
  setActive(active: number): void
}

/** How the knowledge base is looked at, for as long as the window is open. */
export const useKnowledgeView = create<KnowledgeView>()((set) => ({
  filter: anyItem,
  sort: null,
  active: -1,
  // What is searched for anew is to be seen by how well it fits.
  narrow: (change) =>
    set(({ filter, sort }) => ({
      filter: { ...filter, ...change },
      sort: change.query === undefined ? sort : null,
      active: -1,
    })),
  setSort: (sort) => set({ sort, active: -1 }),
  setActive: (active) => set({ active }),
}))
