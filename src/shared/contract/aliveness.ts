import { z } from 'zod'
import { numberParts, partKeys } from '../domain/aliveness/parts'
import { stepKinds } from '../domain/aliveness/steps'
import { communityStages, participationLevels } from '../domain/vocabulary'
import { count, date, id, reference } from './fields'
import { read } from './operation'

const stale = [
  'interactions',
  'members',
  'communities',
  'community_members',
  'matches',
  'match_members',
  'imports',
  'gatherings',
  'gathering_attendees',
  'asks',
  'ask_answers',
  'topics',
  'knowledge_items',
  'knowledge_authors',
  'knowledge_topics',
  'knowledge_reuses',
] as const

/** What makes two members worth introducing to each other. */
const ofTopics = ['member_skills', 'sessions', 'session_attendees', 'session_topics'] as const

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
const comparison = z.object({
  now: ranged,
  before: ranged,
  change: z.enum(['higher', 'lower', 'no clear change']),
})
const level = z.enum(participationLevels)

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
      /** The parts that are low for the stage, or have fallen; the weakest first. */
      weak: z.array(z.enum(partKeys)),
      /** Ties between the largest locations, row by row, and those that chance would give; by their names. */
      places: z.object({
        names: z.array(z.string()),
        ties: z.array(count),
        expected: z.array(z.number()),
        /** How many more locations there are. */
        leftOut: count,
      }),
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
      comparison: comparison.extend({ parts: z.array(z.enum(numberParts)) }).nullable(),
      /** The same of each part that both spans have; value is among them and not in the number. */
      changes: z.array(comparison.extend({ part: z.enum(partKeys) })),
    }),
  }),
  /** The records behind a part: who counts and who does not. */
  'aliveness.records': read({
    of: stale,
    input: input.extend({ part: z.enum(partKeys) }).strict(),
    output: z.array(
      z.object({
        title: z.string(),
        /** What the count of a row is. */
        counts: z.enum(['contact', 'day', 'use']).nullable(),
        /** The rows may be the first of them. */
        total: count,
        rows: z.array(
          z.object({
            people: z.array(reference),
            on: z.string().nullable(),
            count: count.nullable(),
            /** What was asked, where it is an ask. */
            ask: z.string().nullable(),
            /** The piece of knowledge, where it is one or its use. */
            item: reference.nullable(),
          }),
        ),
      }),
    ),
  }),
  /** How near the centre everybody is, and who came nearer or moved away; null for a community under five weeks old. */
  'aliveness.participation': read({
    of: stale,
    input,
    output: z
      .object({
        weeks: count,
        on: z.string(),
        counts: levelCounts,
        /** By name; of those who did not move and need no word only the counts above tell. */
        members: z.array(
          reference.extend({
            level,
            /** Twelve weeks ago; null for who had not joined. */
            before: level.nullable(),
            movedOn: z.string().nullable(),
            activeWeeks: count,
            lastSeen: z.string().nullable(),
            ask: z.enum(['invite further in', 'catch before they drift']).nullable(),
          }),
        ),
      })
      .nullable(),
  }),
  /** A few concrete steps for the parts that are weak, naming people; those that were taken lately or dismissed are left out. */
  'aliveness.steps': read({
    of: [...stale, ...ofTopics, 'community_steps'],
    input: input.extend({ communityId: id }).strict(),
    output: z.array(
      z.object({
        part: z.enum(partKeys),
        kind: z.enum(stepKinds),
        /** None, one or two. */
        people: z.array(reference),
        /** Why; see `domain/aliveness/steps`. */
        topic: z.object({ name: z.string(), shared: z.string() }).nullable(),
        places: z.array(z.string()).nullable(),
        day: z.string().nullable(),
        count: count.nullable(),
        usual: count.nullable(),
        /** What was asked. */
        ask: z.string().nullable(),
        /** The piece of knowledge that it is about. */
        item: reference.nullable(),
      }),
    ),
  }),
}
