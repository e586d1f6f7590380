import { constants } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { AppError } from '@shared/errors'
import { writingError } from '../../exporting/fileErrors'
import { type Encryption, finishCopy, flush } from '../engine/copy'
import { digestOf, inspecting, type Opening } from './inspect'
import type { Backup } from './list'
import { verifyBackup } from './verify'

interface Restored {
  backup: Backup
  /** Where the copy goes; there may be nothing yet. */
  to: string
  /** How the copy is to be encrypted: as the backup is, otherwise, or not at all (null). */
  encryption: 'same' | Encryption | null
}

/**
 * Writes a copy of a backup that can take the program file's place: the backup is read through first and is not
 * touched, the copy is read back afterwards.
 *
 * @param opening how the backup opens
 * @throws AppError `file-damaged` when the backup is not to be relied on; nothing is at `to` then.
 */
export async function copyBackup({ backup, to, encryption }: Restored, opening: Opening): Promise<void> {
  assertOpens(backup.path, opening)
  const found = await verifyBackup(backup, opening)
  if (found.damaged) {
    throw new AppError(
      'file-damaged',
      `This backup cannot be used. ${found.problem ?? ''} Choose another one; the program file is as it was.`,
    )
  }
  if (backup.state === 'newer') {
    throw new AppError(
      'file-newer',
      'This backup is of a newer version of Coppice. Update Coppice to restore it.',
    )
  }
  try {
    await copyFile(backup.path, to, constants.COPYFILE_EXCL)
    flush(to)
    if ((await digestOf(to)) !== found.sha256) {
      throw new AppError('disk-error', 'The copy of the backup could not be read back. Check the disk.')
    }
    if (encryption !== 'same') finishCopy(to, opening.secret, encryption, opening.nativeBinding)
  } catch (error) {
    await rm(to, { force: true })
    throw writingError(error, to)
  }
}

/** Whoever has the passphrase is asked for it, first of all; what else is the matter is found by reading it through. */
function assertOpens(path: string, opening: Opening): void {
  try {
    inspecting(path, opening, () => undefined)
  } catch (error) {
    const code = error instanceof AppError ? error.code : null
    if (code === 'passphrase-needed' || code === 'wrong-passphrase') throw error
  }
}
