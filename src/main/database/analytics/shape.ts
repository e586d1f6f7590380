import type { Ints } from '../columns/intColumn'

/**
 * What every activity figure is computed from: the tables as columns of numbers, in memory.
 *
 * A number that refers to another table is a row there; 0 is none. A number that stands for a word is an index into
 * `names`; 0 is unknown. Days are days since 1970-01-01. Rows of deleted records stay, all zeros.
 */
export interface Columns {
  /** A deleted row has kind 0. */
  interactions: Rows & {
    day: Ints
    from: Ints
    to: Ints
    /** 1 where `from` reached out to `to`, 0 where the two met. */
    directed: Ints
    kind: Ints
    community: Ints
    session: Ints
    /** 1 for what came in from a file. */
    imported: Ints
  }
  /** A deleted row has `held` 0. Unknown minutes are -1. */
  sessions: Rows & { held: Ints; day: Ints; minutes: Ints; medium: Ints }
  /** A deleted row has session 0. */
  attendees: Rows & { session: Ints; member: Ints }
  /** `id` is the member's id; `joined` a day, or `alwaysThere`. */
  members: Rows & { id: Ints; standing: Ints; location: Ints; department: Ints; joined: Ints }
  /** A deleted row has community 0. */
  communityMembers: Rows & { community: Ints; member: Ints; joined: Ints; left: Ints }
  /** Every recorded day lies between these, both included; `first` > `last` when there is none. */
  recorded: { first: number; last: number }
  /** Ids of communities by their number; the name is in `names.community`. */
  communityIds: readonly (number | null)[]
  names: Readonly<Record<Named, readonly (string | null)[]>>
}

/** Rows in use, row 0 included, and a number that is another one when any of them was made to be something else. */
interface Rows {
  rows: number
  rewrites: number
}

export type Named = 'kind' | 'community' | 'location' | 'department' | 'medium'

/** Where a member stands in the directory; a deleted member has 0. */
export const standing = { archived: 1, active: 2, alumni: 3, other: 4 } as const

/** The day of leaving of those who have not left: after every day of the calendar. */
export const neverLeft = 3_000_000

/** The day of joining of those of whom no such day is known: before every day of the calendar. */
export const alwaysThere = -1_000_000
