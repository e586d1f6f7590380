import { z } from 'zod'
import { afterwards, closureStepKinds } from '../domain/support/closure'
import { date, id, markdown, reference, requiredLine } from './fields'
import { write } from './operation'

const step = z.object({
  id,
  kind: z.enum(closureStepKinds),
  member: reference.nullable(),
  doneOn: z.string().nullable(),
  afterwards: z.enum(afterwards).nullable(),
  notes: z.string(),
})

/** How a match is brought to its end, or was. */
export const closure = z.object({
  id,
  anticipated: z.boolean(),
  reason: z.string(),
  begunOn: z.string(),
  endsOn: z.string(),
  contactRule: z.string().nullable(),
  closedOn: z.string().nullable(),
  reopenedOn: z.string().nullable(),
  reopenedBecause: z.string().nullable(),
  steps: z.array(step),
})
export type Closure = z.infer<typeof closure>
export type ClosureStep = Closure['steps'][number]

export const closures = {
  /** The match goes on while the steps are taken. */
  'closures.begin': write({
    input: z
      .object({ matchId: id, anticipated: z.boolean(), reason: requiredLine, begunOn: date, endsOn: date })
      .strict(),
    output: z.object({ id }),
  }),
  /** Only what is given changes: the notes are still being saved when the box is ticked. */
  'closures.step': write({
    input: z
      .object({
        id,
        doneOn: date.nullable().optional(),
        /** What they want next, where it was a talk with one of them. */
        afterwards: z.enum(afterwards).nullable().optional(),
        notes: markdown.optional(),
      })
      .strict(),
    output: z.object({ id }),
  }),
  /** Ends the match: who wants another one is ready for it again in the program, and the others are at its end. */
  'closures.finish': write({
    input: z.object({ id, onDay: date, contactRule: requiredLine }).strict(),
    output: z.object({ id }),
  }),
  /** The match goes on after all; what was noted in the steps goes. */
  'closures.cancel': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
  /** An ended match goes on. */
  'closures.reopen': write({
    input: z.object({ matchId: id, onDay: date, reason: requiredLine }).strict(),
    output: z.object({ id }),
  }),
}
