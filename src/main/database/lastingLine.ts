import type { WorkerLine } from './workerLine'

/** A worker that is there when it is wanted: opened at the first call, and anew after it has died. */
export class LastingLine {
  private opening: Promise<WorkerLine> | null
  private current: WorkerLine | null

  constructor(
    private readonly open: () => Promise<WorkerLine>,
    opened: WorkerLine | null = null,
  ) {
    this.current = opened
    this.opening = opened && Promise.resolve(opened)
  }

  /** Whether it would answer without being opened first. */
  get there(): boolean {
    return this.current !== null && !this.current.dead
  }

  /** Whoever died has answered all its calls with an error; the next call gets a new one, and so do those beside it. */
  async get(): Promise<WorkerLine> {
    const opening = this.opening ?? this.start()
    const line = await opening
    if (!line.dead) return line
    return this.opening === opening ? this.start() : this.get()
  }

  async close(): Promise<void> {
    const line = await this.opening?.catch(() => null)
    await line?.close()
  }

  private start(): Promise<WorkerLine> {
    const opening = this.open()
    this.opening = opening
    opening.then(
      (line) => {
        this.current = line
      },
      () => {
        if (this.opening === opening) this.opening = null
      },
    )
    return opening
  }
}
