import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backupReasons } from '@shared/domain/backups'
import { z } from 'zod'
import { factsFile, writeWhole } from './folder'

const moment = z.iso.datetime()
const count = z.int().nonnegative()

const recorded = z.object({
  /** The name of its file. */
  name: z.string(),
  /** When it was begun. */
  at: moment,
  reason: z.enum(backupReasons).nullable(),
  bytes: count,
  /** Of the whole file, in hexadecimal; null while nobody has read it. */
  sha256: z.string().nullable(),
  /** Number of the newest migration in it. */
  version: count,
  /** Which program it is of: the moment at which its first file was made. Null while unknown. */
  program: z.string().nullable(),
  /** The newest command in it; null when there is none, or while unknown. */
  newest: z.object({ id: count, at: z.string() }).nullable(),
  /** Rows of each table; null while unknown. */
  counts: z.record(z.string(), count).nullable(),
  /** When it was last read back and found to be what was written. */
  verifiedAt: moment.nullable(),
  /** It is not what was written. */
  damaged: z.boolean(),
  /** What was found when it was last read back, in a sentence; null when all was well. */
  problem: z.string().nullable(),
})
/** What is known of one backup. */
export type Recorded = z.infer<typeof recorded>

const facts = z.object({
  format: z.literal(1),
  /** The program whose file is beside the folder; null while unknown. */
  program: z.string().nullable(),
  backups: z.array(recorded),
})
type Facts = z.infer<typeof facts>

const nothingKnown: Facts = { format: 1, program: null, backups: [] }

/** What `backups.json` says; nothing when it is lost or not ours, and then the files speak for themselves. */
export async function readFacts(folder: string): Promise<Facts> {
  try {
    return facts.parse(JSON.parse(await readFile(join(folder, factsFile), 'utf8')))
  } catch {
    return nothingKnown
  }
}

/** Reads, changes and writes at once: who else writes here meanwhile loses no more than what the files tell again. */
export async function changeFacts(
  folder: string,
  change: (known: Facts) => Omit<Facts, 'format'>,
): Promise<void> {
  const changed: Facts = { format: 1, ...change(await readFacts(folder)) }
  await writeWhole(join(folder, factsFile), `${JSON.stringify(changed, null, 2)}\n`)
}
