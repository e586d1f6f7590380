/**
 * Everything that can go wrong and be told. The code is what programs act on; the sentence is for people.
 * No zod here: every side may import this file.
 */
export const errorCodes = [
  'invalid-input',
  'unknown-operation',
  'forbidden-sender',
  'not-found',
  'conflict',
  'cancelled',
  'no-file-open',
  'file-not-found',
  'file-exists',
  'file-in-use',
  'file-unreachable',
  'file-gone',
  'file-replaced',
  'file-newer',
  'file-damaged',
  'passphrase-needed',
  'wrong-passphrase',
  'not-a-program-file',
  'read-only',
  'disk-full',
  'disk-error',
  'unreadable-input',
  'database-restarting',
  'runtime-missing',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An error that is told to the user: `message` is a whole sentence with a next step where there is one. */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** Path of the input field at fault, such as `actionItems.0.text`. */
    readonly field?: string,
  ) {
    super(message)
  }
}

export interface ErrorValue {
  code: ErrorCode
  message: string
  field?: string
}

/** What crosses a process boundary: always an answer, never a throw. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: ErrorValue }

/**
 * Turns whatever was thrown into what may cross a boundary. Details of an unexpected error stay in the log.
 */
export function toErrorValue(thrown: unknown): ErrorValue {
  if (thrown instanceof AppError) {
    return {
      code: thrown.code,
      message: thrown.message,
      ...(thrown.field === undefined ? {} : { field: thrown.field }),
    }
  }
  return {
    code: 'internal',
    message: 'Something went wrong inside Coppice. Your records are as they were; the log holds the details.',
  }
}
