import { z } from 'zod'
import { id } from './fields'
import { main, read } from './operation'
import { reportChoices, reportFormat, reportShown } from './report'

/** Without days it is of the 90 days that aliveness is read from. */
const request = z.object({ communityId: id, ...reportChoices }).strict()

/** What a community is and how alive: its parts, who takes part, what took place and crossed, and what was done. */
export const communityReport = {
  'communityReport.get': read({
    of: [
      'settings',
      'members',
      'consents',
      'communities',
      'community_stages',
      'community_members',
      'community_steps',
      'gatherings',
      'gathering_attendees',
      'asks',
      'ask_answers',
      'invitations',
      'interactions',
      'imports',
      'matches',
      'match_members',
      'topics',
      'member_skills',
      'sessions',
      'session_attendees',
      'session_topics',
      'knowledge_items',
      'knowledge_authors',
      'knowledge_topics',
      'knowledge_reuses',
    ],
    long: true,
    input: request,
    output: reportShown,
  }),
  /** The whole report as an HTML document, for Chromium to print. */
  'communityReport.document': read({
    of: [],
    long: true,
    internal: true,
    input: request,
    output: z.object({ html: z.string(), name: z.string() }),
  }),
  'communityReport.write': read({
    of: [],
    long: true,
    internal: true,
    input: request.extend({ format: reportFormat.exclude(['pdf']), path: z.string() }).strict(),
    output: z.object({ path: z.string(), name: z.string() }),
  }),
  /** Asks where to, and writes it there. Null when the dialog was dismissed. */
  'communityReport.save': main({
    input: request.extend({ format: reportFormat }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
  'communityReport.print': main({ input: request, output: z.object({ printed: z.boolean() }) }),
}
