import type { WorkerLine } from './workerLine'

/** A worker that is there when it is wanted: opened at the first call, and anew after it has died. */
export class LastingLine {
  private opening: Promise<WorkerLine> | null
  private current: WorkerLine | null
  /** Since when somebody waits for a worker that opens the file; null when nobody does. */
  private openingSince: number | null = null

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

  /** Since when somebody waits and nothing is heard, by `performance.now()`; null when nobody waits. */
  get silentSince(): number | null {
    return this.openingSince ?? this.current?.silentSince ?? null
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
    this.openingSince = performance.now()
    opening.then(
      (line) => {
        this.current = line
        this.openingSince = null
      },
      () => {
        if (this.opening !== opening) return
        this.opening = null
        this.openingSince = null
      },
    )
    return opening
  }
}
