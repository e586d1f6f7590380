import { z } from 'zod'
import { communityStages, gatheringKinds, gatheringStatuses } from '../domain/vocabulary'
import {
  count,
  date,
  id,
  markdown,
  optionalLine,
  optionalText,
  reference,
  requiredLine,
  words,
} from './fields'
import { read, write } from './operation'
import { deletion } from './trash'

const communityStage = z.enum(communityStages)

const communityFields = z
  .object({
    name: requiredLine,
    /** What it is about: the question that its members share. */
    domain: markdown,
    purpose: markdown,
    /** Days between gatherings; null has no rhythm of its own. */
    rhythmDays: z.int().min(1, 'At least one day.').max(3660).nullable(),
    sponsorId: id.nullable(),
    coordinatorId: id.nullable(),
    beganOn: date.nullable(),
    endedOn: date.nullable(),
    /** Where anybody can look in, and where its members are among themselves; in plain words. */
    publicSpaces: optionalText,
    privateSpaces: optionalText,
  })
  .strict()
  .refine(({ beganOn, endedOn }) => beganOn === null || endedOn === null || endedOn >= beganOn, {
    message: 'The end comes before the beginning.',
    path: ['endedOn'],
  })
export type CommunityInput = z.infer<typeof communityFields>

const stageInput = z.object({ stage: communityStage, since: date, note: optionalLine }).strict()

export type StageInput = z.infer<typeof stageInput>

const communityRow = z.object({
  id,
  name: z.string(),
  domain: z.string(),
  stage: communityStage,
  /** Null where nobody noted it. */
  stageSince: z.string().nullable(),
  rhythmDays: count.nullable(),
  beganOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  coordinator: reference.nullable(),
  /** Who belongs to it today, and at how many places. */
  members: count,
  places: count,
  gatherings: z.object({
    held: count,
    lastOn: z.string().nullable(),
    nextOn: z.string().nullable(),
    /** Planned for a day that is over: whether they took place is not noted. */
    open: count,
  }),
})
export type CommunityRow = z.infer<typeof communityRow>

const community = z.object({
  ...communityFields.shape,
  id,
  stage: communityStage,
  /** How the stage changed, the latest first; empty where nobody noted it. */
  stages: z.array(z.object({ id, stage: communityStage, since: z.string(), note: z.string().nullable() })),
  sponsor: reference.nullable(),
  coordinator: reference.nullable(),
  /** Where nothing but its own settings and its list of members belongs to it, it can be deleted. */
  deletable: z.boolean(),
})
export type Community = z.infer<typeof community>

const rowTables = ['communities', 'community_stages', 'community_members', 'gatherings', 'members'] as const

/** Communities of practice: what they are about, who tends them, and where they are on their way. */
export const communities = {
  /** Those that go on first, by name; then those that ended. */
  'communities.list': read({
    of: rowTables,
    input: z.object({ today: date }).strict(),
    output: z.array(communityRow),
  }),
  /** For the palette: those that go on first, each by name. */
  'communities.names': read({
    of: ['communities'],
    input: z.object({ today: date }).strict(),
    output: z.array(reference.extend({ ended: z.boolean() })),
  }),
  /** Gatherings and asks that have all the words, with the community they belong to; gatherings around today first. */
  'communities.find': read({
    of: ['communities', 'gatherings', 'asks', 'members'],
    input: z.object({ query: words, today: date, limit: z.int().min(1).max(100) }).strict(),
    output: z.object({
      gatherings: z.array(
        z.object({
          id,
          title: z.string().nullable(),
          kind: z.enum(gatheringKinds),
          heldOn: z.string(),
          status: z.enum(gatheringStatuses),
          community: reference,
        }),
      ),
      asks: z.array(
        z.object({ id, text: z.string(), asker: z.string(), askedOn: z.string(), community: reference }),
      ),
    }),
  }),
  /** One line of that list. */
  'communities.figures': read({
    of: rowTables,
    input: z.object({ id, today: date }).strict(),
    output: communityRow,
  }),
  'communities.get': read({
    of: [
      ...rowTables,
      'interactions',
      'gathering_series',
      'community_steps',
      'asks',
      'invitations',
      'knowledge_items',
    ],
    input: z.object({ id }).strict(),
    output: community,
  }),
  /** A new one begins in a stage. */
  'communities.save': write({
    input: z
      .object({ id: id.nullable(), community: communityFields, begins: stageInput.nullable() })
      .strict()
      .refine((input) => input.id !== null || input.begins !== null, {
        message: 'Say in which stage it begins.',
        path: ['begins'],
      }),
    output: z.object({ id }),
  }),
  /** Notes that a community came into a stage; it may have been before others that are noted already. */
  'communities.setStage': write({
    input: stageInput.extend({ id }).strict(),
    output: z.object({ id }),
  }),
  /** Takes a line out of the history of stages, which was a slip; one is always left. */
  'communities.removeStage': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /** Into the trash. One that people met or wrote in cannot be deleted, only ended. */
  'communities.remove': write({ input: z.object({ id }).strict(), output: deletion }),
}
