/** A window of whole weeks, by its last day. */
export interface Window {
  last: number
  weeks: number
}

/**
 * In which weeks members were in contact, for windows that end on any day. One bit a day and member, which says whether
 * there was a contact on that day or the six before; so a window's weeks are every seventh of these bits.
 */
export class ActiveWeeks {
  /** The days of all windows, both included; no others may be marked. */
  readonly days: { first: number; last: number }
  private readonly words: number
  private readonly bits: Int32Array

  constructor(
    private readonly members: number,
    windows: readonly Window[],
  ) {
    const first = Math.min(...windows.map((window) => firstDayOf(window)))
    const last = Math.max(...windows.map((window) => window.last))
    this.days = { first, last }
    // One word more than there are days for: a contact on the last of them reaches into it.
    this.words = Math.ceil((last - first + 1) / 32) + 1
    this.bits = new Int32Array(members * this.words)
  }

  /** The member was in contact on that day. */
  mark(member: number, day: number): void {
    const since = day - this.days.first
    const word = member * this.words + (since >>> 5)
    const bit = since & 31
    this.bits[word] = (this.bits[word] ?? 0) | (oneWeek << bit)
    if (bit > 32 - 7) this.bits[word + 1] = (this.bits[word + 1] ?? 0) | (oneWeek >>> (32 - bit))
  }

  /** For each member, in how many weeks of the window they were in contact. */
  count({ last, weeks }: Window): Uint8Array {
    const mask = new Int32Array(this.words)
    for (let week = 0; week < weeks; week++) {
      const since = last - 7 * week - this.days.first
      mask[since >>> 5] = (mask[since >>> 5] ?? 0) | (1 << (since & 31))
    }
    const from = mask.findIndex((word) => word !== 0)
    const to = mask.findLastIndex((word) => word !== 0)
    const counts = new Uint8Array(this.members)
    for (let member = 0; member < counts.length; member++) {
      const start = member * this.words
      let count = 0
      for (let word = from; word <= to; word++)
        count += bitCount((this.bits[start + word] ?? 0) & (mask[word] ?? 0))
      counts[member] = count
    }
    return counts
  }
}

const oneWeek = 0b111_1111

export function firstDayOf({ last, weeks }: Window): number {
  return last - 7 * weeks + 1
}

/** How many bits of 32 are set, added up in ever wider fields. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  const eights = (fours + (fours >>> 4)) & 0x0f0f_0f0f
  return Math.imul(eights, 0x0101_0101) >>> 24
}
