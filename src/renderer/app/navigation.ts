import type { OutputOf } from '@shared/contract'
import type { EnrolmentStep, KnowledgeKind, MatchSide } from '@shared/domain/vocabulary'
import { create } from 'zustand'

/** Where the window is: a screen, and what is open in it. */
export type Place =
  | { screen: 'today' }
  | { screen: 'members'; memberId?: number; dialog?: 'new' | 'edit' | 'export' | 'erase' | 'keep' }
  /** Members who may be there twice, perhaps only those of one import; and two of them side by side. */
  | { screen: 'duplicates'; importId?: number }
  | { screen: 'merge'; keep: number; other: number }
  /** The programs; one of them, at a tab, with what is open in it; and the form for a new or an old one. */
  | { screen: 'mentoring' }
  | {
      screen: 'program'
      programId: number
      tab?: ProgramTab
      /** Whom to show of the enrolments, when one comes from somewhere that speaks of them. */
      show?: { steps: EnrolmentStep[]; stuck: boolean }
      enrolmentId?: number
      matchId?: number
      /** Whom to find in the proposal of its matching. */
      find?: string
    }
  | { screen: 'program-editor'; programId?: number; template?: string }
  /** Surveys that belong to no program. */
  | { screen: 'surveys' }
  | { screen: 'sessions'; sessionId?: number; query?: string }
  /** The editor; without a session it starts a new one with these attendees or this match. */
  | { screen: 'session-editor'; sessionId?: number; memberIds?: number[]; matchId?: number }
  /** The communities; one of them, at a tab, with what is open in it; and the form for a new or an old one. */
  | { screen: 'communities' }
  | {
      screen: 'community'
      communityId: number
      tab?: CommunityTab
      gatheringId?: number
      memberId?: number
      /** Somebody has asked something: it is to be noted at once. */
      asking?: true
    }
  | { screen: 'community-editor'; communityId?: number; example?: true }
  /** Whether there is ground for a community that is thought of, or for this one. */
  | { screen: 'readiness'; community?: { id: number; name: string } }
  /** Everybody's contacts as a picture, and how they cross between places and departments. */
  | { screen: 'map' }
  | { screen: 'crossing' }
  /** What was learned and written down; one piece of it; and the form for a new or an old one. */
  | { screen: 'knowledge'; query?: string; topicId?: number; authorId?: number; communityId?: number }
  | { screen: 'knowledge-item'; itemId: number; query?: string }
  | {
      screen: 'knowledge-editor'
      itemId?: number
      kind?: KnowledgeKind
      title?: string
      topic?: string
      communityId?: number
      passage?: Passage
    }
  /** Who teaches whom what; and what members want, against who and what there is for it. */
  | { screen: 'transfer' }
  | { screen: 'coverage' }
  /** Everything that holds some words; and the topics, as they stand under one another. */
  | { screen: 'search'; query?: string }
  | { screen: 'topics' }
  | { screen: 'activity' }
  | { screen: 'reports'; memberIds?: number[]; matchId?: number }
  /** An import; of members, with the program they apply for. */
  | {
      screen: 'import'
      kind?: 'members' | 'sessions' | 'interactions'
      enrol?: { programId: number; role: MatchSide }
    }
  /** What was done in the file, at one command, or what was deleted from it. */
  | { screen: 'history'; tab?: 'changes' | 'trash'; command?: number }
  /** Settings, at the part of that name. */
  | { screen: 'settings'; part?: string }

/** A passage of a session's notes that a piece of knowledge is made out of. */
export type Passage = OutputOf<'knowledge.passage'> & { sessionId: number }

export type ProgramTab = 'overview' | 'enrolments' | 'matching' | 'matches' | 'surveys' | 'report'
export type CommunityTab =
  | 'overview'
  | 'members'
  | 'gatherings'
  | 'asks'
  | 'knowledge'
  | 'map'
  | 'crossing'
  | 'report'
  | 'growth'
  | 'about'
export type Screen = Place['screen']

interface Navigation {
  place: Place
  past: Place[]
  go(place: Place): void
  /** Back to where the user came from. */
  back(): void
  /** Another program file: nothing of the old one stays in view. */
  reset(): void
}

const remembered = 50

export const useNavigation = create<Navigation>()((set) => ({
  place: { screen: 'today' },
  past: [],
  go: (place) => set((state) => ({ place, past: [...state.past, state.place].slice(-remembered) })),
  back: () =>
    set((state) => ({ place: state.past.at(-1) ?? { screen: 'today' }, past: state.past.slice(0, -1) })),
  reset: () => set({ place: { screen: 'today' }, past: [] }),
}))

export const go = (place: Place): void => useNavigation.getState().go(place)
export const back = (): void => useNavigation.getState().back()

/** What is open in a screen, typed by the screen; null when another screen is shown. */
export function usePlace<S extends Screen>(screen: S): Extract<Place, { screen: S }> | null {
  const place = useNavigation((state) => state.place)
  return place.screen === screen ? (place as Extract<Place, { screen: S }>) : null
}
