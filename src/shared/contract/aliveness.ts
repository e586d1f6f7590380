import { z } from 'zod'
import { numberParts, partKeys } from '../domain/aliveness/parts'
import { communityStages } from '../domain/vocabulary'
import { count, date, id } from './fields'
import { read } from './operation'

const stale = [
  'interactions',
  'members',
  'communities',
  'community_members',
  'matches',
  'match_members',
  'imports',
] as const

/** What is looked at: a community, or the whole program. */
const input = z
  .object({
    /** Both belong to the span; null is 90 days that end on the last day with a contact, today at the latest. */
    from: date.nullable(),
    to: date.nullable(),
    today: date,
    communityId: id.nullable(),
    /** Leaves out what came in from files. */
    loggedOnly: z.boolean(),
  })
  .strict()

const span = z.object({ from: z.string(), to: z.string() })

const ratio = z.object({
  value: z.number().min(0).max(1).nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
})
const reading = ratio.extend({
  /** Why there is no value. */
  missing: z.string().nullable(),
  inputs: z.record(z.string(), z.number()),
  /** The same figure seen in another way. */
  also: z.array(ratio.extend({ name: z.string() })),
})

const levelCounts = z.object({ core: count, active: count, peripheral: count, outside: count })

const ranged = z.object({ value: z.number(), low: z.number(), high: z.number() })

export const aliveness = {
  /** The parts of aliveness over a span and over the one before; `domain/aliveness` says what each is. */
  'aliveness.get': read({
    of: stale,
    input,
    output: z.object({
      community: z.object({ id, name: z.string(), stage: z.enum(communityStages) }).nullable(),
      span,
      before: span,
      parts: z.array(
        reading.extend({
          key: z.enum(partKeys),
          before: reading,
          /** What the value has gained; null where the two cannot be compared. */
          change: z.number().nullable(),
        }),
      ),
      /** Shown beside the parts, never counted among them. */
      beside: z.object({
        density: z.number().nullable(),
        isolates: count,
        levels: z
          .object({
            weeks: count,
            now: levelCounts,
            before: levelCounts,
            flow: z.object({ inward: count, outward: count, held: count }),
          })
          .nullable(),
      }),
      inputs: z.object({
        members: count,
        /** Members and others in any of the contacts. */
        people: count,
        contacts: count,
        contactsBefore: count,
        /** How many of the contacts of both spans came in from files. */
        imported: count,
      }),
      /** Files that were imported in either span: they change what is known, not what happened. */
      imports: z.array(z.object({ on: z.string(), label: z.string() })),
    }),
  }),
  /** The parts as one number, for who asks for it, with its range and its coverage. */
  'aliveness.number': read({
    of: stale,
    long: true,
    input,
    output: z.object({
      span,
      before: span,
      /** 0 to 100; null when too few parts have a value. */
      number: ranged.nullable(),
      parts: z.array(z.enum(numberParts)),
      of: count,
      comparison: z
        .object({
          parts: z.array(z.enum(numberParts)),
          now: ranged,
          before: ranged,
          change: z.enum(['higher', 'lower', 'no clear change']),
        })
        .nullable(),
    }),
  }),
}
