import { basename, dirname } from 'node:path'
import { AppError } from '@shared/errors'
import { type Backup, listBackups } from '../database/programBackups'

/** The newest backup of a file that was found to be good when it was last read. */
export async function newestGood(file: string): Promise<Backup | null> {
  const backups = await listBackups(file).catch(() => [])
  return backups.find(({ state }) => state === 'good') ?? null
}

function inWords(at: string): string {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
}

/** Why a file could not be opened, and where its newest good backup is when it is damaged. */
export async function withBackup(thrown: unknown, file: string): Promise<unknown> {
  if (!(thrown instanceof AppError) || !['file-damaged', 'not-a-program-file'].includes(thrown.code))
    return thrown
  const backup = await newestGood(file)
  const { code, message, field } = thrown
  return backup === null ? thrown : new AppError(code, `${message} ${whereIs(backup)}`, field)
}

/** That a file was changed by something else, and what to do, in sentences. @param closedAt ISO 8601 */
export async function changedInWords(file: string, closedAt: string | null): Promise<string> {
  const backup = await newestGood(file)
  const since = closedAt === null ? '' : ` on ${inWords(closedAt)}`
  return (
    `“${basename(file)}” was changed by something other than Coppice since it was closed${since}: another program, a ` +
    `copy that was put in its place, or a fault of the disk. If it was not you, do not go on in it. ` +
    (backup === null ? 'There is no good backup beside it.' : whereIs(backup))
  )
}

function whereIs({ at, name, path }: Backup): string {
  return `There is a good backup of ${inWords(at)}: open “${name}” in the folder “${basename(dirname(path))}” beside it.`
}

/** Whether what keeps a file from being opened is damage: a file that is none at all has no backups beside it. */
export async function isDamage(thrown: unknown, file: string): Promise<boolean> {
  if (!(thrown instanceof AppError)) return false
  if (thrown.code === 'not-a-program-file') return (await newestGood(file)) !== null
  return thrown.code === 'file-damaged'
}
