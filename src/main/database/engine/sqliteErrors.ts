import { AppError, type ErrorCode } from '@shared/errors'

const told: readonly [prefix: string, code: ErrorCode, sentence: string][] = [
  [
    'SQLITE_FULL',
    'disk-full',
    'The disk is full, so this was not saved. What was saved before is safe; free some space and try again.',
  ],
  [
    'SQLITE_READONLY',
    'read-only',
    'The program file or its folder is read-only, so this was not saved. Move the file to a folder you may write to.',
  ],
  [
    'SQLITE_BUSY',
    'file-in-use',
    'Another program is writing to this program file just now. Nothing was lost; try again in a moment.',
  ],
  [
    'SQLITE_LOCKED',
    'file-in-use',
    'Another program is writing to this program file just now. Nothing was lost; try again in a moment.',
  ],
  [
    'SQLITE_CANTOPEN',
    'file-not-found',
    'The program file could not be opened. It may have been moved or renamed, or its folder cannot be read.',
  ],
  [
    'SQLITE_NOTADB',
    'not-a-program-file',
    'This is not a Coppice program file, or it is damaged from its first bytes.',
  ],
  [
    'SQLITE_CORRUPT',
    'file-damaged',
    'The program file is damaged. Stop working in it and go back to a backup; nothing was written.',
  ],
  [
    'SQLITE_IOERR',
    'disk-error',
    'The disk could not be read or written, so this was not saved. Check the drive or the network folder and try again.',
  ],
]

/** Turns an error of SQLite into one that can be told; anything else comes back as it is. */
export function fromSqlite(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('code' in thrown)) return thrown
  const code = String(thrown.code)
  const match = told.find(([prefix]) => code.startsWith(prefix))
  return match ? Object.assign(new AppError(match[1], match[2]), { cause: thrown }) : thrown
}
