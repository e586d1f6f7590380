import { z } from 'zod'
import { count, id, line, nothing, requiredLine } from './fields'
import { jot, main, read, write } from './operation'

const recentFile = z.object({
  /** Stands for the file; its path stays in the main process. */
  token: z.string(),
  name: z.string(),
  /** The folder, shortened for people. */
  folder: z.string(),
  exists: z.boolean(),
})
export type RecentFile = z.infer<typeof recentFile>

const opened = z.object({ fileName: z.string(), folder: z.string() })

const problem = z.object({ what: z.string(), detail: z.string() })

export const programFile = {
  /** Which file is open, and which were. */
  'programFile.state': main({
    input: nothing,
    output: z.object({
      open: opened.nullable(),
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
    of: ['settings', 'members', 'sessions', 'matches', 'communities', 'interactions'],
    input: nothing,
    output: z.object({
      name: z.string(),
      timeZone: z.string(),
      members: count,
      sessions: count,
      matches: count,
      communities: count,
      interactions: count,
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
        kind: z.enum(['members', 'sessions', 'interactions']),
        fileName: z.string(),
        added: count,
        merged: count,
        skipped: count,
        rejected: count,
      }),
    ),
  }),
}
