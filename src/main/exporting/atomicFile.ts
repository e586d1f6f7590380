import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { AppError } from '@shared/errors'
import { writingError } from './fileErrors'

const flushAt = 256 * 1024

/**
 * A file that does not exist under its name until it is whole: it is written beside its place under a
 * temporary name, brought to the disk, and renamed. Every method throws what went wrong as an `AppError`.
 */
export class PendingFile {
  /** Text in UTF-8 that waits for more, up to `filled`; and the buffer that is on its way to the file meanwhile. */
  private filling = Buffer.allocUnsafe(flushAt)
  private filled = 0
  private emptying = Buffer.allocUnsafe(flushAt)
  private onItsWay: Promise<void> = Promise.resolve()
  private open = true

  private constructor(
    /** Where the file will be. */
    readonly target: string,
    private readonly temporary: string,
    private readonly handle: FileHandle,
  ) {}

  static async create(path: string): Promise<PendingFile> {
    try {
      const target = await placeOf(path)
      // A short name of its own, as the target's may already be as long as a name can be.
      const temporary = join(dirname(target), `.coppice-${randomBytes(8).toString('hex')}.tmp`)
      return new PendingFile(target, temporary, await open(temporary, 'wx'))
    } catch (thrown) {
      throw writingError(thrown, path)
    }
  }

  async write(data: string | Uint8Array): Promise<void> {
    if (typeof data !== 'string') {
      await this.flush()
      await this.putAfter(data)
    } else if (!this.take(data)) {
      await this.flush()
      if (!this.take(data)) await this.putAfter(Buffer.from(data))
    }
  }

  /**
   * Takes a text that has room beside what already waits, and says whether it had: who writes many short ones need not
   * wait a turn for each.
   */
  take(text: string): boolean {
    // A unit of UTF-16 takes three bytes at most.
    if (this.filled + text.length * 3 > this.filling.length) return false
    this.filled += this.filling.write(text, this.filled)
    return true
  }

  /** For libraries that write to a stream. Its end does not end the file. */
  writable(): Writable {
    return new Writable({
      write: (chunk: Uint8Array, _encoding, done) => {
        this.put(chunk).then(() => done(), done)
      },
    })
  }

  /** Brings everything to the disk; nothing can be written afterwards. */
  async seal(): Promise<void> {
    try {
      await this.flush()
      await this.onItsWay
      await this.handle.sync()
      await this.close()
    } catch (thrown) {
      throw writingError(thrown, this.target)
    }
  }

  /** Puts the sealed file in its place, over an older one of the same name. */
  async publish(): Promise<void> {
    try {
      await rename(this.temporary, this.target)
    } catch (thrown) {
      throw writingError(renameError(thrown), this.target)
    }
    await syncFolder(dirname(this.target))
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.onItsWay.catch(() => undefined)
    await this.close().catch(() => undefined)
    await rm(this.temporary, { force: true }).catch(() => undefined)
  }

  /** Sends what waits on its way, so that the text that follows is made meanwhile. */
  private async flush(): Promise<void> {
    await this.onItsWay
    const sent = this.filling.subarray(0, this.filled)
    ;[this.filling, this.emptying] = [this.emptying, this.filling]
    this.filled = 0
    this.onItsWay = this.put(sent)
    // It is told where it is awaited.
    this.onItsWay.catch(() => undefined)
  }

  private async putAfter(data: Uint8Array): Promise<void> {
    await this.onItsWay
    await this.put(data)
  }

  private async put(data: Uint8Array): Promise<void> {
    try {
      await this.handle.writeFile(data)
    } catch (thrown) {
      throw writingError(thrown, this.target)
    }
  }

  private async close(): Promise<void> {
    if (!this.open) return
    this.open = false
    await this.handle.close()
  }
}

/**
 * Writes one file as a whole or not at all: when `produce` fails, or the disk does, an older file of that
 * name is still there, untouched. Resolves with the path that was written.
 */
export async function writeAtomically(
  path: string,
  produce: (file: PendingFile) => Promise<void>,
): Promise<string> {
  const file = await PendingFile.create(path)
  try {
    await produce(file)
    await file.seal()
    await file.publish()
    return file.target
  } catch (thrown) {
    await file.discard()
    throw writingError(thrown, path)
  }
}

/** The file that a path means, behind a link too. Refuses a folder and a file that is protected. */
async function placeOf(path: string): Promise<string> {
  const target = await realpath(path).catch(() => path)
  const found = await stat(target).catch(() => null)
  if (found === null) return target
  if (found.isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR', syscall: 'open' })
  if (!found.isFile()) {
    throw new AppError(
      'invalid-input',
      'A report can be saved as an ordinary file only. Choose another name.',
    )
  }
  await access(target, constants.W_OK)
  return target
}

/** Windows refuses to replace a file that is open elsewhere, with the code that means "forbidden" before. */
function renameError(thrown: unknown): unknown {
  if (process.platform !== 'win32' || !(thrown instanceof Error) || !('code' in thrown)) return thrown
  return thrown.code === 'EPERM' || thrown.code === 'EACCES'
    ? Object.assign(thrown, { code: 'EBUSY' })
    : thrown
}

/** Makes the new name last through a power cut, where a folder can be opened at all. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close().catch(() => undefined)
}
