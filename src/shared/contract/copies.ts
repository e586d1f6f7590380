import { z } from 'zod'
import { count } from './fields'
import { read, write } from './operation'
import { encryption } from './programFile'

const side = z.enum(['ours', 'theirs'])
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
})

/** Another coordinator's copy of this program file. */
export const copies = {
  /** What a merge would bring. Nothing is written. */
  'copies.preview': read({ of: [], long: true, internal: true, input: other, output: coming }),
  /** Takes in what the other copy has, as one command; what was chosen for a conflict goes by its key. */
  'copies.merge': write({
    internal: true,
    backsUpFirst: 'before import',
    input: other.extend({ choices: z.record(z.string(), side) }).strict(),
    output: coming,
  }),
}
