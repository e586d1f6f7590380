import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { AppError } from '@shared/errors'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { PendingFile } from './atomicFile'

/** What an archive of the plain kind, which every system opens, can hold in bytes and in files. */
const most = { bytes: 4_000_000_000, files: 65_000 }

/** Formats that are compressed already. */
const packed: ReadonlySet<string> = new Set(['.pdf', '.docx', '.xlsx'])

const chunkBytes = 256 * 1024

/**
 * A ZIP archive that is written while files are added to it: no more than a chunk of one of them is in memory. The day
 * is what all of them were changed on, so that the same files make the same archive.
 */
export class ZipFile {
  private readonly zip: Zip
  private waiting: Uint8Array[] = []
  private written = 0
  private files = 0
  private readonly changed: Date

  constructor(
    private readonly file: PendingFile,
    day: string,
  ) {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    // The format knows no time zone: its days are those of whoever looks.
    this.changed = new Date(year, month - 1, date, 12)
    this.zip = new Zip((error, chunk) => {
      if (error) throw error
      this.waiting.push(chunk)
    })
  }

  /** @throws AppError `invalid-input` where the archive would be too large. */
  async add(name: string, path: string): Promise<void> {
    this.files += 1
    if (this.files > most.files) throw tooLarge()
    const entry = packed.has(extname(name)) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
    entry.mtime = this.changed
    this.zip.add(entry)
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      entry.push(chunk as Uint8Array)
      await this.flush()
    }
    entry.push(new Uint8Array(0), true)
    await this.flush()
  }

  async end(): Promise<void> {
    this.zip.end()
    await this.flush()
  }

  private async flush(): Promise<void> {
    const chunks = this.waiting
    this.waiting = []
    for (const chunk of chunks) {
      this.written += chunk.length
      if (this.written > most.bytes) throw tooLarge()
      await this.file.write(chunk)
    }
  }
}

function tooLarge(): AppError {
  return new AppError(
    'invalid-input',
    'These reports are too much for one archive. Choose a shorter period, or fewer of them.',
  )
}
