import { readFile, stat } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { AppError } from '@shared/errors'
import { isRunning } from './engine/processes'

/** How long a lock of another computer counts after it was last touched, in milliseconds. */
export const stale = 90_000

/** How long before the computer's start a lock has to have been touched to be certainly of before, in milliseconds. */
const clockError = 60_000

/** Who has a lock: what is written in it. */
export interface Holder {
  pid: number
  host: string
  /** Which lock it is: a process may take many. */
  token?: string
  /** What the holder wanted to be known should it crash. */
  note?: string
}

/** The tokens of the locks that this process holds: a lock in its name that is none of them is of an earlier life. */
export const held = new Set<string>()

/** Whether whoever wrote a lock still has it. */
export async function isStanding(path: string, holder: Holder): Promise<boolean> {
  return isHeld(holder, await touchedAt(path))
}

/** @param touched when the lock was last touched, in milliseconds since 1970 */
export function isHeld({ pid, host, token }: Holder, touched: number): boolean {
  if (host !== hostname()) return Date.now() - touched < stale
  if (pid === process.pid) return token !== undefined && held.has(token)
  // Numbers of processes are used again after the computer was started anew.
  return isRunning(pid) && touched > Date.now() - uptime() * 1000 - clockError
}

/** @returns milliseconds since 1970; 0 when the lock is gone. */
export async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw notTaken(codeOf(error))
  }
}

/** @returns null when there is no lock. */
export async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw notTaken(codeOf(error))
  }
}

/** @returns null for a lock that was never written to the end: it belongs to nobody. */
export function holderIn(text: string): Holder | null {
  try {
    const { pid, host, token, note } = JSON.parse(text) as Partial<Holder>
    if (typeof pid !== 'number' || typeof host !== 'string') return null
    return {
      pid,
      host,
      ...(typeof token === 'string' ? { token } : {}),
      ...(typeof note === 'string' ? { note } : {}),
    }
  } catch {
    return null
  }
}

export function notTaken(code: unknown): AppError {
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError(
      'disk-full',
      'The disk is full, so the program file cannot be opened for writing. Free some space, and try again.',
    )
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('file-not-found', 'The folder of this program file is not there.')
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new AppError(
      'read-only',
      'The folder of this program file cannot be written to. Move the file to one of your own folders.',
    )
  return new AppError(
    'disk-error',
    'The folder of this program file could not be read or written. Check the drive or the network folder and try again.',
  )
}

export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
