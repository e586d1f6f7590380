/** How far a long computation is. */
export interface Step {
  label: string
  done: number
  /** Null when nobody knows yet. */
  total: number | null
}

/**
 * A computation that stops for a moment every few milliseconds of work and says how far it is. Whoever drives it may
 * go on at once, let others work first, or leave it.
 */
export type Steps<T> = Generator<Step, T, void>

/** Work between two stops, in looks at a pair: some milliseconds, whatever the machine. */
const stretch = 1_000_000

/** Tells when it is time to stop for a moment. */
export class Pace {
  private spent = 0

  /** @returns whether so much has been done since the last stop that one is due. */
  isDue(work: number): boolean {
    this.spent += work
    if (this.spent < stretch) return false
    this.spent = 0
    return true
  }
}

/** Does all of a computation; `onStep` may throw to leave it. */
export function completed<T>(steps: Steps<T>, onStep?: (step: Step) => void): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    onStep?.(value)
  }
}
