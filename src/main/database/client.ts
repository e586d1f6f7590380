import { Worker } from 'node:worker_threads'
import { type InputOf, type OperationName, type OutputOf, operations } from '@shared/contract'
import { AppError, type ErrorCode } from '@shared/errors'
import { AsideLines, beingClosed } from './asideLines'
import { backupFolderOf, clearUnfinished } from './backups/folder'
import type { ClientOptions } from './clientOptions'
import { type FileLock, lockFile } from './fileLock'
import { pairOf, removeOrphanedLog, setForeignLogAside } from './foreignLog'
import { HeldFile } from './heldFile'
import { LastClose } from './lastClose'
import { LastingLine } from './lastingLine'
import type { WorkerSetup } from './protocol'
import { finishReplacement } from './replaceFile'
import { type Standing, standingOf } from './standing'
import { type Answered, type Call, type CallOptions, WorkerLine } from './workerLine'

/** What a client holds of its file. */
interface Hold {
  /** Null for who only reads. */
  lock: FileLock | null
  held: HeldFile | null
  pair: string
  lastClose: LastClose
}

/** Errors after which nobody knows how much of the disk can be trusted. */
const alarming: readonly ErrorCode[] = ['file-damaged', 'disk-error', 'database-restarting']

/** How long the writer answers the first reads as well, in milliseconds: the start has better uses for a processor. */
const readerAfter = 1000

/**
 * An open program file as the main process and the command line see it: one writer and one reader on threads of
 * their own, and a further reader for as long as something slow is asked.
 */
export class DatabaseClient {
  /** Whether an operation has failed since the file was opened in a way that throws doubt on the disk. */
  alarmed = false
  private closing = false
  private readonly aside: AsideLines
  /** Why nothing may be written just now, nor anything be done that would open the file anew; null ends that. */
  frozen: AppError | null = null
  /** Writes that are not answered yet. */
  private readonly writing = new Set<Promise<unknown>>()
  private readerComes: NodeJS.Timeout | undefined

  private constructor(
    private readonly options: ClientOptions,
    private readonly hold: Hold,
    /** The reader itself when the file was opened for reading only. */
    private readonly writer: LastingLine,
    private readonly reader: LastingLine,
  ) {
    this.aside = new AsideLines(() => openLine(options, 'read', hold.held))
  }

  /** @throws AppError when the file cannot be opened; it is untouched then. */
  static async open(options: ClientOptions): Promise<DatabaseClient> {
    const { file, mode } = options
    const lock = mode === 'read' ? null : (options.lock ?? (await lockFile(file)))
    let held: HeldFile | null = null
    try {
      if (mode === 'write')
        await Promise.all([finishReplacement(file), clearUnfinished(backupFolderOf(file))])
      if (mode === 'write' && lock?.left) await setForeignLogAside(file, lock.left)
      if (mode !== 'create') held = await HeldFile.hold(file)
      const lastClose = await LastClose.read(file, options.key ? null : held)
      const first = await openLine(options, mode, held)
      if (held === null) {
        held = await HeldFile.hold(file)
        if (held) first.hold(held.descriptor)
      }
      const pair = await pairOf(file)
      await lock?.note(pair)
      if (mode !== 'read') await lastClose.take()
      const hold = { lock, held, pair, lastClose }
      const reading = () => openLine(options, 'read', held)
      if (mode === 'read') {
        const sole = new LastingLine(reading, first)
        return new DatabaseClient(options, hold, sole, sole)
      }
      const writer = new LastingLine(() => openLine(options, 'write', held), first)
      return new DatabaseClient(options, hold, writer, new LastingLine(reading))
    } catch (error) {
      await held?.release()
      await lock?.release()
      throw error
    }
  }

  get file(): string {
    return this.options.file
  }

  get encrypted(): boolean {
    return this.options.key != null
  }

  /** How the file was closed before it was opened. */
  get lastClose(): LastClose {
    return this.hold.lastClose
  }

  /** Since when a call is not answered, by `performance.now()`; null when all are. Not of `long` operations. */
  get silentSince(): number | null {
    const since = [this.writer, this.reader].flatMap((line) => line.silentSince ?? [])
    return since.length === 0 ? null : Math.min(...since)
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
    if (this.closing) throw beingClosed()
    const operation = operations[name]
    const kind = operation.kind === 'read' ? 'read' : operation.untracked ? 'untracked' : 'command'
    if (kind !== 'read' && this.options.mode === 'read') {
      throw new AppError('read-only', 'This program file was opened for reading only.')
    }
    if (this.frozen && (kind !== 'read' || operation.long)) throw this.frozen
    if (operation.backsUpFirst !== null) {
      await this.options.backUpFirst?.(this, operation.backsUpFirst, options)
      if (this.closing) throw beingClosed()
    }
    const call = { operation: name, kind, input } as const
    try {
      const answered = operation.long
        ? await this.aside.ask({ ...call, kind: 'read' }, operation.internal, options)
        : kind === 'read'
          ? await (await this.lineForReading()).call(call, options)
          : await this.write(call, options)
      if (answered.touched.length > 0) this.options.onTouched?.(answered.touched)
      return answered.json
    } catch (error) {
      if (error instanceof AppError) this.failed(error)
      throw error
    }
  }

  private failed(error: AppError): void {
    if (alarming.includes(error.code)) this.alarmed = true
    this.options.onFailure?.(error)
  }

  /** Where the file is by now. */
  standing(): Promise<Standing> {
    const { lock, held } = this.hold
    if (held === null || this.closing) return Promise.resolve({ is: 'unknown' })
    return standingOf(this.file, held, lock)
  }

  /**
   * Asks for something by the connection that writes, be the file itself gone or elsewhere by now.
   * @throws AppError `file-gone` when that connection is gone as well.
   */
  async askHere<Name extends 'programFile.copyTo' | 'programFile.settle'>(
    operation: Name,
    input: InputOf<Name>,
  ): Promise<void> {
    if (!this.writer.there) {
      throw new AppError(
        'file-gone',
        'The file is gone, and what was open of it as well. Go back to a backup.',
      )
    }
    await (await this.writer.get()).call({ operation, kind: 'read', input }, {})
  }

  /** Settles when every write that was asked for is answered. */
  async quiet(): Promise<void> {
    while (this.writing.size > 0) await Promise.allSettled(this.writing)
  }

  async close(): Promise<void> {
    const lock = await this.end(true)
    await lock?.release()
  }

  /** For who opens the same file again at once: nobody gets in between. @returns the lock, to be handed on or released. */
  closeKeepingLock(): Promise<FileLock | null> {
    return this.end(false)
  }

  private async end(noted: boolean): Promise<FileLock | null> {
    if (this.closing) return null
    this.closing = true
    clearTimeout(this.readerComes)
    // Before the log goes over into the file.
    if (noted && this.options.mode !== 'read') await this.lastClose.settled()
    // Nobody but the writer has the file open when it is closed, whoever comes next.
    await this.aside.close()
    if (this.reader !== this.writer) await this.reader.close()
    await this.writer.close()
    await this.leaveInOrder(noted)
    await this.hold.held?.release()
    return this.hold.lock
  }

  /** SQLite takes its log away when it closes a file, but not when the file is no longer at its place. */
  private async leaveInOrder(noted: boolean): Promise<void> {
    const { held, pair, lastClose } = this.hold
    if (held === null || this.options.mode === 'read') return
    const { is } = await standingOf(this.file, held, null)
    if (is === 'moved' || is === 'replaced' || is === 'removed')
      await removeOrphanedLog(this.file, pair, is === 'removed')
    else if (is === 'there' && noted) await lastClose.write(this.encrypted ? null : held)
  }

  private async write(call: Call, options: CallOptions): Promise<Answered> {
    const answer = this.writer.get().then((line) => line.call(call, options))
    this.writing.add(answer)
    try {
      return await answer
    } finally {
      this.writing.delete(answer)
    }
  }

  /** No read waits behind a write, nor for a reader that is only about to be there. */
  private lineForReading(): Promise<WorkerLine> {
    if (this.reader.there || this.writing.size > 0) return this.reader.get()
    this.readerComes ??= setTimeout(() => {
      this.readerComes = undefined
      this.reader.get().catch((error) => this.options.onTrouble?.(`No reader: ${error}`))
    }, readerAfter).unref()
    return this.writer.get()
  }
}

async function openLine(
  { file, nativeBinding, key, workerPath, onTrouble }: ClientOptions,
  mode: WorkerSetup['mode'],
  held: HeldFile | null,
): Promise<WorkerLine> {
  const secret = key?.secret ?? null
  const setup: WorkerSetup = { file, mode, nativeBinding, secret, descriptor: held?.descriptor ?? null }
  const line = new WorkerLine(() => new Worker(workerPath, { workerData: setup }), onTrouble)
  await line.opened
  return line
}
