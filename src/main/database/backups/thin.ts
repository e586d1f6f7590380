import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { outdatedBackups } from '@shared/domain/backupRotation'
import { changeFacts } from './facts'
import { listFolder } from './list'

/**
 * Removes the backups that the rotation does not need any more; only ever good ones, for which there are newer good
 * ones. Whatever is damaged, not verified, newer or of another program stays until somebody decides.
 *
 * @returns the names of those that were removed
 */
export async function thinOut(folder: string, now: Date): Promise<string[]> {
  const good = (await listFolder(folder)).filter(({ state }) => state === 'good')
  const removed: string[] = []
  for (const name of outdatedBackups(good, now)) {
    // One that is in use elsewhere goes the next time.
    const gone = await rm(join(folder, name)).then(
      () => true,
      () => false,
    )
    if (gone) removed.push(name)
  }
  if (removed.length > 0) {
    await changeFacts(folder, ({ program, backups }) => ({
      program,
      backups: backups.filter(({ name }) => !removed.includes(name)),
    }))
  }
  return removed
}
