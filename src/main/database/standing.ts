import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isSame } from './engine/place'
import type { FileLock } from './fileLock'
import type { HeldFile } from './heldFile'

/** What has become of the place of an open file. */
export type Standing =
  | { is: 'there' }
  /** Its folder does not answer, or cannot be read: nothing is known. */
  | { is: 'unknown' }
  | { is: 'removed' }
  /** Renamed in its folder (`to` is where it is now), or moved elsewhere. */
  | { is: 'moved'; to: string | null }
  /** Another file is there now. */
  | { is: 'replaced' }
  /** Another computer has taken the lock, as nothing was heard of this one for long. */
  | { is: 'taken' }

/** So many files of a folder are looked at to find one that was renamed. */
const mostNeighbours = 1000

/** Looks where an open file is by now. */
export async function standingOf(file: string, held: HeldFile, lock: FileLock | null): Promise<Standing> {
  const own = await held.stat()
  try {
    const there = await stat(file, { bigint: true })
    if (!isSame(there, own)) return { is: 'replaced' }
    return (await lock?.stands()) === false ? { is: 'taken' } : { is: 'there' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { is: 'unknown' }
    if (own.nlink === 0n) return { is: 'removed' }
    return { is: 'moved', to: await renamed(file, own) }
  }
}

async function renamed(file: string, own: { dev: bigint; ino: bigint }): Promise<string | null> {
  const folder = dirname(file)
  const names = await readdir(folder).catch(() => [])
  for (const name of names.slice(0, mostNeighbours)) {
    const path = join(folder, name)
    const other = name === basename(file) ? null : await stat(path, { bigint: true }).catch(() => null)
    if (other && isSame(other, own)) return path
  }
  return null
}
