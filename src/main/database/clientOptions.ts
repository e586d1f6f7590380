import type { BackupReason } from '@shared/domain/backups'
import type { AppError } from '@shared/errors'
import type { DatabaseClient } from './client'
import type { FileKey } from './fileKey'
import type { FileLock } from './fileLock'
import type { CallOptions } from './workerLine'

/** How a program file is opened, and who hears of it. */
export interface ClientOptions {
  /** The program file. */
  file: string
  mode: 'create' | 'write' | 'read'
  /** What an encrypted file is opened with; null or left out for a plain one. */
  key?: FileKey | null
  /** The lock, where it is held already; the client takes it over. */
  lock?: FileLock
  /** The built worker. */
  workerPath: string
  nativeBinding?: string | undefined
  /** Keeps a backup, before an operation that the contract wants one for; when it fails, the operation is not run. */
  backUpFirst?: (client: DatabaseClient, reason: BackupReason, options: CallOptions) => Promise<void>
  /** Tables that a command has just written to. */
  onTouched?: (tables: string[]) => void
  /** Hears of every call that failed with an error that can be told. */
  onFailure?: (error: AppError) => void
  /** For the log: what failed inside, and operations that took long. */
  onTrouble?: (text: string) => void
}
