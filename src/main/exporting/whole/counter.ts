import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WholeHeader } from '@shared/domain/whole/description'
import type { WholeOptions } from '@shared/domain/whole/source'

/** Counts what is written, tells of it, and stops where nobody wants it any more. */
export class Counter {
  done = 0
  private readonly total: number

  constructor(
    { counts }: WholeHeader,
    private readonly options: WholeOptions,
  ) {
    this.total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  }

  async wrote(records: number): Promise<void> {
    this.options.assertWanted()
    this.done += records
    this.options.onProgress({ done: this.done, total: this.total })
    await nextTurn()
  }
}
