import { AppError } from '@shared/errors'
import type { Answered, Call, CallOptions, WorkerLine } from './workerLine'

/** How long a read that writes a file may take to clear up after it was stopped, in milliseconds. */
const clearingUp = 5000

/** How long a reader stays when it has nothing to do, in milliseconds. */
const keptFor = 30_000

/**
 * Readers for what is slow, one for each such question at a time, so that none holds up another and each may be stopped
 * in the middle of a statement. One of them stays for a while afterwards: to start another takes longer than many a
 * question does.
 */
export class AsideLines {
  /** When each reader that was opened is gone. */
  private readonly gone = new Set<Promise<void>>()
  private readonly closing = new AbortController()
  private idle: WorkerLine | null = null
  private leaving: NodeJS.Timeout | undefined

  constructor(private readonly open: () => Promise<WorkerLine>) {}

  /**
   * @param writesFile whether a file is written on the way, which the reader is first given the time to take away again
   *   when it is stopped
   * @throws AppError `no-file-open` when the readers are being closed, `cancelled`, and whatever the question throws
   */
  async ask(call: Call, writesFile: boolean, options: CallOptions): Promise<Answered> {
    const signal = AbortSignal.any([this.closing.signal, ...(options.signal ? [options.signal] : [])])
    const line = this.takeIdle() ?? (await this.start())
    let grace: NodeJS.Timeout | undefined
    const abort = () => {
      if (writesFile) grace = setTimeout(() => line.abandon(), clearingUp)
      else line.abandon()
    }
    signal.addEventListener('abort', abort)
    try {
      if (this.closing.signal.aborted) throw beingClosed()
      return await line.call(call, { ...options, signal })
    } finally {
      clearTimeout(grace)
      signal.removeEventListener('abort', abort)
      await this.giveBack(line)
    }
  }

  /** Stops what is asked, and settles when all are gone. */
  async close(): Promise<void> {
    this.closing.abort()
    void this.takeIdle()?.close()
    await Promise.all(this.gone)
  }

  private async start(): Promise<WorkerLine> {
    const opening = this.open()
    const gone = opening.then(
      (line) => line.exited,
      () => undefined,
    )
    this.gone.add(gone)
    void gone.then(() => this.gone.delete(gone))
    return await opening
  }

  private takeIdle(): WorkerLine | null {
    clearTimeout(this.leaving)
    const line = this.idle
    this.idle = null
    return line === null || line.dead ? null : line
  }

  private async giveBack(line: WorkerLine): Promise<void> {
    if (line.dead) return
    if (this.idle !== null || this.closing.signal.aborted) return await line.close()
    this.idle = line
    this.leaving = setTimeout(() => void this.takeIdle()?.close(), keptFor).unref()
  }
}

/** What is said to whoever asks something of a file that is being closed. */
export function beingClosed(): AppError {
  return new AppError('no-file-open', 'The program file is being closed.')
}
