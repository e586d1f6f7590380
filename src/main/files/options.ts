import type { KeepsBackups } from '../database/programBackups'
import type { Silence } from '../database/silence'

/** Who hears of the program file that is open, and what it takes to open one. */
export interface FileOptions {
  workerPath: string
  nativeBinding: string | undefined
  onTouched: (tables: string[]) => void
  onChange: (change: FileChange) => void
  /** `opening` or `trouble` is another now. */
  onState?: () => void
  /** Calls are not answered, and answered again (null). */
  onSilence?: (silence: Silence | null) => void
  onTrouble: (text: string) => void
  /** Something in or of the open file could not be read: it should be looked at. */
  onDoubt?: () => void
  /** Left out, nobody keeps backups. */
  backups?: KeepsBackups
}

/** What has become of the program file that is open. */
export interface FileChange {
  /** Its path; null when none is open any more. */
  path: string | null
  /**
   * `start`: nobody needs to be told, everybody still waits for `ready`. `same`: it is the file that was open before, or
   * that one is closed and what is shown of its damage stays.
   * `locked`: it waits for its passphrase.
   */
  how: 'start' | 'another' | 'same' | 'locked'
}
