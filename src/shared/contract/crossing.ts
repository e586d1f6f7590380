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

export const crossing = {
  /** How contacts lie to the borders between locations and between departments, beside what chance would give. */
  'crossing.read': read({
    of,
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
    }),
  }),
  /** What is behind two groups, or one with itself: who was in contact, and who could be. */
  'crossing.cell': read({
    of,
    long: true,
    input: scope.extend({ by: z.enum(['location', 'department']), a: z.string(), b: z.string() }).strict(),
    output: z.object({
      pairs: count,
      /** The first of them, those with the latest contact first. */
      latest: z.array(z.object({ one: reference, other: reference, contacts: count, last: date })),
      /** Some of each group, by name: first those who have a contact in any other group already. */
      people: z.object({ a: z.array(reference), b: z.array(reference) }),
    }),
  }),
}
