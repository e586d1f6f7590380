import { z } from 'zod'
import { type Bucket, buckets, type Grouping, groupings, participationLevels } from '../domain/vocabulary'
import { count, date, id, period, reference } from './fields'
import { read } from './operation'

/** What the charts of one screen have in common. */
export const activityScope = period
  .extend({
    communityId: id.nullable(),
    /** Interactions with at least one side there; null is any. */
    location: z.string().nullable(),
    department: z.string().nullable(),
  })
  .strict()
export type ActivityScope = z.infer<typeof activityScope>

export { type Bucket, buckets, type Grouping, groupings }

const stale = [
  'interactions',
  'sessions',
  'session_attendees',
  'members',
  'communities',
  'community_members',
  'imports',
] as const

const level = z.enum(participationLevels)

export const activity = {
  /**
   * Sessions and interactions per bucket, gaps filled with zeros. An interaction between two locations counts
   * once for each of them when grouped, so groups may add up to more than `interactions`.
   */
  'activity.series': read({
    of: stale,
    input: z.object({ scope: activityScope, by: z.enum(buckets), group: z.enum(groupings) }).strict(),
    output: z.object({
      /** First and last day with anything recorded, within the scope; null when there is nothing. */
      from: z.string().nullable(),
      to: z.string().nullable(),
      /** Each bucket by its first day. */
      buckets: z.array(z.string()),
      sessions: z.array(count),
      interactions: z.array(count),
      groups: z.array(z.object({ name: z.string().nullable(), counts: z.array(count), total: count })),
      /** Days on which something was imported, to mark on the axis. */
      imports: z.array(z.object({ on: z.string(), label: z.string() })),
    }),
  }),
  /** Sums over the period; `name` null is unknown. */
  'activity.breakdown': read({
    of: stale,
    input: z
      .object({ scope: activityScope, of: z.enum(['location', 'department', 'medium', 'kind', 'community']) })
      .strict(),
    output: z.array(
      z.object({
        name: z.string().nullable(),
        interactions: count,
        sessions: count,
        minutes: count,
        members: count,
      }),
    ),
  }),
  /** Interactions and sessions per day, days without any left out. */
  'activity.calendar': read({
    of: stale,
    input: z.object({ scope: activityScope }).strict(),
    output: z.array(z.object({ day: z.string(), interactions: count, sessions: count })),
  }),
  /**
   * Levels of participation over the weeks that end on `on`, by contacts and by attendance at gatherings; members of a
   * community or all active members.
   */
  'activity.participation': read({
    of: [...stale, 'gatherings', 'gathering_attendees'],
    input: z.object({ on: date, weeks: z.int().min(4).max(52), communityId: id.nullable() }).strict(),
    output: z.object({
      counts: z.object({ core: count, active: count, peripheral: count, outside: count }),
      /** The same rule at the end of each of the last 12 months. */
      history: z.array(
        z.object({ on: z.string(), core: count, active: count, peripheral: count, outside: count }),
      ),
      /** The members nearest the centre; 200 at most. */
      members: z.array(reference.extend({ level, activeWeeks: count })),
    }),
  }),
  'communities.options': read({
    of: ['communities'],
    input: z.object({}).strict(),
    output: z.array(reference),
  }),
}
