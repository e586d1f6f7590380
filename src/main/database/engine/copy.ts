import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { changeCipher, setCipher } from './cipher'
import { applicationId, readHeader, type Seal, sealedApplicationId, writeSeal } from './header'

/** How a copy is to be encrypted: its secret, and the seal that goes into its header. */
export interface Encryption {
  secret: SharedArrayBuffer
  seal: Seal
}

/**
 * Makes a copy that was just written by `VACUUM INTO` complete: VACUUM INTO encrypts as its source is encrypted, but
 * leaves the seal behind; and it may be wanted otherwise than its source.
 *
 * @param from how the copy is encrypted now; null when it is plain.
 * @param to how it is to be; null for plain.
 */
export function finishCopy(
  path: string,
  from: SharedArrayBuffer | null,
  to: Encryption | null,
  nativeBinding: string | undefined,
): void {
  const db = new Database(path, { fileMustExist: true, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    if (from !== null) setCipher(db, from)
    if (!sameSecret(from, to?.secret ?? null)) changeCipher(db, to?.secret ?? null)
    db.pragma(`application_id = ${to === null ? applicationId : sealedApplicationId}`)
  } finally {
    db.close()
  }
  if (to === null) flush(path)
  else writeSeal(path, to.seal)
}

/** A copy that was made page by page says that there is a log beside it, as there is beside the original: not any more. */
export function withoutLog(path: string, nativeBinding: string | undefined): void {
  const db = new Database(path, { fileMustExist: true, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** Gives a copy of an encrypted file its seal; a copy of a plain one needs nothing. */
export function copySeal(from: string, to: string): void {
  const { seal } = readHeader(from)
  if (seal !== null) writeSeal(to, seal)
}

/** Everything of a file that is written by now is on the disk afterwards. */
export function flush(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function sameSecret(one: SharedArrayBuffer | null, other: SharedArrayBuffer | null): boolean {
  if (one === null || other === null) return one === other
  return Buffer.from(new Uint8Array(one)).equals(Buffer.from(new Uint8Array(other)))
}
