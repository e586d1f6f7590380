import type { FileKey } from '../database/fileKey'

/** A damaged file that there are ways out of. */
export interface Damaged {
  file: string
  /** A key of its own; null for a plain file, or one that could not even be unlocked. */
  key: FileKey | null
}

/** The damaged file that the window shows the ways out of, open or not. */
export class DamagedFile {
  current: Damaged | null = null

  /** @param onChange hears when it is another one, or none any more. */
  constructor(private readonly onChange: () => void) {}

  offer(file: string, key: FileKey | null): void {
    this.current?.key?.forget()
    this.current = { file, key: key?.copy() ?? null }
    this.onChange()
  }

  /** The ways out are not shown any more. */
  leave(): void {
    if (this.current === null) return
    this.current.key?.forget()
    this.current = null
    this.onChange()
  }
}
