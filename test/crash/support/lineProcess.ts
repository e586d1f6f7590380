import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { projectNode } from '../../../scripts/support/paths.mjs'

/** A program of ours in a process of its own, spoken to in lines. */
export class LineProcess {
  private readonly child: ChildProcess
  private readonly lines: string[] = []
  private readonly waiting: ((line: string | null) => void)[] = []
  private ended = false

  /** @param wrapper a command and its words in front of it all, such as `unshare -m`. */
  constructor(
    program: string,
    words: readonly string[] = [],
    environment: Record<string, string> = {},
    wrapper: readonly string[] = [],
  ) {
    const [command = projectNode, ...rest] = [...wrapper, projectNode, program, ...words]
    this.child = spawn(command, rest, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    })
    if (!this.child.stdout) throw new Error('The process has no output.')
    const reading = createInterface({ input: this.child.stdout })
    reading.on('line', (line) => {
      const next = this.waiting.shift()
      if (next) next(line)
      else this.lines.push(line)
    })
    reading.on('close', () => {
      this.ended = true
      for (const next of this.waiting.splice(0)) next(null)
    })
  }

  say(line: string): void {
    this.child.stdin?.write(`${line}\n`)
  }

  /** @returns the next line that it says; null when it has ended. */
  hear(): Promise<string | null> {
    const line = this.lines.shift()
    if (line !== undefined) return Promise.resolve(line)
    if (this.ended) return Promise.resolve(null)
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  async ask(line: string): Promise<string | null> {
    this.say(line)
    return this.hear()
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const exited = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await exited
  }

  get pid(): number {
    return this.child.pid ?? 0
  }
}
