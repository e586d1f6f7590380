import { z } from 'zod'
import { readinessItems } from '../domain/growth/readiness'
import { count, date, id, nothing, optionalLine, optionalText, reference } from './fields'
import { main, read, write } from './operation'

const answers = z
  .record(z.string(), z.int().min(1).max(5))
  .refine((given) => Object.keys(given).every((key) => readinessItems.some((item) => item.key === key)), {
    message: 'One of the answers belongs to no statement.',
  })
  .refine((given) => Object.keys(given).length > 0, { message: 'Answer at least one statement.' })

/** What it is about: a community, or an idea for one. */
const subject = { communityId: id.nullable(), idea: optionalLine }

const aboutSomething = {
  message: 'Say what the community would be about.',
  path: ['idea'],
}

const checkFields = z
  .object({
    ...subject,
    takenOn: date,
    /** Who answered, in whatever words. */
    who: optionalLine,
    answers,
    note: optionalText,
  })
  .strict()
  .refine(({ communityId, idea }) => communityId !== null || idea !== null, aboutSomething)
export type ReadinessInput = z.infer<typeof checkFields>

const check = z.object({
  id,
  community: reference.nullable(),
  idea: z.string().nullable(),
  takenOn: z.string(),
  who: z.string().nullable(),
  answers: z.record(z.string(), count),
  note: z.string().nullable(),
})
export type ReadinessCheck = z.infer<typeof check>

const document = z.object(subject).strict()
const format = z.enum(['pdf', 'html'])

/** Whether there is ground for a community, before it begins. */
export const readiness = {
  /** The latest first. */
  'readiness.list': read({
    of: ['readiness_checks', 'communities'],
    input: nothing,
    output: z.array(check),
  }),
  'readiness.save': write({
    input: z.object({ id: id.nullable(), check: checkFields }).strict(),
    output: z.object({ id }),
  }),
  'readiness.remove': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /** The reading and the plan, as a page. */
  'readiness.document': read({
    of: [],
    internal: true,
    input: z.object({ document, today: date }).strict(),
    output: z.object({ title: z.string(), html: z.string() }),
  }),
  /** Asks where to, and writes it there. Null when the dialog was dismissed. */
  'readiness.savePlan': main({
    input: z.object({ document, format, today: date }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),
  'readiness.print': main({
    input: z.object({ document, today: date }).strict(),
    output: z.object({ printed: z.boolean() }),
  }),
}
