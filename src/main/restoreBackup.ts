import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { type FileKey, keyFor, needsPassphrase, type Proof, sealOf } from './database/fileKey'
import { forgetLastClose } from './database/lastClose'
import { replacementOf } from './database/replaceFile'
import type { CallOptions } from './database/workerLine'
import { eraseAgain } from './files/erasing'
import type { ProgramFiles } from './programFiles'

/** A backup, and what opens it when its key is not that of the open file. */
export interface ToRestore {
  path: string
  opensWith: Proof | null
}

/**
 * Puts a copy of a backup in the place of the open file, which is kept as a backup first. The restored file is
 * encrypted as the present one is; where that is plain, as the backup is. A damaged one is kept beside it instead.
 *
 * @throws AppError; the open file is as it was then.
 */
export async function restoreBackup(
  files: ProgramFiles,
  backup: ToRestore,
  options?: CallOptions,
): Promise<void> {
  const keepAs = await keepPresent(files, options)
  await files.rewrite(async (client, to, current) => {
    const key = await keyOfBackup(backup, current)
    const encryption = current === null ? 'same' : { secret: current.secret, seal: await sealOf(client.file) }
    try {
      const { path } = backup
      await client.ask('backups.copy', { path, to, secret: key?.secret ?? null, encryption }, options)
    } catch (error) {
      if (key !== current) key?.forget()
      throw error
    }
    if (current === null) return key
    if (key !== current) key?.forget()
    return current
  }, keepAs)
  // A plain file may have become an encrypted one.
  if (files.encrypted) await files.protectBackups(options)
  // A copy from elsewhere may hold members who were erased since.
  await eraseAgain(files, options ?? {})
}

/**
 * Of a file that is damaged there can be no backup: it is kept as it is, beside the restored one.
 *
 * @returns where; undefined when there is a backup.
 */
async function keepPresent(files: ProgramFiles, options?: CallOptions): Promise<string | undefined> {
  const { file } = await files.use()
  try {
    await files.backUp('before restore', options)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'file-damaged') throw error
    return damagedName(file)
  }
}

/** Where a damaged file is kept when another one takes its place: under a name that nothing has yet. */
export function damagedName(file: string): string {
  const made = localDate(new Date())
  const name = (number: number) =>
    `${file.replace(/\.coppice$/, '')} damaged ${made}${number === 1 ? '' : ` ${number}`}.coppice`
  for (let number = 1; ; number++) if (!existsSync(name(number))) return name(number)
}

/** Makes another program file of a backup, with the backup's passphrase or none; the open one is left alone. */
export async function restoreAs(
  files: ProgramFiles,
  backup: ToRestore,
  file: string,
  options?: CallOptions,
): Promise<void> {
  if (existsSync(file)) {
    throw new AppError('file-exists', 'There is a file of that name already. Choose another name.')
  }
  const client = await files.use()
  const to = replacementOf(file)
  await rm(to, { force: true })
  const key = await keyOfBackup(backup, files.openKey)
  try {
    const { path } = backup
    await client.ask('backups.copy', { path, to, secret: key?.secret ?? null, encryption: 'same' }, options)
    await forgetLastClose(file)
    await rename(to, file)
  } finally {
    if (key !== files.openKey) key?.forget()
    await rm(to, { force: true })
  }
}

/** @param current the key of the open file, which its own backups have as well */
export async function keyOfBackup(
  { path, opensWith }: ToRestore,
  current: FileKey | null,
): Promise<FileKey | null> {
  if (!(await needsPassphrase(path))) return null
  return opensWith === null ? current : keyFor(path, opensWith)
}
