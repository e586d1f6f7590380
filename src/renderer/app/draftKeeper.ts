import { AppError, type ErrorCode } from '@shared/errors'
import { call, listen } from './api'
import { tellError } from './notify'

/** A pause in typing after which the draft is kept, in milliseconds; half of the second that may be lost. */
const pause = 400

/** After how long a draft that could not be kept is tried again, in milliseconds. */
const retry = 4000

/** What is told above the page for as long as it lasts. */
const toldAbove: readonly ErrorCode[] = ['file-gone', 'file-replaced']

/** The drafts that are not in the file yet, by key: leaving the editor does not lose what a full disk did not take. */
const keepers = new Map<string, DraftKeeper>()

export function keeperOf(key: string): DraftKeeper {
  const keeper = keepers.get(key) ?? new DraftKeeper(key)
  keepers.set(key, keeper)
  return keeper
}

/** Settles when everything that is being written is in the file. */
export async function keepDrafts(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.flush()))
}

/** Another file must not get what was written for this one. */
export function followFile(): void {
  listen('file-changed', ({ same }) => {
    if (same) return
    for (const keeper of keepers.values()) keeper.forget()
    keepers.clear()
  })
}

/** Brings one draft into the file as it grows. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving: Promise<void> | null = null
  private failed = false
  /** What is newer than what the file has; null when nothing is. */
  unsaved: string | null = null

  constructor(private readonly key: string) {}

  put(body: string): void {
    this.unsaved = body
    // Not a debounce: during steady typing the draft is kept at each pause length, not at its end.
    this.timer ??= setTimeout(() => void this.flush(), pause)
  }

  /** Settles when what was put by now is in the file, or has failed to get there. */
  async flush(): Promise<void> {
    this.stop()
    // One at a time: while the file does not answer, only the latest is worth keeping.
    while (this.saving) await this.saving
    if (this.unsaved === null) return
    this.saving = this.save(this.unsaved)
    await this.saving
  }

  forget(): void {
    this.stop()
    this.unsaved = null
  }

  private async save(body: string): Promise<void> {
    try {
      await call('drafts.save', { key: this.key, body })
      this.failed = false
      if (this.unsaved === body) this.unsaved = null
    } catch (error) {
      // It waits for the next try; that it could not be kept is said once.
      this.timer ??= setTimeout(() => void this.flush(), retry)
      if (!this.failed && error instanceof AppError && !toldAbove.includes(error.code)) tellError(error)
      this.failed = true
    } finally {
      this.saving = null
    }
  }

  private stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
