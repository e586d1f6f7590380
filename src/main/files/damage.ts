import { basename, dirname } from 'node:path'
import { AppError } from '@shared/errors'
import { type Backup, listBackups } from '../database/programBackups'

/** The newest backup of a file that was found to be good when it was last read. */
async function newestGood(file: string): Promise<Backup | null> {
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

/** What to do with an open file of which a part cannot be read, in sentences. */
export async function damageInWords(file: string): Promise<string> {
  const backup = await newestGood(file)
  const found = `“${basename(file)}” is damaged: a part of it cannot be read. Do not go on working in it.`
  return backup === null
    ? `${found} There is no good backup beside it; keep a copy of the file, and export what can still be read.`
    : `${found} Go back to the backup of ${whenMade(backup)} in Settings → Backups; the damaged file is kept beside it.`
}
