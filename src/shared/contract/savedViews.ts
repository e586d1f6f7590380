import { z } from 'zod'
import { id, requiredLine } from './fields'
import { read, write } from './operation'

const screen = z.enum(['members', 'sessions', 'activity'])
const state = z.string().max(10_000)

/** A named set of filters, sorting and columns of one screen; the state belongs to that screen. */
export const savedViews = {
  'savedViews.list': read({
    of: ['saved_views'],
    input: z.object({ screen }).strict(),
    output: z.array(z.object({ id, name: z.string(), state: z.string() })),
  }),
  'savedViews.save': write({
    input: z.object({ screen, name: requiredLine, state }).strict(),
    output: z.object({ id }),
  }),
  'savedViews.remove': write({ input: z.object({ id }).strict(), output: z.object({ id }) }),
}
