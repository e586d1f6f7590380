import type { InputOf, OutputOf } from '@shared/contract'
import type { BackupReason } from '@shared/domain/backups'
import { AppError } from '@shared/errors'
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
  /** The file is encrypted: what was kept of it before is so afterwards. */
  protect(client: DatabaseClient, options?: CallOptions): Promise<void>
  /** Something was erased in the file: it goes from what was kept of it before. @returns those that still hold it */
  erase(client: DatabaseClient, spellings: Spellings, options?: CallOptions): Promise<LeftBackup[]>
}

/** How those who were erased just now were written. */
export type Spellings = InputOf<'erasure.inBackups'>['spellings']
export type LeftBackup = OutputOf<'erasure.inBackups'>['left'][number]

/** Backups of a file that is open for as long as one command takes. */
export const backupsOfCommand: KeepsBackups = {
  follow: () => undefined,
  before: async (client, reason, options) => {
    await backUpUnlessKept(client, { reason }, options)
  },
  closing: async () => undefined,
  protect: async (client, options) => {
    const problem = await protectBackups(client, [backupFolderOf(client.file)], options)
    if (problem !== null) throw new AppError('conflict', problem)
  },
  erase: (client, spellings, options) =>
    eraseInBackups(client, [backupFolderOf(client.file)], spellings, options),
}

/** Erases in some folders of backups what was erased in the open file. @returns those that still hold it */
export async function eraseInBackups(
  client: DatabaseClient,
  folders: readonly string[],
  spellings: Spellings,
  options: CallOptions = {},
): Promise<LeftBackup[]> {
  const left: LeftBackup[] = []
  for (const folder of folders)
    left.push(...(await client.ask('erasure.inBackups', { folder, spellings }, options)).left)
  return left
}

/** Encrypts the plain backups in some folders. @returns which of them are still plain, in a sentence; null when none */
export async function protectBackups(
  client: DatabaseClient,
  folders: readonly string[],
  options: CallOptions = {},
): Promise<string | null> {
  const left: string[] = []
  for (const folder of folders) left.push(...(await client.ask('backups.protect', { folder }, options)).left)
  if (left.length === 0) return null
  const [one, which] = left.length === 1 ? ['A backup', 'it'] : [`${left.length} backups`, 'them']
  return `${one} could not be encrypted, so whoever finds ${which} can read ${which}: ${left.join(', ')}. Check the disk, or remove ${which}.`
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
