import { z } from 'zod'
import { backup } from './backups'
import { count, nothing } from './fields'
import { jot, main } from './operation'
import { encryption, proof } from './programFile'

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
  /** What there is to go back to when a file is damaged. */
  'recovery.state': main({
    input: nothing,
    output: z.object({
      /** Whether a part of it cannot be read, or all of it can but something else than Coppice has changed it. */
      found: z.enum(['unreadable', 'changed']),
      /** When Coppice closed it the last time; null where nobody knows. */
      closedAt: z.string().nullable(),
      /** Whether the damaged file is open, so that it can be looked at. */
      open: z.boolean(),
      /** Whether there is anything to be salvaged: not where even its beginning is unreadable, or nobody has its key. */
      salvageable: z.boolean(),
      /** The newest good backup. */
      backup: backup.nullable(),
      /** Whether the backup needs a passphrase that nobody has given yet. */
      asks: z.boolean(),
    }),
  }),
  /** Puts a copy of a backup in the damaged file's place, which is kept beside it. */
  'recovery.goBack': main({
    input: z.object({ token: z.string(), opensWith: proof.nullable() }).strict(),
    output: z.object({ at: z.string(), keptAs: z.string() }),
  }),
  /** Asks where to, and salvages what can be read into a new file there. Null when the dialog was dismissed. */
  'recovery.salvage': main({
    input: nothing,
    output: salvaged.extend({ token: z.string(), fileName: z.string() }).nullable(),
  }),
  'recovery.reveal': main({ input: nothing, output: z.object({}) }),
  /** The open file was changed by who may change it: one goes on in it as it is. */
  'recovery.accept': main({ input: nothing, output: z.object({}) }),
  /** Shows the ways out of the open file's damage again. */
  'recovery.show': main({ input: nothing, output: z.object({}) }),
  'recovery.leave': main({ input: nothing, output: z.object({}) }),

  /** Fills a new file with whatever can be read of a damaged one, which is not touched. */
  'recovery.salvageFrom': jot({
    internal: true,
    input: z
      .object({ file: z.string().min(1).max(10_000), secret: encryption.shape.secret.nullable() })
      .strict(),
    output: salvaged,
  }),
}
