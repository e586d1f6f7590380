import type { BigIntStats } from 'node:fs'
import { readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { backupFolderOf } from './backups/folder'
import { firstBytes } from './engine/descriptors'
import type { HeldFile } from './heldFile'

/**
 * A letter of a note can turn into another one without SQLite ever noticing: the file is as good a database as before.
 * So whoever closes a plain program file writes down beside its backups what its bytes add up to, and whoever opens it
 * next adds them up again. (Of an encrypted file SQLite authenticates every page it reads.)
 *
 * One sum of the whole file, and of what is in the file itself: while nothing has gone over from the log into it, that
 * is what was closed, whatever was written since. The note is taken away as soon as the file is opened for writing and
 * comes back when it is closed in order; so after a crash there is none, and none says nothing. CRC-32, as it misses no
 * damage of up to 32 bits in a row wherever it is, and adds up 1 GB in under a second; against somebody who forges a file the
 * note would be of no use with any sum, as it lies beside it.
 */
const noted = z.object({
  format: z.literal(1),
  /** When it was closed, ISO 8601. */
  at: z.iso.datetime(),
  bytes: z.int().nonnegative(),
  crc32: z.int().nonnegative(),
})
type Noted = z.infer<typeof noted>

/** `unknown`: nothing is written down, or the file was written to before anybody looked. */
export type Comparison = 'same' | 'changed' | 'unknown'

/** How long the end of a file may take to add it up, in milliseconds; a larger one goes without a note. */
const patience = 3000

const noteOf = (file: string) => join(backupFolderOf(file), 'closed.json')

/** Another file takes the place of this one: what is written down is not about it. */
export async function forgetLastClose(file: string): Promise<void> {
  await unlink(noteOf(file)).catch(() => undefined)
}

/** What is known of how an open program file was closed the last time. */
export class LastClose {
  private comparing: Promise<Comparison> | null = null
  private readonly stop = new AbortController()

  private constructor(
    private readonly file: string,
    private readonly held: HeldFile | null,
    private readonly note: Noted | null,
    /** Of the file before SQLite opened it. */
    private readonly before: BigIntStats | null,
  ) {}

  /**
   * For before SQLite opens the file.
   * @param held null for a file that is only made, and for an encrypted one
   */
  static async read(file: string, held: HeldFile | null): Promise<LastClose> {
    const before = (await held?.stat()) ?? null
    // With a log beside it, it was not closed in order: whatever is written down is of an earlier time.
    const note = held === null || (await isThere(`${file}-wal`)) ? null : await readNote(file)
    const lastClose = new LastClose(file, held, note, before)
    // Such a file is written to by opening it.
    if (note !== null && !(await isKeptWithLog(file))) lastClose.comparing = Promise.resolve('changed')
    return lastClose
  }

  /** When it was closed, ISO 8601; null where nothing is written down. */
  get at(): string | null {
    return this.note?.at ?? null
  }

  get bytes(): number {
    return this.note?.bytes ?? 0
  }

  /** Whether the file's bytes are what they were when it was closed. */
  compared(): Promise<Comparison> {
    this.comparing ??= this.compare().catch(() => 'unknown')
    return this.comparing
  }

  /** Somebody has said that the file is as it should be: what it was before does not count. */
  accept(): void {
    this.comparing = Promise.resolve('unknown')
  }

  /**
   * The file is about to be closed: the comparison comes to an end, be it that nothing is known.
   * @returns whether the file was changed and nobody has answered for that
   */
  async settled(): Promise<boolean> {
    const timer = setTimeout(() => this.stop.abort(), patience)
    const compared = await this.compared()
    clearTimeout(timer)
    return compared === 'changed'
  }

  /** After the file was opened for writing: should this process die, nothing is known. */
  async take(): Promise<void> {
    await forgetLastClose(this.file)
  }

  /** After SQLite has closed the file, and before its descriptor is released. @param held null for an encrypted file */
  async write(held: HeldFile | null): Promise<void> {
    // What nobody has answered for is found again at the next opening.
    const note = (await this.settled()) ? this.note : held && (await this.sumUp(held))
    if (note === null || (await isThere(`${this.file}-wal`))) return
    // No folder of backups, a full disk, half a note after a power cut: then nothing is known.
    await writeFile(noteOf(this.file), `${JSON.stringify(note, null, 2)}\n`).catch(() => undefined)
  }

  private async compare(): Promise<Comparison> {
    const { held, note, before } = this
    if (held === null || note === null || before === null) return 'unknown'
    if (!isUntouched(before, await held.stat())) return 'unknown'
    if (before.size !== BigInt(note.bytes)) return 'changed'
    const crc32 = await held.checksum(this.stop.signal)
    if (crc32 === null || !isUntouched(before, await held.stat())) return 'unknown'
    return crc32 === note.crc32 ? 'same' : 'changed'
  }

  private async sumUp(held: HeldFile): Promise<Noted | null> {
    const now = await held.stat()
    const at = new Date().toISOString()
    // Nothing has changed, and that was looked at.
    if (this.note && this.before && isUntouched(this.before, now) && (await this.compared()) === 'same')
      return { ...this.note, at }
    const crc32 = await held.checksum(AbortSignal.timeout(patience))
    return crc32 === null ? null : { format: 1, at, bytes: Number(now.size), crc32 }
  }
}

function isUntouched(before: BigIntStats, now: BigIntStats): boolean {
  return before.mtimeNs === now.mtimeNs && before.size === now.size
}

/** Whether it is kept with a write-ahead log, as Coppice leaves every file that it has had open; no copy of one is. */
async function isKeptWithLog(file: string): Promise<boolean> {
  const header = await firstBytes(file, 20).catch(() => null)
  return header?.[18] === 2
}

/** @returns null when there is none, or one that is not ours. */
async function readNote(file: string): Promise<Noted | null> {
  try {
    return noted.parse(JSON.parse(await readFile(noteOf(file), 'utf8')))
  } catch {
    return null
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
