import { z } from 'zod'
import { count, id, line, nothing, passphrase, requiredLine } from './fields'
import { jot, main, read, write } from './operation'

const recentFile = z.object({
  /** Stands for the file; its path stays in the main process. */
  token: z.string(),
  name: z.string(),
  /** The folder, shortened for people. */
  folder: z.string(),
  /** `unreachable`: its drive or network folder does not answer just now. */
  found: z.enum(['there', 'gone', 'unreachable']),
})
export type RecentFile = z.infer<typeof recentFile>

const opened = z.object({ fileName: z.string(), folder: z.string() })

/** What has become of the open file meanwhile. Nothing is saved as long as there is trouble. */
const trouble = z.object({
  sentence: z.string(),
  /** What goes on with the records where they are now, as a button says it; null when only a copy does. */
  goOn: z.string().nullable(),
  /** A part of it cannot be read; `recovery.show` shows the ways out. */
  damaged: z.boolean(),
})
export type Trouble = z.infer<typeof trouble>

/** What has to be known about where the open file is: a synchronised folder, a network drive, copies beside it. */
const placeNotice = z.object({
  title: z.string(),
  text: z.string(),
  /** Whether the file would be safer elsewhere. */
  moves: z.boolean(),
})
export type PlaceNotice = z.infer<typeof placeNotice>

const openFile = opened.extend({
  encrypted: z.boolean(),
  trouble: trouble.nullable(),
  place: placeNotice.nullable(),
})
export type OpenFile = z.infer<typeof openFile>

/** What a person has to open an encrypted file: one of the two. */
export const proof = z.union([
  z.object({ passphrase }).strict(),
  z.object({ recoveryKey: z.string().max(100) }).strict(),
])

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** A secret of 16 bytes, and the seal that hides it behind a passphrase. */
export const encryption = z
  .object({
    secret: z.custom<SharedArrayBuffer>(
      (value) => Object.prototype.toString.call(value) === '[object SharedArrayBuffer]',
    ),
    seal: z.object({ salt: bytes, wrapped: bytes }).strict(),
  })
  .strict()

const problem = z.object({ what: z.string(), detail: z.string() })

export const programFile = {
  /** Which file is open, and which were. */
  'programFile.state': main({
    input: nothing,
    output: z.object({
      open: openFile.nullable(),
      /** The encrypted file that waits for its passphrase. */
      locked: opened.nullable(),
      /** The file that is being opened and takes long: its folder does not answer. */
      opening: opened.nullable(),
      /** The damaged file, open or not, that `recovery.state` tells the ways out of. */
      damaged: opened.nullable(),
      recent: z.array(recentFile),
      /** Why the file that was open last time could not be opened now. */
      problem: z.string().nullable(),
    }),
  }),
  /** Asks where to, and makes an empty program file there. Null when the dialog was dismissed. */
  'programFile.create': main({ input: nothing, output: opened.nullable() }),
  /** Asks which, or opens the recent file that the token stands for. */
  'programFile.open': main({
    input: z.object({ token: z.string().nullable() }).strict(),
    output: opened.nullable(),
  }),
  /** Makes a program file with the sample program in it. */
  'programFile.createSample': main({ input: nothing, output: opened.nullable() }),
  /** Opens the encrypted file that waits for its passphrase. */
  'programFile.unlock': main({ input: proof, output: z.object({}) }),
  /** Closes an encrypted file and forgets its key, until it is unlocked again. */
  'programFile.lock': main({ input: nothing, output: z.object({}) }),
  /** Gives up the file that is being opened; the open one stays open. */
  'programFile.giveUpOpening': main({ input: nothing, output: z.object({}) }),
  /** Asks where to, writes a copy of what is open, and goes on in it. */
  'programFile.saveCopy': main({ input: nothing, output: opened.nullable() }),
  /** Asks where to, goes on in a copy there, and leaves the old file under a name that says so. Null when dismissed. */
  'programFile.moveOut': main({
    input: nothing,
    output: opened.extend({ oldName: z.string(), oldFolder: z.string() }).nullable(),
  }),
  /** The open file is to stay where it is; nobody is told again of its place, nor of the copies beside it. */
  'programFile.keepHere': main({ input: nothing, output: z.object({}) }),
  /** Goes on where the open file is now. */
  'programFile.goOn': main({ input: nothing, output: z.object({}) }),
  'programFile.close': main({ input: nothing, output: z.object({}) }),
  'programFile.reveal': main({ input: nothing, output: z.object({}) }),
  'programFile.forgetRecent': main({ input: z.object({ token: z.string() }).strict(), output: z.object({}) }),
  /** SQLite's own check, the references between records, and the search indexes against the texts. */
  'programFile.check': read({
    of: [],
    long: true,
    input: nothing,
    output: z.object({ ok: z.boolean(), problems: z.array(problem), records: z.record(z.string(), count) }),
  }),
  /**
   * Writes a copy of the whole file, flushed to the disk and checked: encrypted as the file is, otherwise, or not at
   * all (null).
   */
  'programFile.copyTo': read({
    of: [],
    long: true,
    internal: true,
    input: z
      .object({ path: z.string(), encryption: z.union([z.literal('same'), encryption, z.null()]) })
      .strict(),
    output: z.object({ bytes: count }),
  }),
  /** Brings what is only in the log beside the file into the file itself. */
  'programFile.settle': read({ of: [], internal: true, input: nothing, output: nothing }),
  /** Whether every page of the file can be read, and fits its neighbours. */
  'programFile.readThrough': read({
    of: [],
    long: true,
    internal: true,
    input: nothing,
    output: z.object({ whole: z.boolean() }),
  }),
  /** What a new file starts with. */
  'program.begin': jot({
    internal: true,
    input: z.object({ name: requiredLine, timeZone: line }).strict(),
    output: nothing,
  }),
  /** Fills a new file with the sample program. */
  'program.fillSample': jot({
    internal: true,
    input: z
      .object({
        today: z.iso.date(),
        seed: z.int(),
        members: count.nullable(),
        sessions: count.nullable(),
        interactions: count.nullable(),
      })
      .strict(),
    output: z.object({ members: count, sessions: count, interactions: count }),
  }),
  /** The name of the program and the counts beside the navigation. */
  'program.overview': read({
    of: [
      'settings',
      'members',
      'sessions',
      'programs',
      'matches',
      'communities',
      'interactions',
      'knowledge_items',
    ],
    input: nothing,
    output: z.object({
      name: z.string(),
      timeZone: z.string(),
      members: count,
      sessions: count,
      /** Those that run, or are to come. */
      programs: count,
      matches: count,
      communities: count,
      interactions: count,
      knowledge: count,
    }),
  }),
  'program.rename': write({
    input: z.object({ name: requiredLine }).strict(),
    output: z.object({ name: z.string() }),
  }),
  'program.setTimeZone': write({
    input: z.object({ timeZone: line }).strict(),
    output: z.object({ timeZone: z.string() }),
  }),
  'imports.history': read({
    of: ['imports', 'commands'],
    input: nothing,
    output: z.array(
      z.object({
        id,
        at: z.string(),
        /** What was imported, in the plural. */
        kind: z.string(),
        fileName: z.string(),
        added: count,
        merged: count,
        skipped: count,
        rejected: count,
      }),
    ),
  }),
}
