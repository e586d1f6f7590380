import { z } from 'zod'
import { confidences } from '../domain/duplicates/judge'
import { mergeFieldNames } from '../domain/duplicates/mergeFields'
import { count, id, reference } from './fields'
import { read, write } from './operation'

const reason = z.object({ text: z.string(), speaks: z.enum(['for', 'against']) })

/** A member of a suggestion, with what tells them from others. */
const side = reference.extend({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  jobTitle: z.string().nullable(),
  location: z.string().nullable(),
  department: z.string().nullable(),
  archived: z.boolean(),
  /** Sessions, matches, enrolments and communities: who has more of it is proposed to stay. */
  records: count,
})
export type DuplicateSide = z.infer<typeof side>

const suggestion = z.object({
  /** Who is proposed to stay, and who may be the same. */
  keep: side,
  other: side,
  confidence: z.enum(confidences),
  reasons: z.array(reason),
})
export type DuplicateSuggestion = z.infer<typeof suggestion>

const fieldName = z.enum(mergeFieldNames)
const taken = z.enum(['keep', 'other', 'both'])

const field = z.object({
  field: fieldName,
  label: z.string(),
  keep: z.string().nullable(),
  other: z.string().nullable(),
  /** What stays if nobody says otherwise; where both stay, they are joined as in `joined`. */
  takes: taken,
  joined: z.string().nullable(),
})
export type MergeField = z.infer<typeof field>

/** So many of something; in words, such as "12 sessions". */
const tally = z.object({ what: z.string(), keep: count, other: count })
export type MergeTally = z.infer<typeof tally>

const choices = z.partialRecord(fieldName, taken)
export type MergeChoices = z.infer<typeof choices>

const pair = z.object({ keep: id, other: id }).strict()

/** Where something of a member stands, and what the names in it are of; a test sees that no table is missing. */
const relations = [
  'members',
  'member_merges',
  'member_identities',
  'distinct_members',
  'member_skills',
  'topics',
  'consents',
  'programs',
  'enrolments',
  'enrolment_moves',
  'enrolment_checks',
  'wishes',
  'pair_rules',
  'matches',
  'match_members',
  'check_ins',
  'snoozes',
  'goals',
  'closure_steps',
  'survey_responses',
  'sessions',
  'session_attendees',
  'action_items',
  'communities',
  'community_members',
  'community_steps',
  'gatherings',
  'gathering_attendees',
  'asks',
  'ask_answers',
  'invitations',
  'knowledge_items',
  'knowledge_authors',
  'knowledge_versions',
  'knowledge_reuses',
  'interactions',
] as const

/** Two records of one person: finding them, making them one, and taking them apart again. */
export const merging = {
  /** Members who may be the same person, the surest first; with an import only those whom it brought. */
  'members.duplicates': read({
    of: [
      'members',
      'distinct_members',
      'session_attendees',
      'match_members',
      'enrolments',
      'community_members',
    ],
    long: true,
    input: z.object({ importId: id.nullable(), limit: z.int().min(1).max(1000) }).strict(),
    output: z.object({ total: count, rows: z.array(suggestion) }),
  }),
  /** Pairs of which somebody has said that they are two people, the last first. */
  'members.distinct': read({
    of: ['members', 'distinct_members'],
    input: z.object({}).strict(),
    output: z.array(z.object({ first: reference, second: reference, saidAt: z.string() })),
  }),
  /** Notes that two are different people, or takes that back. */
  'members.setDistinct': write({
    input: z.object({ first: id, second: id, distinct: z.boolean() }).strict(),
    output: z.object({ changed: z.boolean() }),
  }),
  /** The two side by side, and what would come over. Nothing is written. */
  'members.mergePreview': read({
    of: relations,
    input: pair,
    output: z.object({
      keep: side,
      other: side,
      fields: z.array(field),
      tallies: z.array(tally),
      /** What is not simply carried over, in sentences. */
      notes: z.array(z.string()),
      /** Why the two cannot be merged; null when they can. */
      refusal: z.string().nullable(),
    }),
  }),
  /** Makes one member of two: the other's records become those of the one who stays. */
  'members.merge': write({
    input: pair.extend({ choices }).strict(),
    output: z.object({ id, command: id, notes: z.array(z.string()) }),
  }),
  /** What a merge would be if it were taken apart now: after later edits not everything comes back. */
  'members.splitPreview': read({
    of: [...relations, 'commands'],
    input: z.object({ command: id }).strict(),
    output: z
      .object({
        /** Who is there now, and who comes back. */
        kept: reference,
        back: z.object({ name: z.string() }),
        /** What goes back, what stays with the one who is there, and what was changed since and stays as it is. */
        returns: z.array(z.string()),
        stays: z.array(z.string()),
        conflicts: z.array(z.string()),
        refusal: z.string().nullable(),
      })
      /** Null for what is no merge, or was taken apart already. */
      .nullable(),
  }),
  'members.split': write({
    input: z.object({ command: id }).strict(),
    output: z.object({ id, conflicts: z.array(z.string()) }),
  }),
  /** Whom a member was merged with, the last first. */
  'members.mergesOf': read({
    of: ['members', 'member_merges'],
    input: z.object({ id }).strict(),
    output: z.array(z.object({ command: id, name: z.string(), mergedAt: z.string() })),
  }),
}
