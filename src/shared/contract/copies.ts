import { z } from 'zod'
import { count, nothing } from './fields'
import { main, read, write } from './operation'
import { encryption, proof } from './programFile'

const side = z.enum(['ours', 'theirs'])
const choices = z.record(z.string(), side)
/** Stands for the copy that the user chose. */
const chosen = z.object({ file: z.string().min(1).max(10_000), proof: proof.nullable() }).strict()
const other = z
  .object({ path: z.string().min(1).max(10_000), secret: encryption.shape.secret.nullable() })
  .strict()

const conflict = z.object({
  /** The same for as long as both copies stay as they are. */
  key: z.string(),
  /** What kind of record, in words, and which. */
  kind: z.string(),
  record: z.string(),
  /** Null: one has deleted the record, the other has changed it, and it stays. */
  field: z.string().nullable(),
  before: z.string().nullable(),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  /** Which stays when nobody says otherwise: the later one. */
  takes: side,
})

const coming = z.object({
  added: count,
  changed: count,
  removed: count,
  /** How many commands of the other copy are not in this one. */
  commands: count,
  tables: z.array(z.object({ name: z.string(), added: count, changed: count, removed: count })),
  conflicts: z.array(conflict),
  /** Members who were erased here and are still in the other copy, by their names there: it is not merged so. */
  erasedHere: z.array(z.string()),
  /** Members who were erased in the other copy and are still here, by their names here. */
  erasedThere: z.array(z.string()),
})

/** Another coordinator's copy of this program file. */
export const copies = {
  /** What a merge would bring. Nothing is written. */
  'copies.preview': read({ of: [], long: true, internal: true, input: other, output: coming }),
  /** Takes in what the other copy has, as one command; what was chosen for a conflict goes by its key. */
  'copies.merge': write({
    internal: true,
    backsUpFirst: 'before import',
    input: other.extend({ choices }).strict(),
    output: coming,
  }),
  /** Asks for a colleague's copy; null when nobody chose one. */
  'copies.choose': main({
    input: nothing,
    output: z
      .object({
        file: z.string(),
        fileName: z.string(),
        /** It is encrypted: it takes its passphrase or recovery key. */
        asks: z.boolean(),
        /** It is not encrypted, and the file that is open is. */
        isPlain: z.boolean(),
      })
      .nullable(),
  }),
  /** The preview of a copy that was chosen. What opens it is used once and not kept. */
  'copies.look': main({ input: chosen, output: coming }),
  /** Takes in a copy that was chosen. */
  'copies.takeIn': main({ input: chosen.extend({ choices }).strict(), output: coming }),
}
