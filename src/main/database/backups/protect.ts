import { stopIf } from '../engine/command'
import { finishCopy } from '../engine/copy'
import { readHeader } from '../engine/header'
import type { Task } from '../handler'
import { listFolder } from './list'
import { rewriteBackup } from './rewrite'

/** How many backups were encrypted, and the names of those that everybody can still read. */
export interface Protected {
  encrypted: number
  left: string[]
}

/**
 * Encrypts the backups of a file that is encrypted by now, as the file is: until then whoever finds them can read
 * what the file hides. Those of other programs are nobody's here.
 */
export async function protectFolder(
  folder: string,
  { setup, progress, cancelled }: Task,
): Promise<Protected> {
  const { secret, nativeBinding } = setup
  const { seal } = readHeader(setup.file)
  const result: Protected = { encrypted: 0, left: [] }
  if (secret === null || seal === null) return result
  const plain = (await listFolder(folder)).filter(({ path, state }) => state !== 'other' && isPlain(path))
  for (const [index, backup] of plain.entries()) {
    stopIf(cancelled)
    progress({ label: `Encrypting the backup ${backup.name}`, done: index, total: plain.length })
    try {
      await rewriteBackup(backup, setup, (path) => finishCopy(path, null, { secret, seal }, nativeBinding))
      result.encrypted++
    } catch {
      // A damaged one, or no room: it is told which, and tried again when the file is opened the next time.
      result.left.push(backup.name)
    }
  }
  return result
}

function isPlain(path: string): boolean {
  try {
    return readHeader(path).seal === null
  } catch {
    return false
  }
}
