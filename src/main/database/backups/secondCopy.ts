import { copyFile, mkdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/errors'
import { writingError } from '../../exporting/fileErrors'
import { flush } from '../engine/copy'
import { changeFacts } from './facts'
import { clearUnfinished, putInPlace, unfinishedPath } from './folder'
import { digestOf } from './inspect'
import type { Written } from './write'

/** Makes the folder in a place that the user has chosen. @throws AppError about the disk. */
export async function makeSecondFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw writingError(error, folder)
  }
}

/**
 * Copies a backup into a second folder and reads it back. The folder is not made here: where it is not, its disk is
 * not connected, and what is written in its place would be on the disk that it is to be safe from.
 *
 * @throws AppError that says why there is no second copy.
 */
export async function copyToSecond({ path, ...told }: Written, folder: string): Promise<void> {
  const there = await stat(folder).catch(() => null)
  if (!there?.isDirectory()) {
    throw new AppError(
      'file-not-found',
      `The second copy was not made: “${basename(folder)}” in “${dirname(folder)}” is not there. Connect its disk, or choose another place.`,
    )
  }
  await clearUnfinished(folder)
  const unfinished = unfinishedPath(folder)
  try {
    await copyFile(path, unfinished)
    flush(unfinished)
    if ((await digestOf(unfinished)) !== told.sha256) {
      throw new AppError(
        'disk-error',
        `The second copy in “${dirname(folder)}” could not be read back as it was written, so it was not kept. Check that disk.`,
      )
    }
    await putInPlace(unfinished, join(folder, told.name))
    await changeFacts(folder, ({ backups }) => ({
      program: told.program,
      backups: [...backups.filter(({ name }) => name !== told.name), told],
    }))
  } catch (error) {
    throw toldAs(error, folder)
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

function toldAs(thrown: unknown, folder: string): unknown {
  const error = writingError(thrown, folder)
  if (thrown instanceof AppError || !(error instanceof AppError)) return error
  const why = error.code === 'disk-full' ? 'is full' : 'could not be written to'
  return new AppError(
    error.code,
    `The second copy was not made: the disk of “${dirname(folder)}” ${why}. The first one is in its place.`,
  )
}
