import { unlessGivenUp } from '../database/reach'

/** How long opening a file may take before the window says that it is being opened, in milliseconds. */
const slow = 1000

interface Attempt {
  file: string
  stop: AbortController
  isSlow: boolean
}

/** The file that is being opened, one at a time; a folder that does not answer can be given up. */
export class Attempts {
  private current: Attempt | null = null
  /** What was asked of the disk and is not answered, given up or not. */
  private readonly hanging = new Set<Promise<unknown>>()

  /** @param onSlow hears when an attempt takes long, and when such a one has ended. */
  constructor(private readonly onSlow: () => void) {}

  /** The file that has been opening for a while. */
  get slow(): string | null {
    return this.current?.isSlow ? this.current.file : null
  }

  /** Runs an attempt; an earlier one is given up. */
  async run<T>(file: string, open: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.giveUp()
    const attempt: Attempt = { file, stop: new AbortController(), isSlow: false }
    this.current = attempt
    const timer = setTimeout(() => {
      attempt.isSlow = true
      this.onSlow()
    }, slow)
    try {
      return await open(attempt.stop.signal)
    } finally {
      clearTimeout(timer)
      if (this.current === attempt) this.current = null
      if (attempt.isSlow) this.onSlow()
    }
  }

  /** Whether something still hangs on a folder: the process cannot end by itself then. */
  get hang(): boolean {
    return this.hanging.size > 0
  }

  /** Waits for a step of an attempt; what comes after it was given up is undone. */
  waitFor<T>(
    work: Promise<T>,
    signal: AbortSignal | undefined,
    undo: (late: T) => unknown = () => undefined,
  ): Promise<T> {
    return unlessGivenUp(noted(this.hanging, work), signal, undo)
  }

  giveUp(): void {
    this.current?.stop.abort()
  }
}

/** Keeps a promise in a set until it settles. */
export function noted<T>(set: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  set.add(work)
  void work.catch(() => undefined).finally(() => set.delete(work))
  return work
}
