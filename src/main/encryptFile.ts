import { AppError } from '@shared/errors'
import type { FileKey } from './database/fileKey'
import type { CallOptions } from './database/workerLine'
import type { ProgramFiles } from './programFiles'

/**
 * Writes the open file encrypted; the plain one is gone afterwards. What was deleted from it before may still lie on
 * the disk, which no program can promise to have overwritten.
 *
 * @param key is the file's from then on, and forgotten when it could not be done.
 * Its backups are encrypted then as well.
 *
 * @throws AppError `conflict` when it is encrypted already, or backups could not be encrypted.
 */
export async function encryptFile(
  files: ProgramFiles,
  key: FileKey,
  passphrase: string,
  options?: CallOptions,
): Promise<void> {
  try {
    await files.rewrite(async (client, path, current) => {
      if (current !== null) throw new AppError('conflict', 'This program file is encrypted already.')
      const encryption = { secret: key.secret, seal: await key.sealedWith(passphrase) }
      await client.ask('programFile.copyTo', { path, encryption }, options)
      return key
    })
  } catch (error) {
    key.forget()
    throw error
  }
  await files.protectBackups(options)
}

/** Writes the open file as one that everybody can read. */
export async function decryptFile(files: ProgramFiles, options?: CallOptions): Promise<void> {
  await files.rewrite(async (client, path, current) => {
    if (current === null) throw new AppError('conflict', 'This program file is not encrypted.')
    await client.ask('programFile.copyTo', { path, encryption: null }, options)
    return null
  })
}
