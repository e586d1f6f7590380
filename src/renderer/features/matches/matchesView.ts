import type { MatchShow } from '@shared/contract/matches'
import { create } from 'zustand'

interface MatchesView {
  programId: number | null
  show: MatchShow
  query: string
  /** The row that the keyboard is on. */
  active: number
  /** Another program: its own list, from the top. */
  enter(programId: number): void
  narrow(change: { show?: MatchShow; query?: string }): void
  setActive(active: number): void
}

export const useMatchesView = create<MatchesView>()((set) => ({
  programId: null,
  show: 'all',
  query: '',
  active: -1,
  enter: (programId) =>
    set((state) =>
      state.programId === programId ? state : { programId, show: 'all', query: '', active: -1 },
    ),
  narrow: (change) => set({ ...change, active: -1 }),
  setActive: (active) => set({ active }),
}))
