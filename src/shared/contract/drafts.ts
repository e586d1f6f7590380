import { z } from 'zod'
import { jot, read } from './operation'

const key = z.string().min(1).max(100)

/** What is being typed and not saved yet. The body belongs to the screen that writes it. */
export const drafts = {
  'drafts.get': read({
    of: [],
    input: z.object({ key }).strict(),
    output: z.object({ body: z.string(), updatedAt: z.string() }).nullable(),
  }),
  'drafts.save': jot({
    input: z.object({ key, body: z.string().max(2_000_000) }).strict(),
    output: z.object({ updatedAt: z.string() }),
  }),
  'drafts.discard': jot({
    input: z.object({ key }).strict(),
    output: z.object({}),
  }),
}
