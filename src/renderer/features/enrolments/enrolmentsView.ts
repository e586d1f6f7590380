import type { EnrolmentFilter, EnrolmentSortKey } from '@shared/contract/enrolments'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** What narrows the people of a program down; which program it is, the screen says. */
export type Narrowing = Omit<EnrolmentFilter, 'programId' | 'stuckOn'> & { stuck: boolean }

export const everybody: Narrowing = {
  query: '',
  roles: [],
  steps: [],
  stuck: false,
  left: 'with',
  unchecked: false,
}

interface Sorting {
  by: EnrolmentSortKey
  descending: boolean
}

interface EnrolmentsView {
  /** The six steps beside each other, or a list. */
  as: 'board' | 'table'
  /** The program that is looked at; null before the first. */
  programId: number | null
  narrowing: Narrowing
  sort: Sorting
  /** Index of the row of the table that the keyboard is on; -1 is none. */
  active: number
  selected: ReadonlySet<number>
  /** Comes to a program: what was asked of another one is nothing to this. */
  enter(programId: number): void
  showAs(as: 'board' | 'table'): void
  narrow(change: Partial<Narrowing>): void
  sortBy(sort: Sorting): void
  setActive(active: number): void
  select(ids: ReadonlySet<number>): void
}

/** How the people of a program are looked at. Board or table is remembered on this computer; filters are for now only. */
export const useEnrolmentsView = create<EnrolmentsView>()(
  persist(
    (set) => ({
      as: 'board',
      programId: null,
      narrowing: everybody,
      sort: { by: 'name', descending: false },
      active: -1,
      selected: new Set<number>(),
      enter: (programId) =>
        set((view) =>
          view.programId === programId
            ? view
            : { programId, narrowing: everybody, active: -1, selected: new Set() },
        ),
      showAs: (as) => set({ as, active: -1 }),
      narrow: (change) =>
        set(({ narrowing }) => ({
          narrowing: { ...narrowing, ...change },
          active: -1,
          selected: new Set(),
        })),
      sortBy: (sort) => set({ sort, active: -1 }),
      setActive: (active) => set({ active }),
      select: (selected) => set({ selected }),
    }),
    { name: 'enrolments-view', partialize: ({ as }) => ({ as }) },
  ),
)

/** As the file is asked. */
export function filterOf(
  programId: number,
  { stuck, ...narrowing }: Narrowing,
  today: string,
): EnrolmentFilter {
  return { ...narrowing, programId, stuckOn: stuck ? today : null }
}

/** With the ids of one more or one less. */
export function toggled(selected: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}
