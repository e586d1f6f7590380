import { AppError } from '@shared/errors'

/** How a caller ends long work before its time: by a signal, or by being asked now and then. */
export interface Stop {
  signal?: AbortSignal
  shouldStop?: () => boolean
}

/** Throws `cancelled` when the caller wants no more. */
export function throwIfStopped(stop: Stop): void {
  if (stop.signal?.aborted === true || stop.shouldStop?.() === true) {
    throw new AppError('cancelled', 'Reading the file was cancelled. Nothing was imported.')
  }
}

/** The error for a file in which there is nothing to read. */
export function emptyFile(name: string): AppError {
  return new AppError('unreadable-input', `“${name}” is empty. Export it once more, or choose another file.`)
}

/** What kept a file from being opened or read, in words. */
export function openingError(thrown: unknown, name: string): AppError {
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
