import { z } from 'zod'
import { count, date, id, line, memberStatus, mentoringRole, nothing, reference } from './fields'
import { jot, main, read, write } from './operation'

/** How those who are erased were written, for what is to be looked through after the records. */
const spellings = z.array(z.object({ key: id, kind: z.enum(['name', 'email', 'phone']), text: z.string() }))

const left = z.array(z.object({ name: z.string(), problem: z.string() }))

const ids = z.array(id).min(1).max(100_000)

/** Erasing members: what would go, what would stay, and doing it. */
export const erasure = {
  /** In numbers, what erasing one member would take away and what it would leave. */
  'members.erasePreview': read({
    of: [
      'members',
      'member_skills',
      'member_merges',
      'member_identities',
      'consents',
      'sessions',
      'session_attendees',
      'action_items',
      'enrolments',
      'survey_responses',
      'check_ins',
      'snoozes',
      'flag_snoozes',
      'match_moves',
      'goals',
      'milestones',
      'closures',
      'closure_steps',
      'interactions',
      'matches',
      'match_members',
      'community_members',
      'gathering_attendees',
      'asks',
      'ask_answers',
      'invitations',
      'knowledge_items',
      'knowledge_authors',
      'knowledge_versions',
      'knowledge_reuses',
      'saved_views',
      'report_templates',
      'commands',
    ],
    long: true,
    input: z.object({ id, today: date }).strict(),
    output: z.object({
      name: z.string(),
      goes: z.object({
        /** Names of the fields of the profile that hold something. */
        fields: z.array(z.string()),
        skills: count,
        consents: count,
        /** Sessions with a title, an agenda or notes. */
        notes: count,
        actionItems: count,
        /** Enrolments with goals, a note, or reasons in somebody's own words. */
        enrolments: count,
        /** Check-ins, goals and closures of their matches, with what belongs to them. */
        support: count,
        /** What they asked and answered in communities, and how they were invited. */
        growth: count,
        /** What they told of uses of knowledge. */
        reuses: count,
        /** Records of others that name the member. */
        mentions: count,
        drafts: count,
        savedViews: count,
        /** Templates of reports about the member. */
        reportTemplates: count,
        /** Lines of the history that name the member, and earlier versions of what is erased. */
        history: count,
        /** Commands that could be undone until now, and cannot be afterwards. */
        undo: count,
      }),
      stays: z.object({
        sessions: count,
        interactions: count,
        matches: count,
        enrolments: count,
        /** Surveys whose answers go on counting, without a name. */
        surveys: count,
        communities: count,
        /** Pieces of knowledge that they are an author of. */
        knowledge: count,
        status: memberStatus,
        role: mentoringRole,
        /** What goes on counting for location and department; null where too few share them. */
        place: z.object({ location: z.string().nullable(), department: z.string().nullable() }).nullable(),
        joined: z.string().nullable(),
      }),
      /** Others who were at the sessions whose notes go; the first of them. */
      others: z.object({ count, first: z.array(reference) }),
      /** Members of the same name, who would no longer be named in texts either. */
      namesakes: z.array(reference),
      /** Other texts in which a part of the name stands alone: they stay as they are. */
      parts: count,
      /** Why the member must be kept; nothing can be erased then. */
      keep: z.object({ because: z.string(), since: z.string() }).nullable(),
    }),
  }),
  /** Erases a member in the file, its backups, and everything that was written of it. Cannot be undone. */
  'members.erase': main({
    input: z
      .object({
        id,
        /** As a confirmation, the name of who is erased. */
        name: line,
      })
      .strict(),
    output: z.object({ erased: count }),
  }),
  /** The part of it that is in the records. */
  'members.eraseRecords': write({
    internal: true,
    input: z.object({ ids, reason: line.nullable() }).strict(),
    output: z.object({ erased: count, spellings }),
  }),
  /** Search indexes without what was erased; then only the file itself has to be written anew. */
  'members.tidyErased': jot({ internal: true, input: nothing, output: nothing }),
  /** Whether an erasure could not be brought to its end: records are erased, but files still hold what was. */
  'erasure.state': read({
    of: ['settings', 'members'],
    input: nothing,
    output: z.object({
      unfinished: z.boolean(),
      /** How many members were erased ever, and when the last of them was. */
      erased: count,
      lastErasedAt: z.string().nullable(),
      /** Members who were erased and are there again: the file is a copy from before. */
      owed: count,
      /** Backups that still hold what was erased, and why. */
      left,
    }),
  }),
  'erasure.markFinished': jot({ internal: true, input: z.object({ left }).strict(), output: nothing }),
  /** Erases in every backup of a folder what was erased in the file. */
  'erasure.inBackups': read({
    of: [],
    long: true,
    internal: true,
    input: z.object({ folder: z.string(), spellings }).strict(),
    output: z.object({ erased: count, left }),
  }),
  /** Erases again who was erased before an older copy of the file came back. */
  'members.eraseAgain': write({
    internal: true,
    input: nothing,
    output: z.object({ erased: count, spellings }),
  }),
  /** Removes the backups that could not be erased. */
  'erasure.removeLeft': main({ input: nothing, output: nothing }),
  /** Brings it to its end. */
  'erasure.finish': main({ input: nothing, output: nothing }),
}
