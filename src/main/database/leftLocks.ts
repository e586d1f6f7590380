import { readdir, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { holderIn, isHeld, stale, textOf, touchedAt } from './lockHolder'

/** What a lock is written as before it has its name, and the right to take one away. */
const passing = /^(-[0-9a-f]{8})+$/

/** Removes what was left beside a lock by processes that were killed while they took one. @param lock is held */
export async function clearLeftLocks(lock: string): Promise<void> {
  const folder = dirname(lock)
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(basename(lock)) || !passing.test(name.slice(basename(lock).length))) continue
    const path = join(folder, name)
    try {
      if (await isNobodys(path)) await unlink(path)
    } catch {
      // It keeps nobody from the file.
    }
  }
}

async function isNobodys(path: string): Promise<boolean> {
  const text = await textOf(path)
  if (text === null) return false
  const holder = holderIn(text)
  const touched = await touchedAt(path)
  // Gone by now: it may be there again in a moment, by the same name, when its process tries once more.
  if (touched === 0) return false
  return holder ? !isHeld(holder, touched) : Date.now() - touched > stale
}
