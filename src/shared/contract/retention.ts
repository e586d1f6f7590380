import { z } from 'zod'
import { date, id, requiredLine } from './fields'
import { write } from './operation'

/** How long what is kept. */
export const retention = {
  /** Marks a member as to be kept, whatever the rules say and whoever wants to erase; null takes the mark away. */
  'members.keep': write({
    input: z
      .object({ id, keep: z.object({ because: requiredLine, since: date }).strict().nullable() })
      .strict(),
    output: z.object({ id }),
  }),
}
