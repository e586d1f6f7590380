import { closeSync, openSync, readFileSync, statSync, unlinkSync, utimesSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { AppError } from '@shared/errors'

/**
 * A program file has one writer: the app that has it open, or one command line. SQLite would keep two from tearing
 * the file, but not from showing each other's past.
 *
 * The lock is a small file beside the program file, touched while it is held. It counts no longer when its process
 * is gone (same computer) or when it was not touched for a while (another computer, a network folder).
 */
const beat = 20_000
const stale = 90_000

interface Holder {
  pid: number
  host: string
}

export interface FileLock {
  release(): void
}

/** @throws AppError `file-in-use` with who has it, `read-only` when the folder cannot be written to. */
export function lockFile(file: string): FileLock {
  const path = `${file}-lock`
  const holder: Holder = { pid: process.pid, host: hostname() }
  if (!take(path, holder)) {
    const other = standing(path)
    if (other) {
      const where =
        other.host === holder.host ? 'in another window or command' : `on the computer "${other.host}"`
      throw new AppError('file-in-use', `This program file is open ${where}. Close it there first.`)
    }
    unlinkSync(path)
    if (!take(path, holder))
      throw new AppError('file-in-use', 'This program file is being opened elsewhere just now.')
  }
  const timer = setInterval(() => touch(path), beat)
  timer.unref()
  return {
    release() {
      clearInterval(timer)
      if (read(path)?.pid === holder.pid) unlinkSync(path)
    },
  }
}

function take(path: string, holder: Holder): boolean {
  try {
    const descriptor = openSync(path, 'wx')
    writeSync(descriptor, JSON.stringify(holder))
    closeSync(descriptor)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST') return false
    if (code === 'ENOSPC')
      throw new AppError('disk-full', 'The disk is full, so the program file cannot be opened for writing.')
    if (code === 'ENOENT')
      throw new AppError('file-not-found', 'The folder of this program file is not there.')
    throw new AppError(
      'read-only',
      'The folder of this program file cannot be written to. Move the file to one of your own folders.',
    )
  }
}

/** Who holds the lock, if anybody still does. */
function standing(path: string): Holder | null {
  const holder = read(path)
  if (!holder) return null
  if (holder.host === hostname()) return holder.pid !== process.pid && isRunning(holder.pid) ? holder : null
  return Date.now() - statSync(path).mtimeMs < stale ? holder : null
}

function read(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>
    return typeof holder.pid === 'number' && typeof holder.host === 'string'
      ? { pid: holder.pid, host: holder.host }
      : null
  } catch {
    // A lock that was never written to the end belongs to nobody.
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // The folder may be gone for a moment; the next beat tries again.
  }
}
