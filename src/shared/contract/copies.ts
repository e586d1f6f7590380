import { z } from 'zod'
import { count, date, nothing, requiredLine } from './fields'
import { main, read, write } from './operation'
import { encryption, proof } from './programFile'

const side = z.enum(['ours', 'theirs'])
const choices = z.record(z.string(), side)
/** The fingerprint of a key that is not known yet and that the user has compared; null when there is none. */
const trust = z.string().max(100).nullable()
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

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const fileOfColleague = z.object({
  file: z.string(),
  fileName: z.string(),
  /** It is encrypted: it takes its passphrase or recovery key. */
  asks: z.boolean(),
  /** It holds what a colleague changed, and not a whole copy. */
  isChanges: z.boolean(),
  /** It is not encrypted, and the file that is open is. */
  isPlain: z.boolean(),
})

/** How much was done here that a colleague has not. */
const given = z.object({ steps: count, firstAt: z.string().nullable(), lastAt: z.string().nullable() })
const forWhom = z
  .object({
    /** The fingerprint of somebody whose changes were merged here: they get what they have not. */
    colleague: z.string().nullable(),
    /** Of somebody else: all that was done from this day on; null for all that was ever done. */
    since: date.nullable(),
  })
  .strict()

const coming = z.object({
  /** Who has signed it; null for a whole copy, which nobody signs. */
  from: z
    .object({
      name: z.string(),
      madeAt: z.string(),
      /** Of their key, in groups that can be read out on the telephone. */
      fingerprint: z.string(),
      /** By which name the key is known here; null when it is not. */
      knownAs: z.string().nullable(),
    })
    .nullable(),
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
    input: other.extend({ choices, trust }).strict(),
    output: coming,
  }),
  /** Whose changes were merged here. */
  'copies.colleagues': read({
    of: ['settings'],
    input: nothing,
    output: z.array(z.object({ name: z.string(), fingerprint: z.string(), since: z.string(), heard: count })),
  }),
  /** Whoever signs with that key is asked about again before anything of theirs is merged. */
  'copies.forget': write({
    input: z.object({ fingerprint: z.string().min(1).max(100) }).strict(),
    output: nothing,
  }),
  /** Writes a file of what somebody has not; without one only says how much that is. */
  'copies.changes': read({
    of: [],
    long: true,
    internal: true,
    input: forWhom.extend({
      file: z
        .object({
          path: z.string().min(1).max(10_000),
          signer: z.object({ name: z.string().min(1).max(200), privateKey: z.string() }).strict(),
          sealing: z.object({ secret: encryption.shape.secret, salt: bytes }).strict().nullable(),
        })
        .strict()
        .nullable(),
    }),
    output: given,
  }),
  /** Asks for a colleague's copy, or their changes; null when nobody chose one. */
  'copies.choose': main({ input: nothing, output: fileOfColleague.nullable() }),
  /** The same for a file that was dropped on the window. */
  'copies.dropped': main({ input: chosen.pick({ file: true }), output: fileOfColleague }),
  /** The preview of a copy that was chosen. What opens it is used once and not kept. */
  'copies.look': main({ input: chosen, output: coming }),
  /** Takes in a copy that was chosen. */
  'copies.takeIn': main({ input: chosen.extend({ choices, trust }).strict(), output: coming }),
  /** By which name and key this computer signs, and how much somebody would be given. */
  'copies.giving': main({
    input: forWhom,
    output: given.extend({
      /** Null until a first file was signed. */
      name: z.string().nullable(),
      fingerprint: z.string().nullable(),
      /** The program file is encrypted, so what is given has to be as well. */
      mustSeal: z.boolean(),
    }),
  }),
  /** Asks where to, and writes the file; null when nobody chose a place. */
  'copies.give': main({
    input: forWhom.extend({
      name: requiredLine.max(200, 'A name has at most 200 characters.'),
      passphrase: z.string().max(10_000).nullable(),
    }),
    output: given.extend({ fileName: z.string(), fingerprint: z.string() }).nullable(),
  }),
}
