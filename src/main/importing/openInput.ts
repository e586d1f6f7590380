import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileForm } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { emptyFile, openingError, type Stop, throwIfStopped } from './inputErrors'
import { tableMadeOf } from './tables'

export interface InputFile {
  path: string
  /** The name without its folders, for sentences. */
  name: string
  /** Of what is read: of the table, where the file is no table itself. */
  bytes: number
  form: FileForm
  /** The table that a file of another form comes to, as CSV; null for a text, which is read from the disk. */
  table: Buffer | null
}

/**
 * Looks at a file to import; contact cards, calendars and workbooks are made tables of. Throws `file-not-found`,
 * `unreadable-input` with what to do, and `cancelled`.
 */
export async function statInput(path: string, stop: Stop = {}): Promise<InputFile> {
  const name = basename(path)
  const found = await stat(path).catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  if (found.isDirectory()) {
    throw new AppError('unreadable-input', `“${name}” is a folder. Choose a file inside it.`)
  }
  if (found.size === 0 && found.isFile()) throw emptyFile(name)
  const made = found.isFile() ? await tableMadeOf({ path, name, bytes: found.size }, stop) : null
  return made
    ? { path, name, bytes: made.table.length, ...made }
    : { path, name, bytes: found.size, form: 'text', table: null }
}

/**
 * The bytes of a file in order, or those of the table that it comes to. The buffer is used again for each part, so a
 * part is only good until the next one is asked for.
 */
export async function* readParts(
  { path, name, table }: InputFile,
  stop: Stop,
  partBytes = 256 * 1024,
): AsyncGenerator<Buffer> {
  if (table) {
    for (let at = 0; at < table.length; at += partBytes) {
      throwIfStopped(stop)
      yield table.subarray(at, at + partBytes)
    }
    return
  }
  const handle = await open(path, 'r').catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  try {
    const buffer = Buffer.allocUnsafe(partBytes)
    for (;;) {
      throwIfStopped(stop)
      const { bytesRead } = await handle.read(buffer, 0, partBytes, null).catch((thrown: unknown) => {
        throw openingError(thrown, name)
      })
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}
