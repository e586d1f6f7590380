import type { OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import { DatabaseClient } from '../database/client'
import { type FileKey, reseal, sealOf } from '../database/fileKey'
import { type FileLock, lockFile } from '../database/fileLock'
import type { CallOptions } from '../database/workerLine'
import { removeFile } from './names'
import type { FileOptions } from './options'

export type Salvaged = OutputOf<'recovery.salvageFrom'>

interface Salvage extends Pick<FileOptions, 'workerPath' | 'nativeBinding' | 'onTrouble'> {
  /** The damaged file, which nobody here has open. It is only read. */
  file: string
  /** Its key; the new file opens with the same passphrase. */
  key: FileKey | null
  /** The new file. */
  to: string
}

/**
 * Makes a program file of whatever can be read of a damaged one.
 *
 * @throws AppError `file-damaged` when there is nothing to be had, `file-exists`, `cancelled`; there is no new file then.
 */
export async function salvageInto(
  { file, key, to, ...opening }: Salvage,
  options: CallOptions,
): Promise<Salvaged> {
  const lock = await lockIfPossible(file)
  try {
    const client = await DatabaseClient.open({ file: to, mode: 'create', key, ...opening })
    try {
      const secret = key?.secret ?? null
      const salvaged = await client.ask('recovery.salvageFrom', { file, secret }, options)
      await assertInOrder(client, options)
      await client.close()
      if (key) await reseal(to, await sealOf(file))
      return salvaged
    } catch (error) {
      await client.close()
      await removeFile(to)
      throw error
    }
  } finally {
    await lock?.release()
  }
}

/** Nobody is to write to it meanwhile; where no lock can be written, nobody can write to the file either. */
async function lockIfPossible(file: string): Promise<FileLock | null> {
  try {
    return await lockFile(file)
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-in-use') throw error
    return null
  }
}

async function assertInOrder(client: DatabaseClient, { signal }: CallOptions): Promise<void> {
  const { ok, problems } = await client.ask('programFile.check', {}, { signal })
  if (ok) return
  throw new AppError(
    'disk-error',
    `What was salvaged does not fit together, so it was not kept. (${problems[0]?.what ?? ''}) Go back to a backup.`,
  )
}
