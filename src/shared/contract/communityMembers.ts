import { z } from 'zod'
import { participationLevels } from '../domain/vocabulary'
import { count, date, id, optionalLine } from './fields'
import { read, write } from './operation'

const level = z.enum(participationLevels)

const membership = z.object({
  /** Of the line in the community. */
  id,
  memberId: id,
  name: z.string(),
  location: z.string().nullable(),
  department: z.string().nullable(),
  role: z.string().nullable(),
  joinedOn: z.string().nullable(),
  /** Null for who belongs to it. */
  leftOn: z.string().nullable(),
  /** Null where the community is too young to tell, and for those who left. */
  level: level.nullable(),
  /** The level at the end of each week, the present one first; it begins when they joined. */
  path: z.array(level),
  /** In how many weeks of the window they took part. */
  activeWeeks: count,
  /** The level twelve weeks before, and the last day of the week in which they came to this one; null where it is the same. */
  moved: z.object({ from: level, on: z.string() }).nullable(),
  /** The last day on which they took part in anything of it. */
  lastSeen: z.string().nullable(),
})
export type Membership = z.infer<typeof membership>

const lines = z.array(id).min(1).max(10_000)

/** Who belongs to a community, in which role, and how near its centre. */
export const communityMembers = {
  /** By name; those who left as well. */
  'communities.members': read({
    of: ['communities', 'community_members', 'members', 'interactions', 'gatherings', 'gathering_attendees'],
    input: z.object({ id, today: date }).strict(),
    output: z.object({
      /** How many weeks the rule looks at; null where the community is younger than five. */
      weeks: count.nullable(),
      /** The day on which that was so: the last with anything recorded, today at the latest. */
      on: date,
      members: z.array(membership),
    }),
  }),
  /** Who left before comes back; who belongs to it already stays as they are. */
  'communities.join': write({
    input: z
      .object({
        id,
        memberIds: z.array(id).min(1, 'Choose somebody.').max(10_000),
        role: optionalLine,
        joinedOn: date,
      })
      .strict(),
    output: z.object({ added: count }),
  }),
  'communities.saveMember': write({
    input: z
      .object({ id, role: optionalLine, joinedOn: date.nullable(), leftOn: date.nullable() })
      .strict()
      .refine(({ joinedOn, leftOn }) => joinedOn === null || leftOn === null || leftOn >= joinedOn, {
        message: 'They cannot leave before they join.',
        path: ['leftOn'],
      }),
    output: z.object({ id }),
  }),
  'communities.leave': write({
    input: z.object({ ids: lines, leftOn: date }).strict(),
    output: z.object({ left: count }),
  }),
  /** For those who never belonged to it: nothing of it stays but the history. */
  'communities.takeOut': write({
    input: z.object({ ids: lines }).strict(),
    output: z.object({ gone: count }),
  }),
}
