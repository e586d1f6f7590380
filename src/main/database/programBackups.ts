import type { OutputOf } from '@shared/contract'
import type { BackupReason } from '@shared/domain/backups'
import { backupFolderOf } from './backups/folder'
import { type Backup, holding, listFolder } from './backups/list'
import type { DatabaseClient } from './client'
import type { CallOptions } from './workerLine'

export { backupFolderOf, secondFolderOf } from './backups/folder'
export { type Backup, backupAt, holding } from './backups/list'
export { makeSecondFolder } from './backups/secondCopy'

/** The backups beside a program file, the newest first. Cheap: no file is read through, and the program file not at all. */
export function listBackups(file: string): Promise<Backup[]> {
  return listFolder(backupFolderOf(file))
}

/** Who keeps backups of the file that is open. */
export interface KeepsBackups {
  /** This file is open from now on; null when none is. */
  follow(client: DatabaseClient | null): void
  /** Before something that cannot be gone back on otherwise. @throws AppError when there can be no backup. */
  before(client: DatabaseClient, reason: BackupReason, options?: CallOptions): Promise<void>
  /** The file is about to be closed. */
  closing(client: DatabaseClient): Promise<void>
}

type Written = OutputOf<'backups.write'>

interface Wanted {
  reason: BackupReason
  /** A folder for a second copy. */
  second?: string | null
}

/**
 * Backs up an open file into the folder beside it, and removes what is not needed any more; not in a run that has seen
 * the disk fail.
 */
export function backUp(
  client: DatabaseClient,
  { reason, second = null }: Wanted,
  options: CallOptions = {},
): Promise<Written> {
  const folder = backupFolderOf(client.file)
  const thin = !client.alarmed
  return client.ask('backups.write', { folder, reason, path: null, second, thin }, options)
}

/** The same for who is about to do something: a good backup of the file as it is now is enough. */
export async function backUpUnlessKept(
  client: DatabaseClient,
  wanted: Wanted,
  options: CallOptions = {},
): Promise<Written | null> {
  const { newest } = await client.ask('backups.position', { after: null })
  return holding(await listBackups(client.file), newest) ? null : backUp(client, wanted, options)
}
