import { type BigIntStats, statSync } from 'node:fs'
import { AppError } from '@shared/errors'

/** Which file this is, whatever it is called by now. */
export interface Identity {
  dev: bigint
  ino: bigint
}

export function isSame(one: Identity, other: Identity): boolean {
  return one.ino === other.ino && one.dev === other.dev
}

/**
 * The place of an open file. SQLite goes on writing into a file that was removed, renamed or replaced, as if nothing
 * had happened; so the place is looked at before each write.
 */
export class Place {
  private readonly parts: { path: string; identity: Identity }[]

  /** @param file one that has just been opened and read: its log is there by now. */
  constructor(private readonly file: string) {
    this.parts = [file, `${file}-wal`].flatMap((path) => {
      const identity = identityAt(path)
      return identity ? [{ path, identity }] : []
    })
  }

  get stands(): boolean {
    return this.problem() === null
  }

  /** @throws AppError `file-gone` or `file-replaced`. */
  assertStands(): void {
    const problem = this.problem()
    if (problem) throw problem
  }

  private problem(): AppError | null {
    for (const { path, identity } of this.parts) {
      const now = identityAt(path)
      if (!now && path === this.file) return gone()
      if (!now || !isSame(now, identity)) return replaced()
    }
    return null
  }
}

function identityAt(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })
}

function gone(): AppError {
  return new AppError(
    'file-gone',
    'The program file was moved, renamed or removed while it was open, so this was not saved. What you wrote is still here.',
  )
}

function replaced(): AppError {
  return new AppError(
    'file-replaced',
    'Another file has taken the place of the program file while it was open, so this was not saved. What you wrote is still here.',
  )
}
