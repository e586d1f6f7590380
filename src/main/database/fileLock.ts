import { createHash, randomUUID } from 'node:crypto'
import { link, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@shared/errors'
import { clearLeftLocks } from './leftLocks'
import { codeOf, type Holder, held, holderIn, isStanding, notTaken, textOf } from './lockHolder'
import { realPlaceOf } from './realPlace'

/**
 * A program file has one writer: the app that has it open, or one command line. SQLite would keep two from tearing
 * the file, but not from showing each other's past.
 *
 * The lock is a small file beside the program file, touched while it is held. It counts no longer when its process
 * is gone (same computer) or when it was not touched for a while (another computer, a network folder). Everything is
 * asked of the disk without waiting for it: a folder that stalls must not hold up whoever asks.
 */
const beat = 20_000

/** How long a lock may lie there half written before it counts as nobody's, in milliseconds. */
const halfWritten = 300

export interface FileLock {
  /** What the lock of a crashed run said, that this one has taken the place of. */
  readonly left: string | null
  /** Writes into the lock what should be known after a crash. */
  note(text: string): Promise<void>
  /** Whether the lock is still this one's; not when another computer took it because nothing was heard from here. */
  stands(): Promise<boolean>
  release(): Promise<void>
}

/**
 * Takes the lock of a program file, by whatever name it is called.
 *
 * @throws AppError `file-in-use` with who has it, `read-only` when the folder cannot be written to.
 */
export async function lockFile(file: string): Promise<FileLock> {
  const path = `${await realPlaceOf(file)}-lock`
  const lock = await lockAt(path)
  await clearLeftLocks(path)
  return lock
}

async function lockAt(path: string): Promise<FileLock> {
  const token = randomUUID()
  held.add(token)
  const holder: Holder = { pid: process.pid, host: hostname(), token }
  let own = JSON.stringify(holder)
  let left: string | null = null
  try {
    while (!(await take(path, own, token))) left = (await clear(path)) ?? left
  } catch (error) {
    held.delete(token)
    throw error
  }
  const timer = setInterval(() => void touch(path, () => own), beat)
  timer.unref()
  return {
    left,
    async note(text) {
      const noted = JSON.stringify({ ...holder, note: text } satisfies Holder)
      const written = `${path}-${token.slice(0, 8)}`
      try {
        await writeFile(written, noted, { flag: 'wx' })
        await rename(written, path)
        own = noted
      } catch {
        // It is of use after a crash only: a full disk keeps nobody from opening a file.
        await rm(written, { force: true }).catch(() => undefined)
      }
    },
    async stands() {
      const text = await textOf(path)
      // Whoever tidied it away has not taken it.
      return text === own || (text === null && (await take(path, own, token)))
    },
    async release() {
      clearInterval(timer)
      // What cannot be removed now (a folder that is gone, or read-only by now) is nobody's lock once this ends.
      if ((await textOf(path).catch(() => null)) === own) await unlink(path).catch(() => undefined)
      held.delete(token)
    },
  }
}

/** @returns false when there is a lock already. */
async function take(path: string, own: string, token: string): Promise<boolean> {
  const written = `${path}-${token.slice(0, 8)}`
  try {
    try {
      await writeFile(written, own, { flag: 'wx' })
      // A second name for what is complete: nobody ever reads half a lock.
      await link(written, path)
    } finally {
      await rm(written, { force: true })
    }
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return takeWithoutLinks(path, own)
    throw notTaken(code)
  }
}

/** Some file systems (FAT, some network folders) know no second names. */
async function takeWithoutLinks(path: string, own: string): Promise<boolean> {
  try {
    await writeFile(path, own, { flag: 'wx' })
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    throw notTaken(code)
  }
}

/**
 * Takes away the lock that is there when nobody holds it any more.
 *
 * Two may come to this at the same time, and the slower one must not take away what the faster one has put there
 * instead. So the right to take away this very lock is a lock of its own, named after it.
 *
 * @returns what was noted in it.
 * @throws AppError `file-in-use`.
 */
async function clear(path: string): Promise<string | null> {
  const text = await settledText(path)
  if (text === null) return null
  const holder = holderIn(text)
  if (holder && (await isStanding(path, holder))) throw inUse(holder)
  const right = await lockAt(`${path}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`)
  try {
    if ((await textOf(path)) === text) await unlink(path)
  } finally {
    await right.release()
  }
  return holder?.note ?? null
}

function inUse({ pid, host }: Holder): AppError {
  if (host !== hostname()) {
    return new AppError(
      'file-in-use',
      `This program file is open on the computer “${host}”. Close it there first.`,
    )
  }
  return pid === process.pid
    ? new AppError(
        'file-in-use',
        'This program file is being opened or closed just now. Try again in a moment.',
      )
    : new AppError(
        'file-in-use',
        'This program file is open in another window or command. Close it there first.',
      )
}

/** The lock's text, once it is whole; null when there is none. */
async function settledText(path: string): Promise<string | null> {
  const text = await textOf(path)
  if (text === null || holderIn(text)) return text
  await pause(halfWritten)
  return textOf(path)
}

async function touch(path: string, own: () => string): Promise<void> {
  try {
    if ((await textOf(path)) === own()) await utimes(path, new Date(), new Date())
  } catch {
    // The folder may be gone for a moment; the next beat tries again.
  }
}
