import { z } from 'zod'
import { backupReasons, backupStates } from '../domain/backups'
import { count, nothing } from './fields'
import { main, read } from './operation'
import { encryption, proof } from './programFile'

const path = z.string().min(1).max(10_000)
const position = z.object({ id: count, at: z.string() })
const reason = z.enum(backupReasons)

/** A backup as the window knows it: a token stands for its file. */
export const backup = z.object({
  token: z.string(),
  fileName: z.string(),
  at: z.string(),
  reason: reason.nullable(),
  bytes: count,
  state: z.enum(backupStates),
  /** What is the matter with it, in a sentence. */
  problem: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  members: count.nullable(),
  sessions: count.nullable(),
})
export type BackupEntry = z.infer<typeof backup>

const schedule = z.object({
  /** Whether backups are made by themselves while the file is open, and when it is closed. */
  automatic: z.boolean(),
  everyHours: z.int().min(1).max(168),
})

const commands = z.object({
  total: count,
  first: z.array(
    z.object({ id: count, at: z.string(), summary: z.string(), kind: z.enum(['do', 'undo', 'redo']) }),
  ),
})

const preview = z.object({
  counts: z.array(z.object({ kind: z.string(), now: count, afterwards: count })),
  since: commands,
  returning: commands,
})
export type RestorePreview = z.infer<typeof preview>

const written = z.object({
  path,
  name: z.string(),
  at: z.string(),
  bytes: count,
  sha256: z.string().nullable(),
  newest: position.nullable(),
  counts: z.record(z.string(), count).nullable(),
})

/** Opens an encrypted backup whose key is not that of the open file; null where nothing is needed. */
const opensWith = proof.nullable()

export const backups = {
  'backups.state': main({
    input: nothing,
    output: z.object({
      folder: z.string(),
      /** The newest first. */
      backups: z.array(backup),
      schedule: schedule.extend({ secondPlace: z.string().nullable() }),
      /** Whether something was done since the newest good one. */
      changedSince: z.boolean(),
      /** What the user has to know about their backups, in sentences. */
      problems: z.array(z.string()),
    }),
  }),
  'backups.make': main({
    input: nothing,
    output: z.object({ at: z.string(), problem: z.string().nullable() }),
  }),
  /** Reads all backups through. */
  'backups.checkAll': main({ input: nothing, output: z.object({ checked: count, damaged: count }) }),
  'backups.setSchedule': main({ input: schedule.partial().strict(), output: z.object({}) }),
  /** Asks for another place to keep a second copy of each backup in. Null when the dialog was dismissed. */
  'backups.chooseSecondPlace': main({ input: nothing, output: z.object({ place: z.string() }).nullable() }),
  'backups.forgetSecondPlace': main({ input: nothing, output: z.object({}) }),
  'backups.reveal': main({ input: nothing, output: z.object({}) }),
  /** Asks for a backup that is not in the list, such as one on another disk. */
  'backups.choose': main({ input: nothing, output: backup.nullable() }),
  'backups.preview': main({ input: z.object({ token: z.string(), opensWith }).strict(), output: preview }),
  /** Keeps the present state as a backup, then puts a copy of the backup in the file's place. */
  'backups.restore': main({
    input: z.object({ token: z.string(), opensWith }).strict(),
    output: z.object({ at: z.string() }),
  }),
  /** Makes another program file of a backup and opens it. Null when the dialog was dismissed. */
  'backups.restoreAs': main({
    input: z.object({ token: z.string(), opensWith }).strict(),
    output: z.object({ fileName: z.string() }).nullable(),
  }),

  /** How far the file is, and when the first command was done that a backup which ends with `after` does not hold. */
  'backups.position': read({
    of: ['commands'],
    internal: true,
    input: z.object({ after: count.nullable() }).strict(),
    output: z.object({ newest: position.nullable(), waitingSince: z.string().nullable() }),
  }),
  /** Writes a backup and reads it back. */
  'backups.write': read({
    of: [],
    internal: true,
    long: true,
    input: z
      .object({
        folder: path,
        reason,
        /** Where to, for one that is not to be in the folder. */
        path: path.nullable(),
        /** A folder for a second copy. */
        second: path.nullable(),
        /** Whether those that are not needed any more are removed afterwards. */
        thin: z.boolean(),
      })
      .strict(),
    output: written.extend({
      /** Why there is no second copy, in a sentence. */
      secondProblem: z.string().nullable(),
      removed: z.array(z.string()),
    }),
  }),
  /** Reads backups through; null for all in the folder. */
  'backups.verify': read({
    of: [],
    internal: true,
    long: true,
    input: z.object({ folder: path, names: z.array(z.string()).nullable() }).strict(),
    output: z.object({ checked: count, damaged: z.array(z.string()) }),
  }),
  /** Encrypts the plain backups of a file that is encrypted. */
  'backups.protect': read({
    of: [],
    internal: true,
    long: true,
    input: z.object({ folder: path }).strict(),
    output: z.object({ encrypted: count, left: z.array(z.string()) }),
  }),
  'backups.compare': read({
    of: [],
    internal: true,
    long: true,
    input: z.object({ path, secret: encryption.shape.secret.nullable() }).strict(),
    output: preview,
  }),
  /** Writes a copy of a backup to another path, read through before and after. */
  'backups.copy': read({
    of: [],
    internal: true,
    long: true,
    input: z
      .object({
        path,
        to: path,
        secret: encryption.shape.secret.nullable(),
        encryption: z.union([z.literal('same'), encryption, z.null()]),
      })
      .strict(),
    output: nothing,
  }),
}
