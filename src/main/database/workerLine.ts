import type { Worker } from 'node:worker_threads'
import { AppError } from '@shared/errors'
import type { CallMessage, FromWorker, Progress, ToWorker } from './protocol'

export interface CallOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

/** What is asked. */
export type Call = Pick<CallMessage, 'operation' | 'kind' | 'input'>

interface Waiting {
  operation: string
  startedAt: number
  resolve(answer: Answered): void
  reject(error: Error): void
  onProgress: CallOptions['onProgress']
}

export interface Answered {
  json: string
  touched: string[]
}

/** Operations slower than this, in milliseconds, are worth a line in the log. */
const slow = 40

/** The line to one database worker: ids, answers, progress, stopping, and what happens when the worker dies. */
export class WorkerLine {
  /** Settles when the worker has opened the file. */
  readonly opened: Promise<void>
  /** Settles when the worker is gone, and with it whatever it had open. */
  readonly exited: Promise<void>
  private readonly waiting = new Map<number, Waiting>()
  private readonly worker: Worker
  private nextId = 1
  private ended: AppError | null = null
  /** When the worker last said anything, by `performance.now()`. */
  private heardAt = performance.now()

  constructor(
    start: () => Worker,
    private readonly onTrouble: ((text: string) => void) | undefined,
  ) {
    this.worker = start()
    this.exited = new Promise((resolve) => this.worker.once('exit', () => resolve()))
    this.opened = new Promise((resolve, reject) => {
      this.worker.on('message', (message: FromWorker) => {
        this.heardAt = performance.now()
        if (message.type === 'opened') resolve()
        else if (message.type === 'failed')
          reject(new AppError(message.error.code, message.error.message, message.error.field))
        else this.hear(message)
      })
      this.worker.on('error', (error) => {
        this.onTrouble?.(`A database worker died: ${error.stack ?? error.message}`)
        reject(error)
        this.end(died())
      })
      this.worker.on('exit', () => this.end(died()))
    })
  }

  /** Whether the worker has ended; it takes no more calls then. */
  get dead(): boolean {
    return this.ended !== null
  }

  /** Since when somebody waits and nothing is heard, by `performance.now()`; null when nobody waits. */
  get silentSince(): number | null {
    const [oldest] = this.waiting.values()
    return oldest ? Math.max(oldest.startedAt, this.heardAt) : null
  }

  call(call: Call, { signal, onProgress }: CallOptions): Promise<Answered> {
    if (this.ended) return Promise.reject(this.ended)
    const id = this.nextId++
    const stop = new SharedArrayBuffer(4)
    const abort = () => Atomics.store(new Int32Array(stop), 0, 1)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    return new Promise<Answered>((resolve, reject) => {
      this.waiting.set(id, {
        operation: call.operation,
        startedAt: performance.now(),
        resolve,
        reject,
        onProgress,
      })
      this.send({ type: 'call', id, stop, ...call })
    }).finally(() => signal?.removeEventListener('abort', abort))
  }

  /** Tells the worker of the one descriptor that this process reads the file by. */
  hold(descriptor: number): void {
    this.send({ type: 'hold', descriptor })
  }

  /** Lets what was asked finish, then closes the file. */
  async close(): Promise<void> {
    if (this.ended) return
    this.send({ type: 'close' })
    await this.exited
  }

  /** Stops a reader at once, in the middle of whatever it does. Never for a writer. */
  abandon(): void {
    this.end(new AppError('cancelled', 'Cancelled. Nothing was changed.'))
    void this.worker.terminate()
  }

  private send(message: ToWorker): void {
    this.worker.postMessage(message)
  }

  private hear(message: Exclude<FromWorker, { type: 'opened' | 'failed' }>): void {
    if (message.type === 'closed') return
    const waiting = this.waiting.get(message.id)
    if (!waiting) return
    if (message.type === 'progress') {
      waiting.onProgress?.(message.progress)
      return
    }
    this.waiting.delete(message.id)
    const took = performance.now() - waiting.startedAt
    if (took > slow) this.onTrouble?.(`${waiting.operation} took ${Math.round(took)} ms`)
    if (message.type === 'answer') {
      waiting.resolve(message)
      return
    }
    if (message.error.code === 'internal') this.onTrouble?.(`${waiting.operation} failed: ${message.detail}`)
    waiting.reject(new AppError(message.error.code, message.error.message, message.error.field))
  }

  private end(error: AppError): void {
    this.ended ??= error
    for (const waiting of this.waiting.values()) waiting.reject(this.ended)
    this.waiting.clear()
  }
}

function died(): AppError {
  return new AppError(
    'database-restarting',
    'The part of Coppice that keeps the file has stopped. What was saved is safe; open the program file again.',
  )
}
