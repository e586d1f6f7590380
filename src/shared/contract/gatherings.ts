import { z } from 'zod'
import { repeatChoices } from '../domain/repeats'
import { gatheringKinds, gatheringStatuses } from '../domain/vocabulary'
import { count, date, id, markdown, optionalLine, reference } from './fields'
import { read, write } from './operation'
import { deletion } from './trash'

const kind = z.enum(gatheringKinds)
const status = z.enum(gatheringStatuses)
const minutes = z.int().min(1, 'At least one minute.').max(100_000).nullable()
const guests = z.int().min(0, 'Guests cannot be below zero.').max(100_000)

const gatheringFields = z
  .object({
    /** Null is called by its kind. */
    title: optionalLine,
    kind,
    /** The day, and the hour by the clock of the place. */
    heldOn: date,
    startsAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 14:30.')
      .nullable(),
    minutes,
    place: optionalLine,
    /** Not open to everybody of the community. */
    isPrivate: z.boolean(),
    status,
    hostId: id.nullable(),
    notes: markdown,
  })
  .strict()
export type GatheringInput = z.infer<typeof gatheringFields>

const repeats = z
  .object({ how: z.enum(repeatChoices), until: date.nullable() })
  .strict()
  .nullable()

const gatheringRow = z.object({
  id,
  seriesId: id.nullable(),
  title: z.string().nullable(),
  kind,
  heldOn: z.string(),
  startsAt: z.string().nullable(),
  minutes: count.nullable(),
  place: z.string().nullable(),
  isPrivate: z.boolean(),
  status,
  host: reference.nullable(),
  /** Members of the directory who were there, how many of them as guests, and how many more in no directory. */
  attendees: count,
  asGuests: count,
  guests: count,
  imported: z.boolean(),
})
export type GatheringRow = z.infer<typeof gatheringRow>

const series = z.object({
  id,
  rule: z.string(),
  beginsOn: z.string(),
  /** Up to here its gatherings are planned. */
  plannedUntil: z.string(),
  endedOn: z.string().nullable(),
  /** Still to come. */
  planned: count,
})
export type GatheringSeries = z.infer<typeof series>

const attendee = z.object({ memberId: id, minutes: z.int().min(0).max(100_000).nullable() }).strict()

const gathering = z.object({
  ...gatheringFields.shape,
  id,
  communityId: id,
  host: reference.nullable(),
  guests: count,
  series: series.nullable(),
  /** By name. */
  attendees: z.array(reference.extend({ minutes: count.nullable(), isGuest: z.boolean() })),
  /** Who belonged to the community on the day, by name: the list to tick. */
  members: z.array(reference),
  /** Who was there the last time before it; null when there was none. */
  lastTime: z.object({ heldOn: z.string(), people: z.array(reference) }).nullable(),
})
export type Gathering = z.infer<typeof gathering>

const tables = ['gatherings', 'gathering_series', 'gathering_attendees', 'members'] as const

/** What a community meets for, and who was there. */
export const gatherings = {
  /** Of a community, the latest first. */
  'gatherings.list': read({
    of: tables,
    input: z.object({ communityId: id, today: date }).strict(),
    output: z.object({ gatherings: z.array(gatheringRow), series: z.array(series) }),
  }),
  /** Days on which a community came together, and how many were at gatherings too large to give contacts. */
  'gatherings.days': read({
    of: ['gatherings', 'gathering_attendees'],
    input: z.object({ communityId: id, from: date, to: date }).strict(),
    output: z.array(z.object({ day: z.string(), gatherings: count, withoutTies: count })),
  }),
  'gatherings.get': read({
    of: [...tables, 'community_members'],
    input: z.object({ id, today: date }).strict(),
    output: gathering,
  }),
  /**
   * One, or with `repeats` a series that is planned a year ahead. `following` takes what was changed over to those of
   * the same series that are still planned after it; their days stay.
   */
  'gatherings.save': write({
    input: z
      .object({
        id: id.nullable(),
        communityId: id,
        gathering: gatheringFields,
        repeats,
        following: z.boolean(),
        today: date,
      })
      .strict()
      .refine(({ gathering: { heldOn }, repeats: again }) => !again?.until || again.until >= heldOn, {
        message: 'The end comes before the first one.',
        path: ['repeats', 'until'],
      }),
    output: z.object({ id }),
  }),
  /** Who was there: that it was held is said with it. Of up to twelve people each two count as being in contact. */
  'gatherings.attend': write({
    input: z.object({ id, attendees: z.array(attendee).max(100_000), guests }).strict(),
    output: z.object({ id, ties: count }),
  }),
  'gatherings.setStatus': write({ input: z.object({ id, status }).strict(), output: z.object({ id }) }),
  /** Plans the next of a series. */
  'gatherings.planOn': write({
    input: z.object({ seriesId: id, today: date }).strict(),
    output: z.object({ planned: count }),
  }),
  /** Those of the series that are planned from that day on are gone, and no more will be. */
  'gatherings.endSeries': write({
    input: z.object({ seriesId: id, from: date }).strict(),
    output: z.object({ gone: count }),
  }),
  /** Into the trash. */
  'gatherings.remove': write({ input: z.object({ id }).strict(), output: deletion }),
}
