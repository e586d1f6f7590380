import type { Columns } from './shape'

/** The counts of a breakdown, by indexes into the names of its parts. */
export class Tally {
  readonly interactions: Int32Array
  readonly sessions: Int32Array
  readonly minutes: Float64Array
  readonly members: Int32Array

  constructor(parts: number) {
    this.interactions = new Int32Array(parts)
    this.sessions = new Int32Array(parts)
    this.minutes = new Float64Array(parts)
    this.members = new Int32Array(parts)
  }

  /** One more session, with its minutes; unknown ones, which are -1, add nothing. */
  addSession(part: number, { sessions }: Columns, row: number): void {
    increment(this.sessions, part)
    this.minutes[part] = (this.minutes[part] ?? 0) + Math.max(0, sessions.minutes[row] ?? 0)
  }
}

export function increment(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
