/** What SQLite says of a page that cannot be read, is not what it should be, or holds a length that cannot be true. */
const unreadable = [
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_IOERR',
  'SQLITE_TOOBIG',
  'SQLITE_NOMEM',
  'ERR_STRING_TOO_LONG',
]

/** @returns null where a page cannot be read. @throws whatever has nothing to do with that. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (hasCode(error, unreadable)) return null
    throw error
  }
}

/** Whether a row is no record: garbage that reads like one, or a second one of what there is once. */
export function isNoRecord(error: unknown): boolean {
  return hasCode(error, ['SQLITE_CONSTRAINT', 'SQLITE_MISMATCH'])
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  const code = String(error.code)
  return codes.some((known) => code.startsWith(known))
}
