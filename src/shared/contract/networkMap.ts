import { z } from 'zod'
import { participationLevels } from '../domain/vocabulary'
import { count, id, period } from './fields'
import { read } from './operation'

/** More people than this are no picture that anybody reads: they are shown by groups first. */
export const mostOnMap = 2500

/** What people on a map are grouped and coloured by; `contact` is whom they are mostly in contact with. */
const grouping = z.enum(['location', 'department', 'community', 'level', 'contact'])
/** A group, or somebody and all whom they are in contact with. */
const step = z.object({ by: z.enum([...grouping.options, 'person']), key: z.string() }).strict()

/**
 * A community's members, or all active ones, and whoever was in contact with them in a period. Of those the people in
 * one group, and of those again, step by step. The key of a person is their id, that of a group is the name of the place or department, the id of
 * the community, the level, or the id of anybody who is in it; '' is the group of those of whom that is not known.
 */
const scope = period.extend({
  communityId: id.nullable(),
  within: z.array(step).max(8),
})

const of = [
  'interactions',
  'members',
  'communities',
  'community_members',
  'gatherings',
  'gathering_attendees',
  'imports',
] as const

export const networkMap = {
  /** Who was in contact with whom in a period, for a picture. */
  'networkMap.read': read({
    of,
    input: scope.strict(),
    output: z.object({
      /** How many there are; `people` is empty when they are more than `mostOnMap`. */
      total: count,
      /** In the order of names. */
      people: z.array(
        z.object({
          id,
          name: z.string(),
          location: z.string().nullable(),
          department: z.string().nullable(),
          /** Of several the one in which they had most contacts. */
          community: z.string().nullable(),
          /** At the end of the period; null of guests, and where the community is too young to tell. */
          level: z.enum(participationLevels).nullable(),
          /** The place in `clusters`; null without any contact here. */
          cluster: count.nullable(),
          member: z.boolean(),
        }),
      ),
      /** Those who are mostly in contact with each other, the largest first: `around` is the place in `people` of who has most ties in it. */
      clusters: z.array(z.object({ around: count, people: count })),
      /** Mondays of all weeks from the first contact to the last. */
      weeks: z.array(z.string()),
      /** Imports in these weeks. */
      imports: z.array(z.object({ on: z.string(), label: z.string() })),
      /** Places in `people`, and in which of the weeks the two were in contact, in rising order. */
      ties: z.array(z.object({ a: count, b: count, contacts: count, weeks: z.array(count) })),
    }),
  }),
  /**
   * Who of all those people holds departments together. Every shortest way is counted for it, which takes seconds among
   * many: the picture is drawn meanwhile, and the marks come later.
   */
  'networkMap.brokers': read({
    of,
    long: true,
    input: period.extend({ communityId: id.nullable() }).strict(),
    output: z.object({
      ids: z.array(id),
      /** From how many people shortest ways were counted, where it is an estimate; null when from all. */
      sampled: count.nullable(),
    }),
  }),
  /** The same people by groups, for a picture of many. */
  'networkMap.groups': read({
    of,
    input: scope.extend({ by: grouping }).strict(),
    output: z.object({
      total: count,
      /** The largest first. The name is that of who has most ties in it where it is a group by contact; null is the group of the unknown. */
      groups: z.array(
        z.object({
          key: z.string(),
          name: z.string().nullable(),
          people: count,
          /** Ties among them. */
          ties: count,
          /** Those who have no tie to anybody on the map. */
          alone: count,
        }),
      ),
      /** Places in `groups`, and how many ties lead from one to the other. */
      ties: z.array(z.object({ a: count, b: count, ties: count })),
      /** Smaller groups that are not among them. */
      leftOut: z.object({ groups: count, people: count }),
    }),
  }),
}
