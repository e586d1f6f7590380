import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/errors'
import { throwIfStopped } from '../inputErrors'

const partLength = 256 * 1024

export interface ReadOptions {
  /** No value of an export is longer, in bytes: whatever goes on for so long is no export. */
  longest: number
  shouldStop: () => boolean
  /** Hears how many bytes of all have been read. */
  onProgress: (done: number, total: number) => void
}

/**
 * The bytes of a file in parts; each is good until the next one is asked for.
 *
 * @throws AppError `file-not-found` or `unreadable-input`, as for what is no text in UTF-8.
 */
export async function* utf8Parts(
  path: string,
  { shouldStop, onProgress }: ReadOptions,
): AsyncGenerator<Buffer> {
  const name = basename(path)
  const failed = (thrown: unknown) => {
    throw unreadable(thrown, name)
  }
  const found = await stat(path).catch(failed)
  // A pipe would be waited for.
  if (!found.isFile()) throw new AppError('unreadable-input', `“${name}” is no file.`)
  const handle = await open(path, 'r').catch(failed)
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const buffer = Buffer.allocUnsafe(partLength)
    for (let done = 0; ; ) {
      throwIfStopped({ shouldStop })
      const { bytesRead } = await handle.read(buffer, 0, partLength, null)
      const part = buffer.subarray(0, bytesRead)
      assertUtf8(decoder, part, name)
      if (bytesRead === 0) return
      done += bytesRead
      onProgress(done, found.size)
      yield part
    }
  } catch (thrown) {
    throw unreadable(thrown, name)
  } finally {
    await handle.close()
  }
}

function assertUtf8(decoder: TextDecoder, part: Buffer, name: string): void {
  try {
    decoder.decode(part, { stream: part.length > 0 })
  } catch {
    throw new AppError(
      'unreadable-input',
      `“${name}” is not a text in UTF-8. Another program may have saved it otherwise: export it once more.`,
    )
  }
}

function unreadable(thrown: unknown, name: string): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('code' in thrown)) return thrown
  if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')
    return new AppError('file-not-found', `“${name}” is not there. Was it moved, or copied only in part?`)
  return new AppError('unreadable-input', `“${name}” could not be read from the disk.`)
}
