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

/** The sums of both. */
export function sumOf(one: Tally, other: Tally): Tally {
  const sum = new Tally(one.interactions.length)
  for (const counts of ['interactions', 'sessions', 'minutes', 'members'] as const) {
    const [mine, a, b] = [sum[counts], one[counts], other[counts]]
    for (let part = 0; part < mine.length; part++) mine[part] = (a[part] ?? 0) + (b[part] ?? 0)
  }
  return sum
}

export function increment(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
