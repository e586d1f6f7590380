import { AppError } from '@shared/errors'
import type { Progress } from '../database/protocol'

/** Characters that a terminal obeys instead of showing them. */
const controls = /(?!\n)\p{Cc}/gu

/** stdout for the answer, stderr for everything that is said to a person, and Ctrl+C. */
export class Terminal {
  /** Rejects as soon as the person wants no more. */
  readonly stopped: Promise<never>
  private readonly stopping = new AbortController()
  private progressLength = 0

  constructor(
    private readonly out: NodeJS.WriteStream,
    private readonly err: NodeJS.WriteStream,
  ) {
    // Whoever reads has stopped reading (`coppice list … | head`): there is nothing to complain about.
    for (const stream of [out, err]) stream.on('error', () => undefined)
    this.stopped = new Promise((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason))
    })
    this.stopped.catch(() => undefined)
    process.on('SIGINT', () => this.stop())
    process.on('SIGTERM', () => this.stop())
    process.on('SIGHUP', () => this.stop())
  }

  /** The same for what takes a signal. */
  get signal(): AbortSignal {
    return this.stopping.signal
  }

  /** How many characters fit into a line; null when nobody looks. */
  get width(): number | null {
    return this.out.isTTY ? this.out.columns : null
  }

  /** The answer, on stdout. Resolves when it is on its way, so that the process may end. */
  print(text: string): Promise<void> {
    this.clearProgress()
    return new Promise((resolve) => this.out.write(text, () => resolve()))
  }

  /** A value as JSON, on stdout. */
  printJson(value: unknown): Promise<void> {
    return this.print(`${JSON.stringify(value, null, 2)}\n`)
  }

  /** A sentence, on stderr. */
  say(sentence: string): void {
    this.clearProgress()
    this.err.write(`${shownText(sentence)}\n`)
  }

  /** How far something is, where somebody sees it. */
  readonly progress = ({ label, done, total }: Progress): void => {
    if (!this.err.isTTY) return
    const part = total === null || total === 0 ? '' : ` · ${Math.floor((done / total) * 100)} %`
    const text = shownText(`${label}${part}`).slice(0, this.err.columns - 1)
    this.err.write(`\r${text.padEnd(this.progressLength)}`)
    this.progressLength = text.length
  }

  private clearProgress(): void {
    if (this.progressLength > 0) this.err.write(`\r${' '.repeat(this.progressLength)}\r`)
    this.progressLength = 0
  }

  /** The first time politely; who insists gets out at once. */
  private stop(): void {
    if (this.signal.aborted) process.exit(1)
    this.stopping.abort(new AppError('cancelled', 'Cancelled. Nothing was changed.'))
  }
}

/** Text of a file as it may be shown in a terminal. */
export function shownText(text: string): string {
  return text.replace(controls, ' ')
}
