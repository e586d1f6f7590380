import { Worker } from 'node:worker_threads'
import { type InputOf, type OperationName, type OutputOf, operations } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type FileLock, lockFile } from './fileLock'
import type { WorkerSetup } from './protocol'
import { type CallOptions, WorkerLine } from './workerLine'

export interface ClientOptions {
  /** The program file. */
  file: string
  mode: 'create' | 'write' | 'read'
  /** The built worker. */
  workerPath: string
  nativeBinding?: string | undefined
  /** Tables that a command has just written to. */
  onTouched?: (tables: string[]) => void
  /** For the log: what failed inside, and operations that took long. */
  onTrouble?: (text: string) => void
}

/** How long a read that writes a file may take to clear up after it was stopped, in milliseconds. */
const clearingUp = 5000

/**
 * An open program file as the main process and the command line see it: one writer and one reader on threads of
 * their own, and a further reader for as long as something slow is asked.
 */
export class DatabaseClient {
  private closing = false

  private constructor(
    private readonly options: ClientOptions,
    private readonly lock: FileLock | null,
    /** The reader itself when the file was opened for reading only. */
    private writer: WorkerLine,
    private reader: WorkerLine,
  ) {}

  /** @throws AppError when the file cannot be opened; it is untouched then. */
  static async open(options: ClientOptions): Promise<DatabaseClient> {
    const lock = options.mode === 'read' ? null : lockFile(options.file)
    try {
      const writer = await openLine(options, options.mode)
      const reader = options.mode === 'read' ? writer : await openLine(options, 'read')
      return new DatabaseClient(options, lock, writer, reader)
    } catch (error) {
      lock?.release()
      throw error
    }
  }

  get file(): string {
    return this.options.file
  }

  /** Asks for an operation of the database. @returns the value. */
  async ask<Name extends OperationName>(
    name: Name,
    input: InputOf<Name>,
    options?: CallOptions,
  ): Promise<OutputOf<Name>> {
    return JSON.parse(await this.call(name, operations[name].input.parse(input), options)) as OutputOf<Name>
  }

  /**
   * The same for an input that was parsed already.
   * @returns the value as JSON text, ready to be handed on.
   */
  async call(name: OperationName, input: unknown, options: CallOptions = {}): Promise<string> {
    if (this.closing) throw new AppError('no-file-open', 'The program file is being closed.')
    const operation = operations[name]
    const kind = operation.kind === 'read' ? 'read' : operation.untracked ? 'untracked' : 'command'
    if (kind !== 'read' && this.options.mode === 'read') {
      throw new AppError('read-only', 'This program file was opened for reading only.')
    }
    const answered = operation.long
      ? await this.askAside(name, input, options)
      : await (await this.line(kind === 'read')).call({ operation: name, kind, input }, options)
    if (answered.touched.length > 0) this.options.onTouched?.(answered.touched)
    return answered.json
  }

  async close(): Promise<void> {
    if (this.closing) return
    this.closing = true
    if (this.reader !== this.writer) await this.reader.close()
    await this.writer.close()
    this.lock?.release()
  }

  /** A worker that died has answered all its calls with an error; the next call gets a new one. */
  private async line(reading: boolean): Promise<WorkerLine> {
    if (this.writer.dead) {
      const sole = this.reader === this.writer
      this.writer = await openLine(this.options, sole ? 'read' : 'write')
      if (sole) this.reader = this.writer
    }
    if (this.reader.dead) this.reader = await openLine(this.options, 'read')
    return reading ? this.reader : this.writer
  }

  /**
   * A long read must not hold up the others, and may be stopped in the middle of a statement; but one that writes a
   * file is first given the time to take it away again.
   */
  private async askAside(name: OperationName, input: unknown, options: CallOptions) {
    const line = await openLine(this.options, 'read')
    let grace: NodeJS.Timeout | undefined
    const abort = () => {
      if (operations[name].internal) grace = setTimeout(() => line.abandon(), clearingUp)
      else line.abandon()
    }
    options.signal?.addEventListener('abort', abort)
    try {
      return await line.call({ operation: name, kind: 'read', input }, options)
    } finally {
      clearTimeout(grace)
      options.signal?.removeEventListener('abort', abort)
      await line.close()
    }
  }
}

async function openLine(options: ClientOptions, mode: WorkerSetup['mode']): Promise<WorkerLine> {
  const setup: WorkerSetup = { file: options.file, mode, nativeBinding: options.nativeBinding }
  const start = () => new Worker(options.workerPath, { workerData: setup })
  const line = new WorkerLine(start, options.onTrouble)
  await line.opened
  return line
}
