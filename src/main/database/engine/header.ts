import { closeSync, openSync, readSync } from 'node:fs'
import { AppError } from '@shared/errors'

/** "Copp" in ASCII, at byte 68 of every program file. */
export const applicationId = 0x43_6f_70_70

const headerLength = 100
const signature = 'SQLite format 3\0'

/**
 * Looks at the first bytes of a file before SQLite does, because even opening a database in WAL mode writes to
 * it: what is not ours, or is newer than us, has to stay untouched.
 *
 * @throws AppError `not-a-program-file` or `file-newer`.
 */
export function assertProgramFile(file: string, newestVersion: number): void {
  const header = Buffer.alloc(headerLength)
  const descriptor = openSync(file, 'r')
  try {
    const length = readSync(descriptor, header, 0, headerLength, 0)
    if (length < headerLength || header.toString('latin1', 0, 16) !== signature) {
      throw new AppError(
        'not-a-program-file',
        'This is not a Coppice program file, or it is damaged from its first bytes. It was not touched.',
      )
    }
  } finally {
    closeSync(descriptor)
  }
  if (header.readUInt32BE(68) !== applicationId) {
    throw new AppError(
      'not-a-program-file',
      'This is a database, but not a Coppice program file. It was not touched.',
    )
  }
  if (header.readUInt32BE(60) > newestVersion) {
    throw new AppError(
      'file-newer',
      'This program file was written by a newer version of Coppice. Update Coppice to open it; the file was not touched.',
    )
  }
}
