import type { MemberFilter, MemberSortKey } from '@shared/contract/members'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export interface MembersViewState {
  filter: MemberFilter
  sort: { by: MemberSortKey; descending: boolean }
  columns: MemberColumnKey[]
}

export const memberColumnKeys = [
  'role',
  'status',
  'location',
  'department',
  'jobTitle',
  'organisation',
  'email',
  'phone',
  'joinedOn',
  'matches',
  'lastContactOn',
] as const
export type MemberColumnKey = (typeof memberColumnKeys)[number]

export const noFilter: MemberFilter = {
  query: '',
  statuses: [],
  roles: [],
  locations: [],
  departments: [],
  skills: [],
  consents: [],
  withRoom: false,
  importId: null,
  archived: false,
}

const initial: MembersViewState = {
  filter: noFilter,
  sort: { by: 'name', descending: false },
  columns: ['role', 'location', 'department', 'matches', 'lastContactOn'],
}

interface MembersView extends MembersViewState {
  /** Index of the row that the keyboard is on; -1 is none. */
  active: number
  selected: ReadonlySet<number>
  narrow(change: Partial<MemberFilter>): void
  show(state: Partial<MembersViewState>): void
  setActive(active: number): void
  select(ids: ReadonlySet<number>): void
}

/** How the directory is looked at. The columns are remembered on this computer; filters are for now only. */
export const useMembersView = create<MembersView>()(
  persist(
    (set) => ({
      ...initial,
      active: -1,
      selected: new Set<number>(),
      narrow: (change) =>
        set(({ filter }) => ({ filter: { ...filter, ...change }, active: -1, selected: new Set() })),
      show: (state) => set({ ...state, active: -1, selected: new Set() }),
      setActive: (active) => set({ active }),
      select: (selected) => set({ selected }),
    }),
    { name: 'members-view', partialize: ({ columns }) => ({ columns }) },
  ),
)
