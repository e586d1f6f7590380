import { z } from 'zod'
import { delimiters, fileEncodings } from '../domain/imports'
import { surveyPeriods } from '../domain/surveys/results'
import { count, date, id, line, markdown, requiredLine } from './fields'
import { read, write } from './operation'
import { enrolmentRole } from './programs'
import { deletion } from './trash'

/** More would not be answered by anybody. */
const mostItems = 200

const scale = z
  .object({
    anchors: z.array(line).min(2, 'A scale has two answers at least.').max(11),
    items: z
      .array(z.object({ text: requiredLine, reversed: z.boolean(), subscale: count.nullable() }).strict())
      .min(1, 'Write one statement at least.')
      .max(mostItems),
    subscales: z
      .array(z.object({ name: requiredLine, whenLow: line.nullable() }).strict())
      .max(20, 'That is more than twenty parts.'),
    leastAnswered: z.int().min(1).max(100),
  })
  .strict()
  .refine(
    ({ items, subscales }) => items.every(({ subscale }) => subscale === null || subscale < subscales.length),
    { message: 'A statement belongs to a part that is not there.', path: ['items'] },
  )

const template = z.object({
  id,
  name: z.string(),
  purpose: z.string(),
  scale,
  version: count,
  versionOf: id.nullable(),
  /** In all programs together; with any, the scale cannot change. */
  responses: count,
})
export type Survey = z.infer<typeof template>

const surveyRow = template.omit({ scale: true, versionOf: true }).extend({
  items: count,
  /** A later version has taken its place. */
  replaced: z.boolean(),
  /** In this program, or in none. */
  responsesHere: count,
  peopleHere: count,
  lastAnsweredOn: z.string().nullable(),
})
export type SurveyRow = z.infer<typeof surveyRow>

const means = { whole: z.number().nullable(), subscales: z.array(z.number().nullable()) }
const groupsOf = <Key extends z.ZodType>(key: Key) =>
  z.object({ shown: z.array(z.object({ key, people: count, ...means })), kept: count })

const results = z.object({
  ...means,
  responses: count,
  people: count,
  shown: z.boolean(),
  alpha: z.number().nullable(),
  items: z.array(z.number().nullable()),
  period: z.enum(surveyPeriods),
  periods: z.array(z.object({ from: z.string(), people: count.nullable(), ...means })),
  sides: groupsOf(enrolmentRole),
  matches: groupsOf(id).extend({
    /** What the matches that are shown are called. */
    names: z.array(z.object({ id, name: z.string() })),
  }),
})

/** Null: asked in no program, of the whole organisation for example. */
const programId = id.nullable()
const place = { templateId: id, programId }
/** By item; null where there is none. */
const answers = z.array(z.int().min(1).max(11).nullable()).max(mostItems)

/** What a column of a form tool's file is: a statement by its place, or who, or when; null is left out. */
const column = z.union([count, z.literal('person'), z.literal('on')]).nullable()
export type SurveyColumn = z.infer<typeof column>

const importRequest = z
  .object({
    ...place,
    file: z.string().min(1).max(10_000),
    plan: z
      .object({
        encoding: z.enum(fileEncodings),
        delimiter: z.enum(delimiters),
        headerLine: count.nullable(),
        columns: z.array(z.string()).max(16_384),
        dateOrder: z.enum(['dmy', 'mdy', 'ymd']).nullable(),
      })
      .strict(),
    columns: z.array(column).max(16_384),
    /** For rows that do not say when. */
    onDay: date,
  })
  .strict()
export type SurveyImport = z.infer<typeof importRequest>

const outcome = z.object({
  taken: count,
  /** The first of them; `rejectedCount` is all. */
  rejected: z.array(z.object({ line: count, reason: z.string() })),
  rejectedCount: count,
})

const facts = ['survey_templates', 'survey_responses', 'survey_answers'] as const

/** Questionnaires, what was answered, and what it says of a program or of everybody; never of few. @see domain/surveys */
export const surveys = {
  /** Those that were answered there last come first. */
  'surveys.list': read({
    of: ['survey_templates', 'survey_responses'],
    input: z.object({ programId }).strict(),
    output: z.array(surveyRow),
  }),
  'surveys.get': read({
    of: ['survey_templates', 'survey_responses'],
    input: z.object({ id }).strict(),
    output: template,
  }),
  /** What the answers say that were given there. Groups of fewer than five people are not told apart. */
  'surveys.results': read({
    of: [...facts, 'matches', 'match_members', 'enrolments', 'members'],
    input: z.object(place).strict(),
    output: results,
  }),
  /** Who has answered, and when, the latest first; not what. */
  'surveys.responses': read({
    of: ['survey_responses', 'members'],
    input: z.object(place).strict(),
    output: z.array(
      z.object({ id, memberId: id.nullable(), name: z.string().nullable(), answeredOn: z.string() }),
    ),
  }),
  /**
   * Name and purpose can always change. Statements and scale of one that was answered cannot, as the answers would
   * mean something else: with `asVersion` another version is made.
   */
  'surveys.saveTemplate': write({
    input: z
      .object({
        id: id.nullable(),
        template: z.object({ name: requiredLine, purpose: markdown, scale }).strict(),
        asVersion: z.boolean(),
      })
      .strict(),
    output: z.object({ id }),
  }),
  /** Into the trash, as long as nobody has answered it. */
  'surveys.removeTemplate': write({ input: z.object({ id }).strict(), output: deletion }),
  /** What one person answered; the match is that of the person at that time. */
  'surveys.answer': write({
    input: z.object({ ...place, memberId: id.nullable(), answeredOn: date, answers }).strict(),
    output: z.object({ id }),
  }),
  'surveys.removeResponse': write({ input: z.object({ id }).strict(), output: deletion }),
  /** What an import would take, with nothing written. */
  'surveys.previewImport': read({
    of: [...facts, 'members'],
    long: true,
    input: importRequest,
    output: outcome,
  }),
  /** One command: undone as one step. */
  'surveys.import': write({ backsUpFirst: 'before import', input: importRequest, output: outcome }),
}
