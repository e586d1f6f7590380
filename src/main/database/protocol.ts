import type { ErrorValue } from '@shared/errors'

/** Messages between the client (in main) and a database worker. No Electron, so that a worker may be a process. */

/** What a worker is started with. */
export interface WorkerSetup {
  file: string
  mode: 'create' | 'write' | 'read'
  nativeBinding: string | undefined
  /** The secret of an encrypted file, in memory that is shared; null for a plain one. */
  secret: SharedArrayBuffer | null
  /** The one descriptor of the file in this process (`engine/descriptors.ts`); null while there is none. */
  descriptor: number | null
}

export interface CallMessage {
  type: 'call'
  id: number
  operation: string
  /** What the contract says it is. */
  kind: 'read' | 'command' | 'untracked'
  /** Parsed already: main has checked it against the contract. */
  input: unknown
  /** One shared integer; anything but 0 asks the call to stop. */
  stop: SharedArrayBuffer
}

export type ToWorker =
  | CallMessage
  /** The file was only made by this worker: now there is a descriptor of it. */
  | { type: 'hold'; descriptor: number }
  | { type: 'close' }

export type FromWorker =
  | { type: 'opened'; migrated: number[] }
  | { type: 'failed'; error: ErrorValue }
  /** `json` is the value as text: it crosses to the window without being taken apart on the way. */
  | { type: 'answer'; id: number; json: string; touched: string[] }
  | { type: 'error'; id: number; error: ErrorValue; detail: string }
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'closed' }

export interface Progress {
  /** What is being done, in words. */
  label: string
  done: number
  /** Null when nobody knows yet. */
  total: number | null
}
