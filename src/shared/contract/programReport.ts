import { z } from 'zod'
import { id } from './fields'
import { main, read } from './operation'
import { reportChoices, reportFormat, reportShown } from './report'

const request = z.object({ programId: id, ...reportChoices }).strict()

/** How a program went: who came how far, what took place, what was kept and reached, and how it ended. */
export const programReport = {
  'programReport.get': read({
    of: [
      'settings',
      'members',
      'consents',
      'programs',
      'enrolments',
      'enrolment_moves',
      'matches',
      'match_members',
      'match_moves',
      'sessions',
      'action_items',
      'check_ins',
      'goals',
      'closures',
      'closure_steps',
      'survey_templates',
      'survey_responses',
      'survey_answers',
    ],
    long: true,
    input: request,
    output: reportShown,
  }),
  /** The whole report as an HTML document, for Chromium to print. */
  'programReport.document': read({
    of: [],
    long: true,
    internal: true,
    input: request,
    output: z.object({ html: z.string(), name: z.string() }),
  }),
  'programReport.write': read({
    of: [],
    long: true,
    internal: true,
    input: request.extend({ format: reportFormat.exclude(['pdf']), path: z.string() }).strict(),
    output: z.object({ path: z.string(), name: z.string() }),
  }),
  /** Asks where to, and writes it there. Null when the dialog was dismissed. */
  'programReport.save': main({
    input: request.extend({ format: reportFormat }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
  'programReport.print': main({ input: request, output: z.object({ printed: z.boolean() }) }),
}
