import { z } from 'zod'
import { count, date, id, period, reference } from './fields'
import { groups, months } from './network'
import { read } from './operation'

/** Contacts of a period: of a community's members, or of all active ones, and whoever was in contact with them. */
const scope = period
  .extend({
    communityId: id.nullable(),
    /** Leaves out the contacts of two whom the coordinator made a match of. */
    withoutAssigned: z.boolean(),
  })
  .strict()

const of = [
  'interactions',
  'members',
  'communities',
  'community_members',
  'matches',
  'match_members',
] as const

/** A cell of the matrix: two groups, or one with itself. */
const cell = scope.extend({ by: z.enum(['location', 'department']), a: z.string(), b: z.string() }).strict()

export const crossing = {
  /** How contacts lie to the borders between locations and between departments, beside what chance would give. */
  'crossing.read': read({
    of: [...of, 'imports'],
    long: true,
    input: scope,
    output: z.object({
      people: count,
      ties: count,
      /** Ties of two in a match, whether they are left out or not. */
      assigned: count,
      location: groups,
      department: groups,
      months,
      /** Imports in these months. */
      imports: z.array(z.object({ on: date, label: z.string() })),
    }),
  }),
  /** What is behind two groups, or one with itself: who was in contact, and who could be. */
  'crossing.cell': read({
    of,
    long: true,
    input: cell,
    output: z.object({
      pairs: count,
      /** The first of them, those with the latest contact first. */
      latest: z.array(z.object({ one: reference, other: reference, contacts: count, last: date })),
      /** Some of each group, by name: first those who have a contact in any other group already. */
      people: z.object({ a: z.array(reference), b: z.array(reference) }),
    }),
  }),
  /** The single contacts behind a cell, or behind two people in it. */
  'crossing.contacts': read({
    of: [...of, 'sessions', 'gatherings', 'imports'],
    long: true,
    input: cell.extend({ pair: z.tuple([id, id]).nullable() }).strict(),
    output: z.object({
      total: count,
      /** The first of them, the latest first. */
      latest: z.array(
        z.object({
          id,
          on: date,
          from: reference,
          to: reference,
          /** Whether `from` is known to have reached out. */
          directed: z.boolean(),
          kind: z.string(),
          community: reference.nullable(),
          /** What it was derived from, by its title where it has one; or the file it was read from. Null is by hand. */
          session: z.object({ id, title: z.string().nullable() }).nullable(),
          gathering: z.object({ id, title: z.string().nullable(), communityId: id }).nullable(),
          file: z.string().nullable(),
        }),
      ),
    }),
  }),
}
