import type { BigIntStats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { forgetDescriptor, holdDescriptor } from './engine/descriptors'

/** The program files that this process has open, by path. */
const holding = new Map<string, HeldFile>()

/** So much is read at once, in bytes: adding it up takes a fraction of a millisecond. */
const slice = 512 * 1024

/** The descriptor of an open program file, one for all of this process: see `engine/descriptors.ts`. */
export class HeldFile {
  private holders = 1
  private readonly also: FileHandle[] = []

  private constructor(
    private readonly file: string,
    private readonly handle: FileHandle,
  ) {}

  /**
   * For before SQLite opens the file, or right after it has made it.
   * @returns null where there is no file, or none that can be read: opening it tells why.
   */
  static async hold(file: string): Promise<HeldFile | null> {
    const known = holding.get(file)
    if (known) {
      known.holders++
      return known
    }
    try {
      // A pipe, for one, would keep who opens it waiting.
      return (await stat(file)).isFile() ? await HeldFile.opened(file) : null
    } catch {
      return null
    }
  }

  private static async opened(file: string): Promise<HeldFile> {
    const handle = await open(file, 'r')
    const other = holding.get(file)
    if (other) {
      // Somebody was quicker. Ours cannot be closed while SQLite has the file, so it is closed with theirs.
      other.holders++
      other.also.push(handle)
      return other
    }
    const heldFile = new HeldFile(file, handle)
    holding.set(file, heldFile)
    holdDescriptor(file, handle.fd)
    return heldFile
  }

  get descriptor(): number {
    return this.handle.fd
  }

  /** Of the open file itself, wherever it is by now. */
  stat(): Promise<BigIntStats> {
    return this.handle.stat({ bigint: true })
  }

  /** What the bytes of the file itself add up to (CRC-32), without its log. @returns null when it was stopped */
  async checksum(signal: AbortSignal): Promise<number | null> {
    const bytes = Buffer.alloc(slice)
    let sum = 0
    for (let at = 0; ; ) {
      const { bytesRead } = await this.handle.read(bytes, 0, slice, at)
      if (signal.aborted) return null
      if (bytesRead === 0) return sum
      sum = crc32(bytes.subarray(0, bytesRead), sum)
      at += bytesRead
    }
  }

  /** For after SQLite has closed the file. */
  async release(): Promise<void> {
    this.holders--
    if (this.holders > 0) return
    holding.delete(this.file)
    forgetDescriptor(this.file)
    for (const handle of [this.handle, ...this.also]) await handle.close()
  }
}
