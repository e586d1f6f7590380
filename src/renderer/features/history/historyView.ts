import type { HistoryFilter } from '@shared/contract/history'
import { create } from 'zustand'

export const anyCommand: HistoryFilter = { query: '', areas: [], kinds: [], from: null, to: null }

interface HistoryView {
  filter: HistoryFilter
  active: number
  narrow(change: Partial<HistoryFilter>): void
  setActive(active: number): void
}

/** How the history is looked at, for as long as the window is open. */
export const useHistoryView = create<HistoryView>()((set) => ({
  filter: anyCommand,
  active: -1,
  narrow: (change) => set(({ filter }) => ({ filter: { ...filter, ...change }, active: -1 })),
  setActive: (active) => set({ active }),
}))
