import type { SessionFilter } from '@shared/contract/sessions'
import { create } from 'zustand'

export const anySession: SessionFilter = {
  query: '',
  memberId: null,
  matchId: null,
  topicIds: [],
  media: [],
  confidentialities: [],
  from: null,
  to: null,
  withoutNotes: false,
}

interface SessionsView {
  filter: SessionFilter
  active: number
  narrow(change: Partial<SessionFilter>): void
  setActive(active: number): void
}

/** How the sessions are looked at, for as long as the window is open. */
export const useSessionsView = create<SessionsView>()((set) => ({
  filter: anySession,
  active: -1,
  narrow: (change) => set(({ filter }) => ({ filter: { ...filter, ...change }, active: -1 })),
  setActive: (active) => set({ active }),
}))
