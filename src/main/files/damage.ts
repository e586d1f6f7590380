import { basename, dirname } from 'node:path'
import { AppError } from '@shared/errors'
import { type Backup, listBackups } from '../database/programBackups'

/** The newest backup of a file that was found to be good when it was last read. */
export async function newestGood(file: string): Promise<Backup | null> {
  const backups = await listBackups(file).catch(() => [])
  return backups.find(({ state }) => state === 'good') ?? null
}

function whenMade({ at }: Backup): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}

/** Why a file could not be opened, and where its newest good backup is when it is damaged. */
export async function withBackup(thrown: unknown, file: string): Promise<unknown> {
  if (!(thrown instanceof AppError) || !['file-damaged', 'not-a-program-file'].includes(thrown.code))
    return thrown
  const backup = await newestGood(file)
  if (backup === null) return thrown
  const { code, message, field } = thrown
  return new AppError(
    code,
    `${message} There is a good backup of ${whenMade(backup)}: open “${backup.name}” in the folder “${basename(dirname(backup.path))}” beside it.`,
    field,
  )
}

/** Whether what keeps a file from being opened is damage: a file that is none at all has no backups beside it. */
export async function isDamage(thrown: unknown, file: string): Promise<boolean> {
  if (!(thrown instanceof AppError)) return false
  if (thrown.code === 'not-a-program-file') return (await newestGood(file)) !== null
  return thrown.code === 'file-damaged'
}
