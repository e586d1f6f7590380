import { AppError } from '@shared/errors'
import yauzl from 'yauzl'
import { type Stop, throwIfStopped } from '../inputErrors'

/** More than any list of people has in it, unpacked; a few kilobytes can unpack to that. In bytes. */
const mostUnpacked = 1_000_000_000
const mostEntries = 10_000

/** The files in a workbook, none of which is ever written to the disk. */
export class Archive {
  private constructor(
    private readonly zip: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
    private readonly stop: Stop,
  ) {}

  /** @throws AppError `unreadable-input` for an archive that unpacks to far more than a workbook. */
  static async open(path: string, name: string, stop: Stop): Promise<Archive> {
    // The sizes are those that the archive says; whatever is longer than it says ends with an error.
    const zip = await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true })
    try {
      const entries = new Map<string, yauzl.Entry>()
      let unpacked = 0
      for await (const entry of zip.eachEntry()) {
        throwIfStopped(stop)
        unpacked += entry.uncompressedSize
        if (unpacked > mostUnpacked || entries.size >= mostEntries) throw tooLarge(name)
        entries.set(entry.fileName, entry)
      }
      return new Archive(zip, entries, stop)
    } catch (thrown) {
      zip.close()
      throw thrown
    }
  }

  has(file: string): boolean {
    return this.entries.has(file)
  }

  /** A file of it as text in parts; nothing when it has no such file. */
  async *text(file: string): AsyncGenerator<string> {
    const entry = this.entries.get(file)
    if (!entry) return
    const decoder = new TextDecoder()
    for await (const part of await this.zip.openReadStreamPromise(entry)) {
      throwIfStopped(this.stop)
      yield decoder.decode(part, { stream: true })
    }
    yield decoder.decode()
  }

  close(): void {
    this.zip.close()
  }
}

/** The error for what is more than anybody’s list of people. */
export function tooLarge(name: string): AppError {
  return new AppError(
    'unreadable-input',
    `“${name}” unpacks to far more than a list of people or sessions. Save the sheet that you need as CSV, and import that.`,
  )
}
