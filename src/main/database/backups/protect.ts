import { AppError } from '@shared/errors'
import { stopIf } from '../engine/command'
import { finishCopy } from '../engine/copy'
import { readHeader, type Seal, writeSeal } from '../engine/header'
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
 * what the file hides. Those that open with an earlier passphrase get the file's: a passphrase that somebody else has
 * come to know opens none of them any more. Those of other programs are nobody's here.
 */
export async function protectFolder(
  folder: string,
  { setup, progress, cancelled }: Task,
): Promise<Protected> {
  const { secret, nativeBinding } = setup
  const { seal } = readHeader(setup.file)
  const result: Protected = { encrypted: 0, left: [] }
  if (secret === null || seal === null) return result
  const others = (await listFolder(folder))
    .filter(({ state }) => state !== 'other')
    .map((backup) => ({ backup, kind: kindOf(backup.path, seal) }))
    .filter(({ kind }) => kind !== 'protected')
  for (const [index, { backup, kind }] of others.entries()) {
    stopIf(cancelled)
    progress({ label: `Encrypting the backup ${backup.name}`, done: index, total: others.length })
    try {
      await rewriteBackup(backup, setup, (path) => {
        if (kind === 'plain') finishCopy(path, null, { secret, seal }, nativeBinding)
        else writeSeal(path, seal)
      })
      result.encrypted++
    } catch (error) {
      // Made when the file had another key: nobody can read it who could not before.
      if (error instanceof AppError && error.code === 'wrong-passphrase') continue
      // A damaged one, or no room: it is told which, and tried again when the file is opened the next time.
      result.left.push(backup.name)
    }
  }
  return result
}

/** `outdated` opens with a passphrase that the file does not have any more. */
function kindOf(path: string, seal: Seal): 'plain' | 'outdated' | 'protected' {
  try {
    const own = readHeader(path).seal
    if (own === null) return 'plain'
    return Buffer.compare(own.wrapped, seal.wrapped) === 0 ? 'protected' : 'outdated'
  } catch {
    // Not a program file any more: there is nothing in it to be read.
    return 'protected'
  }
}
