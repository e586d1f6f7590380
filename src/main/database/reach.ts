import { stat } from 'node:fs/promises'
import { AppError } from '@shared/errors'

/** How a path answers: `unreachable` is a drive or network folder that says nothing just now. */
export type Found = 'there' | 'gone' | 'unreachable'

/**
 * How many questions may be without an answer at a time. Node asks the disk on four threads; were all of them waiting
 * for a folder that stalls, nothing else of this process could be read or written.
 */
const mostUnanswered = 2

/** Asks about files without ever waiting long for a folder that does not answer. */
export class Reach {
  private readonly unanswered = new Map<string, Promise<Found>>()

  /** Whether something hangs on the disk: the process cannot end by itself then. */
  get stalled(): boolean {
    return this.unanswered.size > 0
  }

  /** @param patience how long to wait for all of them together, in milliseconds */
  async find(paths: readonly string[], patience: number): Promise<Map<string, Found>> {
    const end = Date.now() + patience
    return new Map(await Promise.all(paths.map(async (path) => [path, await this.ask(path, end)] as const)))
  }

  private async ask(path: string, end: number): Promise<Found> {
    const left = () => end - Date.now()
    while (!this.unanswered.has(path) && this.unanswered.size >= mostUnanswered && left() > 0) {
      await within(Promise.race(this.unanswered.values()), left(), null)
    }
    if (left() <= 0) return 'unreachable'
    return within(this.unanswered.get(path) ?? this.question(path), left(), 'unreachable')
  }

  private question(path: string): Promise<Found> {
    const answer = stat(path).then(
      (): Found => 'there',
      (error: unknown): Found => (isGone(error) ? 'gone' : 'unreachable'),
    )
    this.unanswered.set(path, answer)
    void answer.then(() => this.unanswered.delete(path))
    return answer
  }
}

/** What a promise gives, or something else when it takes too long; it goes on then, unheard. */
export async function within<T, E>(work: Promise<T>, milliseconds: number, otherwise: E): Promise<T | E> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<E>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), Math.max(0, milliseconds))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Waits for something as long as nobody gives it up. What comes too late is undone.
 * @throws AppError `cancelled` when it was given up; whatever `work` throws.
 */
export function unlessGivenUp<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  undo: (late: T) => unknown,
): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      reject(new AppError('cancelled', 'Cancelled. Nothing was changed.'))
      work.then(undo, () => undefined)
    }
    if (signal.aborted) {
      giveUp()
      return
    }
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENOTDIR'
}
