import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { AppError } from '@shared/errors'
import { firstBytes, withDescriptor } from './descriptors'

/** "Copp" in ASCII, at byte 68 of every program file. */
export const applicationId = 0x43_6f_70_70
/** "Cop1" of an encrypted one: its first 100 bytes are plain, and hold the seal. */
export const sealedApplicationId = 0x43_6f_70_31

const headerLength = 100
const signature = 'SQLite format 3\0'

/** What an encrypted file keeps about its key: it opens nothing without the passphrase. */
export interface Seal {
  /** 8 bytes, new with every passphrase. */
  salt: Uint8Array
  /** 16 bytes: the secret, hidden by what the passphrase and the salt give. */
  wrapped: Uint8Array
}

/**
 * Where the seal is in SQLite's header, so that an encrypted program is still one file. SQLite keeps these bytes as
 * they are and gives them no meaning: 72 to 91 are reserved, and the suggested cache size (48 to 51) counts for
 * nothing where a connection sets its own. https://sqlite.org/fileformat2.html#the_database_header
 */
const wrappedAt = { from: 72, to: 88 }
const saltAt = [
  { from: 88, to: 92 },
  { from: 48, to: 52 },
] as const

interface Header {
  /** Number of the newest migration in it. */
  version: number
  /** Null for a plain file. */
  seal: Seal | null
}

/**
 * Looks at the first bytes of a file before SQLite does, because even opening a database in WAL mode writes to
 * it: what is not ours, or is newer than us, has to stay untouched.
 *
 * @throws AppError `not-a-program-file`.
 */
export function readHeader(file: string): Header {
  return headerIn(headerBytes(file))
}

/** The same without waiting for the disk, which may stall: for the main process. */
export async function headerOf(file: string): Promise<Header> {
  return headerIn(await firstBytes(file, headerLength))
}

function headerIn(header: Buffer): Header {
  if (header.length < headerLength || header.toString('latin1', 0, 16) !== signature) {
    throw new AppError(
      'not-a-program-file',
      'This is not a Coppice program file, or it is damaged from its first bytes. It was not touched.',
    )
  }
  const id = header.readUInt32BE(68)
  if (id !== applicationId && id !== sealedApplicationId) {
    throw new AppError(
      'not-a-program-file',
      'This is a database, but not a Coppice program file. It was not touched.',
    )
  }
  return { version: header.readUInt32BE(60), seal: id === sealedApplicationId ? sealIn(header) : null }
}

/** @throws AppError `not-a-program-file` or `file-newer`. */
export function assertProgramFile(file: string, newestVersion: number): Header {
  const header = readHeader(file)
  if (header.version > newestVersion) {
    throw new AppError(
      'file-newer',
      'This program file was written by a newer version of Coppice. Update Coppice to open it; the file was not touched.',
    )
  }
  return header
}

/**
 * Puts another seal into an encrypted file, which has to be closed: SQLite would write its own copy of these bytes
 * over it. All of them are in the first sector, so that a power cut leaves the old ones or the new ones.
 */
export function writeSeal(file: string, { salt, wrapped }: Seal): void {
  const header = headerBytes(file)
  if (header.length < headerLength)
    throw new AppError('not-a-program-file', 'This program file has no header.')
  header.writeUInt32BE(sealedApplicationId, 68)
  header.set(wrapped, wrappedAt.from)
  header.set(salt.subarray(0, 4), saltAt[0].from)
  header.set(salt.subarray(4), saltAt[1].from)
  const descriptor = openSync(file, 'r+')
  try {
    writeSync(descriptor, header, 0, headerLength, 0)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function sealIn(header: Buffer): Seal {
  return {
    wrapped: header.subarray(wrappedAt.from, wrappedAt.to),
    salt: Buffer.concat(saltAt.map(({ from, to }) => header.subarray(from, to))),
  }
}

/** @returns fewer bytes when the file is too short to have a header. */
function headerBytes(file: string): Buffer {
  const header = Buffer.alloc(headerLength)
  return withDescriptor(file, (descriptor) =>
    header.subarray(0, readSync(descriptor, header, 0, headerLength, 0)),
  )
}
