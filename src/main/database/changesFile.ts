import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { passphraseProblem } from '@shared/domain/passphrase'
import { AppError } from '@shared/errors'
import { isBundle, readHeader, type Sealing } from './copies/container'
import { FileKey, keyFor, needsPassphrase, type Proof } from './fileKey'

/** What a colleague gave, as far as it can be told before it is opened. */
export interface Given {
  /** It holds what they changed, and not a whole copy. */
  isChanges: boolean
  /** It is encrypted, and takes what opens it. */
  asks: boolean
}

/** @throws AppError `unreadable-input` for changes of a newer version, or damaged ones */
export async function look(path: string): Promise<Given> {
  const beginning = await beginningOf(path)
  if (beginning === null || !isBundle(beginning))
    return { isChanges: false, asks: await needsPassphrase(path) }
  return { isChanges: true, asks: readHeader(beginning).header.sealed !== null }
}

/**
 * The key to try on a whole copy or on a file of changes; null for what is not encrypted.
 *
 * @throws AppError `invalid-input` for a recovery key of changes, which have none
 */
export async function keyOf(path: string, proof: Proof): Promise<FileKey | null> {
  const beginning = await beginningOf(path)
  if (beginning === null || !isBundle(beginning)) return keyFor(path, proof)
  const { sealed } = readHeader(beginning).header
  if (sealed === null) return null
  if ('recoveryKey' in proof) {
    throw new AppError(
      'invalid-input',
      'Changes have no recovery key: they open with the passphrase you agreed on.',
      'recoveryKey',
    )
  }
  return FileKey.made(proof.passphrase, Buffer.from(sealed.salt, 'base64'))
}

/**
 * Encrypts with a passphrase that two people agreed on, for as long as `use` takes.
 *
 * @throws AppError `invalid-input` for one that is guessed: the file goes by ways that others can read
 */
export async function sealedWith<T>(passphrase: string, use: (sealing: Sealing) => Promise<T>): Promise<T> {
  const problem = passphraseProblem(passphrase)
  if (problem !== null) throw new AppError('invalid-input', problem, 'passphrase')
  const salt = randomBytes(16)
  const key = await FileKey.made(passphrase, salt)
  try {
    return await use({ secret: key.secret, salt })
  } finally {
    key.forget()
  }
}

/** As much as a header may take; null of what cannot be read, which whoever opens it tells in words. */
async function beginningOf(path: string): Promise<Buffer | null> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(20 * 1024))
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
