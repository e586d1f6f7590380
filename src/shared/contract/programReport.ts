import { z } from 'zod'
import { exportFormats } from '../domain/vocabulary'
import { count, date, id, redaction } from './fields'
import { main, read } from './operation'

const request = z
  .object({
    programId: id,
    /** Both ends belong to it; null is open. Nothing is said of days after today. */
    from: date.nullable(),
    to: date.nullable(),
    redaction,
    today: date,
    /** Names those too who have refused to be named in reports; otherwise they are "a member". */
    nameAll: z.boolean().default(false),
  })
  .strict()

const table = z.object({
  title: z.string(),
  columns: z.array(
    z.object({
      title: z.string(),
      kind: z.enum(['text', 'count', 'decimal', 'index', 'share', 'day', 'month']),
    }),
  ),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  more: count,
  picture: z.enum(['bars', 'months']).nullable(),
})

const report = z.object({
  title: z.string(),
  programName: z.string(),
  period: z.string(),
  generatedOn: z.string(),
  reading: z.string(),
  redaction,
  label: z.string(),
  note: z.string(),
  sections: z.array(z.object({ title: z.string(), sentences: z.array(z.string()), tables: z.array(table) })),
})

const format = z.enum(exportFormats)

/** How a program went: who came how far, what took place, what was kept and reached, and how it ended. */
export const programReport = {
  /** The report as it would leave, with the first rows of its long tables. */
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
    output: z.object({
      report,
      /** Members in it who have refused to be named in reports, or have taken their consent back. */
      unwilling: count,
    }),
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
    input: request.extend({ format: format.exclude(['pdf']), path: z.string() }).strict(),
    output: z.object({ path: z.string(), name: z.string() }),
  }),
  /** Asks where to, and writes it there. Null when the dialog was dismissed. */
  'programReport.save': main({
    input: request.extend({ format }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
  'programReport.print': main({ input: request, output: z.object({ printed: z.boolean() }) }),
}
