import { z } from 'zod'
import { count } from './fields'
import { jot } from './operation'
import { encryption } from './programFile'

/** What was found in a damaged file. */
const salvaged = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      found: count,
      /** Rows that are gone, as far as can be told; null when nobody can. */
      lost: count.nullable(),
    }),
  ),
  /** Rows that were left out because what they belong to is lost. */
  dropped: count,
  /** References to lost records that were taken out of rows that mean something without. */
  loosened: count,
})

export const recovery = {
  /** Fills a new file with whatever can be read of a damaged one, which is not touched. */
  'recovery.salvageFrom': jot({
    internal: true,
    input: z
      .object({ file: z.string().min(1).max(10_000), secret: encryption.shape.secret.nullable() })
      .strict(),
    output: salvaged,
  }),
}
