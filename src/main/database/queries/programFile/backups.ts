import type { OutputOf } from '@shared/contract'
import type { backups } from '@shared/contract/backups'
import { AppError } from '@shared/errors'
import { inspecting, newestCommand, programOf } from '../../backups/inspect'
import { backupAt } from '../../backups/list'
import { previewRestore } from '../../backups/preview'
import { protectFolder } from '../../backups/protect'
import { copyBackup } from '../../backups/restore'
import { copyToSecond } from '../../backups/secondCopy'
import { thinOut } from '../../backups/thin'
import { verifyFolder } from '../../backups/verify'
import { writeBackup } from '../../backups/write'
import { fromSqlite } from '../../engine/sqliteErrors'
import type { Handlers } from '../../handler'

export const backupHandlers: Handlers<typeof backups> = {
  'backups.position': (db, { after }) => ({
    newest: newestCommand(db),
    waitingSince:
      db.value<string>('SELECT at FROM commands WHERE id > ? ORDER BY id LIMIT 1', after ?? 0) ?? null,
  }),

  'backups.write': async (db, { folder, reason, path, second, thin }, task) => {
    const written = await writeBackup(db, { folder, reason, ...(path === null ? {} : { path }) }, task)
    const now = new Date()
    // Only now, when the newest good one is in its place.
    const removed = thin ? await thinOut(folder, now) : []
    const secondProblem = second === null ? null : await secondCopy(written, second, thin ? now : null)
    return { ...written, removed, secondProblem }
  },

  'backups.verify': (db, { folder, names }, task) => verifyFolder(folder, names, programOf(db), task),

  'backups.protect': (_db, { folder }, task) => protectFolder(folder, task),

  'backups.compare': (db, { path, secret }, { setup }) => {
    try {
      return inspecting(path, { ...setup, secret }, (backup) => previewRestore(db, backup))
    } catch (error) {
      const told = fromSqlite(error)
      if (!(told instanceof AppError) || told.code !== 'file-damaged') throw told
      throw new AppError(
        'unreadable-input',
        'This backup is damaged. Choose another one; the file is as it was.',
      )
    }
  },

  'backups.copy': async (_db, { path, to, secret, encryption }, { setup }) => {
    await copyBackup({ backup: await backupAt(path), to, encryption }, { ...setup, secret })
    return {}
  },
}

/** The first copy counts; why there is no second is told, and no reason to have none at all. */
async function secondCopy(
  written: Awaited<ReturnType<typeof writeBackup>>,
  folder: string,
  thinAt: Date | null,
): Promise<OutputOf<'backups.write'>['secondProblem']> {
  try {
    await copyToSecond(written, folder)
    if (thinAt !== null) await thinOut(folder, thinAt)
    return null
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}
