import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import type { WorkerSetup } from '../protocol'
import { backupFolderOf } from './folder'
import { newestCommand } from './inspect'
import { holding, listFolder } from './list'
import { writeBackup } from './write'

/**
 * Keeps a file of an older version as it is, before it is brought up to date: what goes wrong there can be gone back on.
 * One that holds the same already is enough.
 *
 * @throws AppError when there can be no backup; the file is opened by the older version as before.
 */
export async function backUpBeforeUpdate(db: Reader, setup: WorkerSetup): Promise<void> {
  const folder = backupFolderOf(setup.file)
  const version = db.value<number>('PRAGMA user_version') ?? 0
  const kept = holding(await listFolder(folder), newestCommand(db))
  if (kept?.version === version) return
  const task = { progress: () => undefined, cancelled: () => false, setup }
  try {
    await writeBackup(db, { folder, reason: 'before update' }, task)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(
      error.code,
      `This file is of an older version, and is brought up to date only after a backup. ${error.message}`,
    )
  }
}
