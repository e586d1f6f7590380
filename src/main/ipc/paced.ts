/**
 * Tells what comes no more often than every so many milliseconds; the first at once, and what is latest then. Progress
 * may come hundreds of times a second, and nobody can read that, nor should a window draw it.
 */
export class Paced<T> {
  private latest: { value: T } | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly every: number,
    private readonly tell: (value: T) => void,
  ) {}

  hear(value: T): void {
    if (this.timer !== undefined) {
      this.latest = { value }
      return
    }
    this.tell(value)
    this.timer = setTimeout(() => this.next(), this.every)
  }

  /** What was not told by now never is. */
  end(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.latest = null
  }

  private next(): void {
    this.timer = undefined
    const { latest } = this
    this.latest = null
    if (latest) this.hear(latest.value)
  }
}
