import { join } from 'node:path'
import type { Trouble } from '@main/files/trouble'
import { type InputOf, type OperationName, type OutputOf, operations } from '@shared/contract'
import { checkout } from '../../../scripts/support/paths.mjs'
import { LineProcess } from './lineProcess'

/** The worker as it is built: `npm test` builds before it runs this. */
const workerPath = join(checkout, 'out/main/worker.js')

/** What the desk tells unasked. */
export type DeskEvent =
  | { event: 'changed'; path: string | null; how: string }
  | { event: 'state'; opening: string | null; trouble: Trouble | null }
  | { event: 'silence'; silence: { seconds: number; working: boolean } | null }

interface Answer {
  id: number
  value?: unknown
  code?: string
  message?: string
}

/** What the desk refused, with its code. */
class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The main process without its windows, in a process of its own (`programs/desk.ts`). */
export class Desk {
  readonly events: DeskEvent[] = []
  private readonly process: LineProcess
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private readonly listeners = new Set<() => void>()
  private next = 1

  constructor(program: string, environment: Record<string, string> = {}, wrapper: readonly string[] = []) {
    this.process = new LineProcess(program, [workerPath], environment, wrapper)
    void this.listen()
  }

  do(what: 'open' | 'create' | 'goOnInCopy', path: string): Promise<unknown>
  do(what: 'giveUp' | 'goOn' | 'backUp' | 'encrypt' | 'close' | 'shutDown'): Promise<unknown>
  do(what: 'state'): Promise<{ path: string | null; hangs: boolean }>
  do(what: string, path?: string): Promise<unknown> {
    return this.wish({ do: what, path })
  }

  ask<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    return this.wish({ do: 'ask', name, input: operations[name].input.parse(input) }) as Promise<
      OutputOf<Name>
    >
  }

  /** @returns the first event of this kind that fits, be it one that came already. */
  async event<Kind extends DeskEvent['event']>(
    kind: Kind,
    fits: (event: Extract<DeskEvent, { event: Kind }>) => boolean = () => true,
  ): Promise<Extract<DeskEvent, { event: Kind }>> {
    for (;;) {
      const found = this.events.find(
        (event): event is Extract<DeskEvent, { event: Kind }> =>
          event.event === kind && fits(event as Extract<DeskEvent, { event: Kind }>),
      )
      if (found) return found
      await new Promise<void>((resolve) => this.listeners.add(resolve))
    }
  }

  get pid(): number {
    return this.process.pid
  }

  kill(): Promise<void> {
    return this.process.kill()
  }

  private wish(wish: object): Promise<unknown> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if (answer.code === undefined) resolve(answer.value)
        else reject(new Refusal(answer.code, answer.message ?? ''))
      })
      this.process.say(JSON.stringify({ id, ...wish }))
    })
  }

  private async listen(): Promise<void> {
    for (let line = await this.process.hear(); line !== null; line = await this.process.hear()) {
      const told = JSON.parse(line) as DeskEvent | Answer
      if ('event' in told) {
        this.events.push(told)
        for (const hear of this.listeners) hear()
        this.listeners.clear()
      } else {
        this.waiting.get(told.id)?.(told)
        this.waiting.delete(told.id)
      }
    }
    for (const [id, answer] of this.waiting) answer({ id, code: 'ended', message: 'The process has ended.' })
  }
}
