import type { SearchFilter } from '@shared/contract/search'
import { create } from 'zustand'

export const anything: SearchFilter = {
  query: '',
  kinds: [],
  from: null,
  to: null,
  topicIds: [],
  communityId: null,
  programId: null,
  literally: false,
}

/** Whether anything but the words says what is found. */
export function isFiltered({ kinds, from, to, topicIds, communityId, programId }: SearchFilter): boolean {
  return kinds.length + topicIds.length > 0 || [from, to, communityId, programId].some((one) => one !== null)
}

interface SearchView {
  filter: SearchFilter
  narrow(change: Partial<SearchFilter>): void
}

/** What was searched for last, for as long as the window is open. */
export const useSearchView = create<SearchView>()((set) => ({
  filter: anything,
  narrow: (change) =>
    set(({ filter }) => ({
      // Other words are read as they may be meant again.
      filter: { ...filter, ...(change.query === undefined ? {} : { literally: false }), ...change },
    })),
}))
