import type { MatchingSettings } from '@shared/domain/matching/input'
import { create } from 'zustand'

/** Which part of a proposal is listed. */
export type Shown = 'all' | 'without mentor' | 'without mentee' | 'aside'

/** Whose line is open: a mentee's, with or without a mentor, or that of a mentor with nobody. */
export interface Opened {
  side: 'mentee' | 'mentor'
  id: number
}

interface View {
  programId: number | null
  /** What was changed of the settings and is not saved; null for nothing. */
  draft: MatchingSettings | null
  opened: Opened | null
  shown: Shown
  query: string
  weakestFirst: boolean
  set(part: Partial<Omit<View, 'set' | 'enter'>>): void
  /** Another program starts afresh; the same one is as it was left. */
  enter(programId: number): void
}

const fresh = {
  draft: null,
  opened: null,
  shown: 'all',
  query: '',
  weakestFirst: false,
} as const satisfies Partial<View>

export const useMatchingView = create<View>()((set) => ({
  programId: null,
  ...fresh,
  set: (part) => set(part),
  enter: (programId) => set((view) => (view.programId === programId ? view : { programId, ...fresh })),
}))
