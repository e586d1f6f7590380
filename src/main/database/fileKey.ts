import { randomBytes, scrypt } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { recoveryKeyOf, secretOfRecoveryKey } from '@shared/domain/recoveryKey'
import { AppError } from '@shared/errors'
import { headerOf, type Seal, writeSeal } from './engine/header'

const secretBytes = 16
const saltBytes = 8

/**
 * scrypt with 128 MiB: about half a second for who knows the passphrase, and a lot of memory for each guess of who
 * does not (the parameters that OWASP's password storage cheat sheet recommends first).
 */
const stretching = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 }

/**
 * The secret that an encrypted program file is encrypted with: random, made once, and never changed by another
 * passphrase, which only hides it anew. It lies in memory that all threads share, so that forgetting it reaches them.
 */
export class FileKey {
  private constructor(readonly secret: SharedArrayBuffer) {}

  static random(): FileKey {
    return FileKey.of(randomBytes(secretBytes))
  }

  /** @throws AppError `wrong-passphrase` when the key was not written as it should be. */
  static fromRecoveryKey(text: string): FileKey {
    const secret = secretOfRecoveryKey(text)
    if (secret === null) {
      throw new AppError(
        'wrong-passphrase',
        'This is not a recovery key, or one character of it is wrong. It has seven groups of four.',
        'recoveryKey',
      )
    }
    return FileKey.of(secret)
  }

  /** A key of its own that is forgotten by itself. */
  copy(): FileKey {
    return FileKey.of(new Uint8Array(this.secret))
  }

  /** What opens the file without the passphrase: the secret itself, to be written down. */
  get recoveryKey(): string {
    return recoveryKeyOf(new Uint8Array(this.secret))
  }

  equals(other: FileKey): boolean {
    return this.recoveryKey === other.recoveryKey
  }

  /** Overwrites the secret, for everybody who holds it. */
  forget(): void {
    new Uint8Array(this.secret).fill(0)
  }

  /** Hides the secret behind a passphrase. */
  async sealedWith(passphrase: string): Promise<Seal> {
    const salt = randomBytes(saltBytes)
    const mask = await stretched(passphrase, salt)
    return { salt, wrapped: masked(new Uint8Array(this.secret), mask) }
  }

  /**
   * The secret that a passphrase uncovers. Whether it is the right one shows when the file is opened with it: there is
   * nothing in the seal that a guess could be checked against.
   */
  static async uncovered({ salt, wrapped }: Seal, passphrase: string): Promise<FileKey> {
    return FileKey.of(masked(wrapped, await stretched(passphrase, salt)))
  }

  /** A secret that nothing but a passphrase makes, for what is only read once. @param salt random, kept beside it */
  static async made(passphrase: string, salt: Uint8Array): Promise<FileKey> {
    return FileKey.of(await stretched(passphrase, salt))
  }

  private static of(secret: Uint8Array): FileKey {
    const shared = new SharedArrayBuffer(secretBytes)
    new Uint8Array(shared).set(secret)
    return new FileKey(shared)
  }
}

/** How somebody proves that a file is theirs to open. */
export type Proof = { passphrase: string } | { recoveryKey: string }

/** @returns the key to try on the file; null for a plain file, which needs none. */
export async function keyFor(file: string, proof: Proof): Promise<FileKey | null> {
  const { seal } = await headerOf(file)
  if (seal === null) return null
  return 'recoveryKey' in proof
    ? FileKey.fromRecoveryKey(proof.recoveryKey)
    : FileKey.uncovered(seal, proof.passphrase)
}

/** @throws AppError `not-a-program-file`; errors of the disk as they are. */
export async function isEncrypted(file: string): Promise<boolean> {
  return (await headerOf(file)).seal !== null
}

/** Whether a program file is encrypted. What cannot be read at all is told by opening it. */
export async function needsPassphrase(file: string): Promise<boolean> {
  return isEncrypted(file).catch(() => false)
}

/** What an encrypted file keeps about its key, for a copy that is to open with the same passphrase. */
export async function sealOf(file: string): Promise<Seal> {
  const { seal } = await headerOf(file)
  if (seal === null) throw new AppError('invalid-input', 'This file is not encrypted.')
  return seal
}

/** Puts another passphrase's seal into a closed file. */
export async function reseal(file: string, seal: Seal): Promise<void> {
  if (await stat(`${file}-wal`).catch(() => null)) {
    throw new AppError('file-in-use', 'The program file could not be closed, so its passphrase is as it was.')
  }
  writeSeal(file, seal)
}

/** The same text typed on another system gives the same bytes. */
function stretched(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, secretBytes, stretching, (error, bytes) => {
      if (error) reject(error)
      else resolve(bytes)
    })
  })
}

function masked(bytes: Uint8Array, mask: Uint8Array): Uint8Array {
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0))
}
