import { z } from 'zod'
import { gatheringKinds } from '../domain/vocabulary'
import { count, date, id, reference } from './fields'
import { read } from './operation'

const community = { community: reference }

/** What communities need the coordinator for. */
export const communitiesDue = {
  'communities.due': read({
    of: [
      'communities',
      'community_members',
      'gatherings',
      'gathering_attendees',
      'asks',
      'ask_answers',
      'invitations',
      'readiness_checks',
      'members',
    ],
    input: z.object({ today: date, days: count, limit: z.int().min(1).max(100) }).strict(),
    output: z.object({
      /** All there are; the lists hold the first of each. */
      totals: z.object({
        gatherings: count,
        attendance: count,
        asks: count,
        invitations: count,
        rhythms: count,
        readiness: count,
      }),
      /** Planned for today or the days ahead, the next one first. */
      gatherings: z.array(
        z.object({
          ...community,
          id,
          title: z.string().nullable(),
          kind: z.enum(gatheringKinds),
          dueOn: z.string(),
          startsAt: z.string().nullable(),
          place: z.string().nullable(),
          daysToGo: count,
        }),
      ),
      /** Planned for a day that has passed, and nobody has noted who was there. */
      attendance: z.array(
        z.object({
          ...community,
          id,
          title: z.string().nullable(),
          kind: z.enum(gatheringKinds),
          heldOn: z.string(),
          daysAgo: count,
        }),
      ),
      /** Without an answer for a week; the one that waits longest first. */
      asks: z.array(z.object({ ...community, id, asker: reference, text: z.string(), daysWaiting: count })),
      /** Without an answer for a while, or accepted and not a member yet. */
      invitations: z.array(
        z.object({
          ...community,
          id,
          /** Null for who is in no directory. */
          memberId: id.nullable(),
          name: z.string(),
          step: z.enum(['ask again', 'admit']),
          since: z.string(),
          daysSince: count,
        }),
      ),
      /** Communities that have not met for more than twice the time they agreed on, with nothing planned. */
      rhythms: z.array(
        z.object({ ...community, rhythmDays: count, lastOn: z.string(), daysSince: count, daysLate: count }),
      ),
      /** Readiness plans that nobody has looked at again for three months. */
      readiness: z.array(
        z.object({
          community: reference.nullable(),
          idea: z.string().nullable(),
          takenOn: z.string(),
          daysSince: count,
        }),
      ),
    }),
  }),
}
