import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { calendarTable, isCalendar } from './calendarTable'
import { contactTable, isContacts } from './contactTable'

/** How a caller ends long work before its time: by a signal, or by being asked now and then. */
export interface Stop {
  signal?: AbortSignal
  shouldStop?: () => boolean
}

export interface InputFile {
  path: string
  /** The name without its folders, for sentences. */
  name: string
  bytes: number
}

/** Throws `cancelled` when the caller wants no more. */
export function throwIfStopped(stop: Stop): void {
  if (stop.signal?.aborted === true || stop.shouldStop?.() === true) {
    throw new AppError('cancelled', 'Reading the file was cancelled. Nothing was imported.')
  }
}

/** Looks at a file to import. Throws `file-not-found` or `unreadable-input` with what to do. */
export async function statInput(path: string): Promise<InputFile> {
  const name = basename(path)
  const found = await stat(path).catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  if (found.isDirectory()) {
    throw new AppError('unreadable-input', `“${name}” is a folder. Choose a CSV file inside it.`)
  }
  if (found.size === 0 && found.isFile()) throw emptyFile(name)
  return { path, name, bytes: found.size }
}

/** The error for a file in which there is nothing to read. */
export function emptyFile(name: string): AppError {
  return new AppError('unreadable-input', `“${name}” is empty. Export it once more, or choose another file.`)
}

/** What is read as a whole, to be made a table of. */
interface Form {
  is: (head: Buffer) => boolean
  called: string
  table: (bytes: Buffer) => string
}

const forms: readonly Form[] = [
  {
    is: isCalendar,
    called: 'a calendar (iCalendar)',
    table: (bytes) => calendarTable(bytes.toString('utf8'), localDate(new Date())),
  },
  { is: isContacts, called: 'a list of contact cards (vCard)', table: contactTable },
]

/** One beyond that is no one's, in bytes. Contact cards may carry pictures. */
const largestForm = 100_000_000

/**
 * The bytes of a file in order; those of a calendar or of contact cards as the table that they come to. The buffer is
 * used again for each part, so a part is only good until the next one is asked for.
 */
export async function* readParts(
  file: InputFile,
  stop: Stop,
  partBytes = 256 * 1024,
): AsyncGenerator<Buffer> {
  const handle = await open(file.path, 'r').catch((thrown: unknown) => {
    throw openingError(thrown, file.name)
  })
  try {
    const buffer = Buffer.allocUnsafe(partBytes)
    let isFirst = true
    for (;;) {
      throwIfStopped(stop)
      const { bytesRead } = await handle.read(buffer, 0, partBytes, null).catch((thrown: unknown) => {
        throw openingError(thrown, file.name)
      })
      if (bytesRead === 0) return
      const part = buffer.subarray(0, bytesRead)
      const form = isFirst ? forms.find(({ is }) => is(part)) : undefined
      if (form) {
        yield await tableOf(file, form)
        return
      }
      isFirst = false
      yield part
    }
  } finally {
    await handle.close()
  }
}

/** @throws AppError `unreadable-input` for what only begins like it, or is too large. */
async function tableOf({ path, name, bytes }: InputFile, { called, table }: Form): Promise<Buffer> {
  if (bytes > largestForm) {
    throw new AppError(
      'unreadable-input',
      `“${name}” is ${called} of more than 100 MB. Export a part of it, or all of it as CSV.`,
    )
  }
  const content = await readFile(path).catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  try {
    return Buffer.from(table(content))
  } catch {
    throw new AppError(
      'unreadable-input',
      `“${name}” is ${called} that cannot be read to its end. Export it once more, or as CSV.`,
    )
  }
}

function openingError(thrown: unknown, name: string): AppError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError(
      'file-not-found',
      `There is no file “${name}” at that place. Was it moved or renamed?`,
    )
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('unreadable-input', `“${name}” may not be read by you. Check its permissions.`)
  }
  if (code === 'EBUSY') {
    return new AppError(
      'unreadable-input',
      `“${name}” is held by another program. Close it there and try again.`,
    )
  }
  return new AppError(
    'unreadable-input',
    `“${name}” could not be read from the disk. Copy it to this computer and try again.`,
  )
}
