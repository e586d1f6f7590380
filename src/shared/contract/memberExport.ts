import { z } from 'zod'
import { recordFormats } from '../domain/vocabulary'
import { count, date, id } from './fields'
import { main, read } from './operation'

const request = z
  .object({
    id,
    /** With what is marked as private to the coordinator. */
    privateNotes: z.boolean(),
    /** Other people by their names, or by what they are to the member. */
    others: z.enum(['named', 'roles']),
    today: date,
  })
  .strict()

const format = z.enum(recordFormats)

const everything = [
  'members',
  'member_skills',
  'member_merges',
  'member_identities',
  'topics',
  'consents',
  'programs',
  'matches',
  'match_members',
  'communities',
  'community_members',
  'community_stages',
  'gatherings',
  'gathering_attendees',
  'community_steps',
  'asks',
  'ask_answers',
  'invitations',
  'readiness_checks',
  'knowledge_items',
  'knowledge_authors',
  'knowledge_versions',
  'knowledge_reuses',
  'sessions',
  'session_attendees',
  'session_topics',
  'action_items',
  'program_checks',
  'enrolments',
  'enrolment_moves',
  'enrolment_checks',
  'wishes',
  'pair_rules',
  'match_runs',
  'survey_templates',
  'survey_responses',
  'survey_answers',
  'check_ins',
  'snoozes',
  'flag_snoozes',
  'match_moves',
  'goals',
  'milestones',
  'closures',
  'closure_steps',
  'interactions',
  'saved_views',
  'report_templates',
  'settings',
  'commands',
] as const

/** Everything that is kept about a member, for that member to read. */
export const memberExport = {
  /** The document as it would leave, and what is private in it. */
  'memberExport.preview': read({
    of: everything,
    long: true,
    input: request,
    output: z.object({
      html: z.string(),
      /** How much is marked as private, whether it is in or not. */
      isPrivate: z.object({ sessions: count, others: count }),
    }),
  }),
  'memberExport.document': read({
    of: [],
    long: true,
    internal: true,
    input: request,
    output: z.object({ html: z.string(), name: z.string() }),
  }),
  'memberExport.write': read({
    of: [],
    long: true,
    internal: true,
    input: request.extend({ format: format.exclude(['pdf']), path: z.string() }).strict(),
    output: z.object({ path: z.string() }),
  }),
  /** Asks where to, and writes it there. Null when the dialog was dismissed. */
  'memberExport.save': main({
    input: request.extend({ format }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
}
