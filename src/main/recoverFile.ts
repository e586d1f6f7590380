import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseClient } from './database/client'
import { type FileKey, isEncrypted, sealOf } from './database/fileKey'
import { lockFile } from './database/fileLock'
import { replaceFile, replacementOf } from './database/replaceFile'
import type { CallOptions } from './database/workerLine'
import { eraseAgain } from './files/erasing'
import { type Salvaged, salvageInto } from './files/salvaging'
import type { ProgramFiles } from './programFiles'
import { damagedName, keyOfBackup, type ToRestore } from './restoreBackup'

/**
 * Puts a copy of a backup in the place of the damaged file, which is kept beside it, and opens that. It is encrypted as
 * the damaged file was; where that was plain or cannot be told, as the backup is.
 *
 * @returns the name that the damaged file has now
 * @throws AppError; the damaged file is at its place then.
 */
export async function goBackTo(
  files: ProgramFiles,
  backup: ToRestore,
  options: CallOptions,
): Promise<string> {
  const { file, key } = await files.setDamagedAside()
  const keepAs = damagedName(file)
  const by = replacementOf(file)
  const backupKey = await keyOfBackup(backup, key)
  const next = (key ?? backupKey)?.copy() ?? null
  try {
    const encryption = key === null ? 'same' : { secret: key.secret, seal: await sealOf(file) }
    const { path } = backup
    const lock = await lockFile(file)
    try {
      await rm(by, { force: true })
      await onThread(files, (client) =>
        client.ask('backups.copy', { path, to: by, secret: backupKey?.secret ?? null, encryption }, options),
      )
      await replaceFile({ file, by, keepAs })
    } finally {
      await rm(by, { force: true })
      await lock.release()
    }
  } catch (error) {
    next?.forget()
    throw error
  } finally {
    if (backupKey !== key) backupKey?.forget()
  }
  await files.openWith(file, next)
  // What was kept may be plain, and a copy from before may hold members who were erased since.
  if (files.encrypted) await files.protectBackups(options)
  await eraseAgain(files, options)
  return basename(keepAs)
}

/** Whether it is worth a try: not where even the header is unreadable, or nobody has the key of what is encrypted. */
export async function isSalvageable(file: string, key: FileKey | null): Promise<boolean> {
  try {
    return key !== null || !(await isEncrypted(file))
  } catch {
    return false
  }
}

/** Makes a new file of what can be read of the damaged one, which is closed for that, and stays as it is. */
export async function salvageDamaged(
  files: ProgramFiles,
  to: string,
  options: CallOptions,
): Promise<Salvaged> {
  const { file, key } = await files.setDamagedAside()
  return salvageInto({ file, key, to, ...files.threads }, options)
}

/** Runs something on a thread of the database while no program file is open that could lend one. */
async function onThread<T>(files: ProgramFiles, run: (client: DatabaseClient) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'coppice-'))
  try {
    const client = await DatabaseClient.open({
      ...files.threads,
      file: join(folder, 'Empty.coppice'),
      mode: 'create',
    })
    try {
      return await run(client)
    } finally {
      await client.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
