import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { calendarTable, isCalendar } from './calendarTable'

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

/** A calendar is read as a whole; one beyond that is no one's. */
const largestCalendar = 50_000_000

/**
 * The bytes of a file in order; those of a calendar as the table that it comes to. The buffer is used again for each part, so a part is only good until the next
 * one is asked for.
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
      if (isFirst && isCalendar(part) && file.bytes <= largestCalendar) {
        yield await tableOf(file)
        return
      }
      isFirst = false
      yield part
    }
  } finally {
    await handle.close()
  }
}

/** @throws AppError `unreadable-input` for what only begins like a calendar. */
async function tableOf({ path, name }: InputFile): Promise<Buffer> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw openingError(thrown, name)
  })
  try {
    return Buffer.from(calendarTable(text, localDate(new Date())))
  } catch {
    throw new AppError(
      'unreadable-input',
      `“${name}” is a calendar (iCalendar) that cannot be read to its end. Export it once more, or as CSV.`,
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
