import { AppError } from '@shared/errors'
import type { FileKey } from '../database/fileKey'
import type { DamageFound } from './trouble'

/** A damaged file that there are ways out of. */
export interface Damaged {
  file: string
  found: DamageFound
  /** When Coppice closed it the last time, ISO 8601; null where nobody knows. */
  closedAt: string | null
  /** A key of its own; null for a plain file, or one that could not even be unlocked. */
  key: FileKey | null
}

/** The damaged file that the window shows the ways out of, open or not. */
export class DamagedFile {
  current: Damaged | null = null

  /** @param onChange hears when it is another one, or none any more. */
  constructor(private readonly onChange: () => void) {}

  /** @param damaged with the key that is the file's; it is copied. */
  offer(damaged: Damaged): void {
    this.current?.key?.forget()
    this.current = { ...damaged, key: damaged.key?.copy() ?? null }
    this.onChange()
  }

  /** Whether the window shows the ways out of what this error is about, and needs no other word of it. */
  tells(error: unknown): boolean {
    const isAbout = error instanceof AppError && ['file-damaged', 'not-a-program-file'].includes(error.code)
    return isAbout && this.current !== null
  }

  /** The ways out are not shown any more. */
  leave(): void {
    if (this.current === null) return
    this.current.key?.forget()
    this.current = null
    this.onChange()
  }
}
