import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { AppError } from '@shared/errors'
import { z } from 'zod'

/*
 * A file of changes: a line that says what it is, a line of JSON about it, the contents, and an Ed25519 signature of all
 * that stands before it. The contents are an SQLite database, packed by gzip and, where a salt is named, encrypted with
 * AES-128-GCM under a secret that scrypt makes of a passphrase; the two lines are authenticated with them.
 * docs/two-coordinators.md says what that is good for.
 */

const magic = 'coppice-changes 1\n'
const anyVersion = /^coppice-changes \d+\n/
const signatureBytes = 64
const tagBytes = 16
/** Nobody needs as much to say who they are. */
const mostHeader = 16 * 1024
/** Beyond that a whole copy is the better way; and what is read is unpacked in memory. */
export const mostBytes = 256 * 1024 * 1024
const mostUnpacked = 1024 * 1024 * 1024

const base64 = z.base64().max(400)
const headerOf = z
  .object({
    /** The program that they are of; see `programOf`. */
    program: z.string().max(100),
    // Nothing that a terminal obeys, or that turns what stands beside it around.
    from: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u),
    /** Whoever has signed it: the public key, in DER. */
    key: base64,
    madeAt: z.iso.datetime(),
    /** The number of the last command of whoever made it that is not in it: who reads it must have that one. */
    after: z.int().min(0),
    /** Null when everybody can read it. */
    sealed: z.object({ salt: base64, iv: base64 }).strict().nullable(),
  })
  .strict()
export type BundleHeader = z.infer<typeof headerOf>

/** Who makes a file of changes, and what they sign with. */
export interface Signer {
  name: string
  /** Ed25519, PKCS #8 in PEM. */
  privateKey: string
}

/** What the contents are encrypted with: the secret that a passphrase and this salt make. */
export interface Sealing {
  secret: SharedArrayBuffer
  salt: Uint8Array
}

/** @throws AppError `invalid-input` when it would be larger than one that is read */
export function packed(
  contents: Uint8Array,
  about: Pick<BundleHeader, 'program' | 'madeAt' | 'after'>,
  signer: Signer,
  sealing: Sealing | null,
): Buffer {
  const privateKey = createPrivateKey(signer.privateKey)
  const iv = randomBytes(12)
  const header: BundleHeader = {
    ...about,
    from: signer.name,
    key: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64'),
    sealed: sealing && { salt: Buffer.from(sealing.salt).toString('base64'), iv: iv.toString('base64') },
  }
  const head = Buffer.from(`${magic}${JSON.stringify(header)}\n`)
  const small = gzipSync(contents)
  const body = sealing ? sealed(small, head, iv, sealing.secret) : small
  const signed = Buffer.concat([head, body])
  if (signed.length + signatureBytes > mostBytes || contents.length > mostUnpacked) {
    throw new AppError(
      'invalid-input',
      'These are too many changes for one file. Give your colleague a whole copy instead.',
    )
  }
  return Buffer.concat([signed, sign(null, signed, privateKey)])
}

/** Whether a file begins like one of changes, of whatever version. */
export function isBundle(beginning: Uint8Array): boolean {
  return anyVersion.test(Buffer.from(beginning.subarray(0, 32)).toString('latin1'))
}

/** A file of changes whose signature holds; what it says is what its maker signed. */
export interface Bundle {
  header: BundleHeader
  /** Tells one key from another: groups of letters and digits that can be read out on the telephone. */
  fingerprint: string
  /** @throws AppError `wrong-passphrase`, `unreadable-input` */
  contents(secret: SharedArrayBuffer | null): Buffer
}

/** @throws AppError `unreadable-input` for what is none, is newer, or is not as it was signed */
export function bundleOf(bytes: Buffer): Bundle {
  const { header, end } = readHeader(bytes)
  const signed = bytes.subarray(0, Math.max(end, bytes.length - signatureBytes))
  if (!isSigned(header, signed, bytes.subarray(signed.length))) throw damaged()
  return {
    header,
    fingerprint: fingerprintOf(header.key),
    contents: (secret) => unpacked(opened(signed.subarray(end), header, signed.subarray(0, end), secret)),
  }
}

/** The header alone, before it is known whether it is true. */
export function readHeader(bytes: Buffer): { header: BundleHeader; end: number } {
  const beginning = bytes.subarray(0, mostHeader).toString('utf8')
  if (!beginning.startsWith(magic)) {
    if (!isBundle(bytes)) throw damaged()
    throw new AppError(
      'unreadable-input',
      'These changes were made by a newer version of Coppice. Bring yours up to date, then merge them.',
    )
  }
  const end = bytes.indexOf('\n', magic.length) + 1
  if (end === 0 || end > mostHeader) throw damaged()
  try {
    const text = bytes.subarray(magic.length, end).toString('utf8')
    return { header: headerOf.parse(JSON.parse(text)), end }
  } catch {
    throw damaged()
  }
}

/** @param key the public key in DER, as base64 */
export function fingerprintOf(key: string): string {
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').toUpperCase()
  return (digest.slice(0, 24).match(/.{4}/g) ?? []).join(' ')
}

function isSigned({ key }: BundleHeader, signed: Buffer, signature: Buffer): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' })
    return publicKey.asymmetricKeyType === 'ed25519' && verify(null, signed, publicKey, signature)
  } catch {
    return false
  }
}

function sealed(data: Buffer, head: Buffer, iv: Buffer, secret: SharedArrayBuffer): Buffer {
  const cipher = createCipheriv('aes-128-gcm', new Uint8Array(secret), iv, { authTagLength: tagBytes })
  cipher.setAAD(head)
  return Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()])
}

function opened(
  body: Buffer,
  { sealed }: BundleHeader,
  head: Buffer,
  secret: SharedArrayBuffer | null,
): Buffer {
  if (sealed === null) return body
  if (secret === null)
    throw new AppError(
      'passphrase-needed',
      'These changes are encrypted. They take the passphrase you agreed on.',
    )
  try {
    const iv = Buffer.from(sealed.iv, 'base64')
    const decipher = createDecipheriv('aes-128-gcm', new Uint8Array(secret), iv, { authTagLength: tagBytes })
    decipher.setAAD(head)
    decipher.setAuthTag(body.subarray(body.length - tagBytes))
    return Buffer.concat([decipher.update(body.subarray(0, body.length - tagBytes)), decipher.final()])
  } catch {
    throw new AppError(
      'wrong-passphrase',
      'That does not open these changes. Ask for the passphrase you agreed on.',
    )
  }
}

function unpacked(data: Buffer): Buffer {
  try {
    return gunzipSync(data, { maxOutputLength: mostUnpacked })
  } catch {
    throw damaged()
  }
}

function damaged(): AppError {
  return new AppError(
    'unreadable-input',
    'This file of changes is damaged, or was changed by somebody after it was signed. Nothing was merged; ask for it again.',
  )
}
