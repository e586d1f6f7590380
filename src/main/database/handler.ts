import type { Operation } from '@shared/contract/operation'
import type { z } from 'zod'
import type { Outcome } from './engine/command'
import type { Reader } from './engine/reader'
import type { Writer } from './engine/writer'
import type { Progress, WorkerSetup } from './protocol'

/** What a long operation may do besides its work. */
export interface Task {
  progress(progress: Progress): void
  /** True as soon as the caller has asked to stop. */
  cancelled(): boolean
  /** How the file was opened, for who has to open another one. */
  readonly setup: WorkerSetup
}

type Promised<T> = T | Promise<T>

/** What a write answers with; see `Outcome` for `reason` and `final`. */
export type Done<T> = Outcome<T>

/** What a feature's reads and writes of the database look like, derived from its part of the contract. */
export type Handlers<Operations extends Record<string, Operation>> = {
  [Name in keyof Operations as Operations[Name]['runs'] extends 'database'
    ? Name
    : never]: Operations[Name]['kind'] extends 'read'
    ? (
        db: Reader,
        input: z.output<Operations[Name]['input']>,
        task: Task,
      ) => Promised<z.input<Operations[Name]['output']>>
    : (
        db: Writer,
        input: z.output<Operations[Name]['input']>,
        task: Task,
      ) => Promised<Done<z.input<Operations[Name]['output']>>>
}
