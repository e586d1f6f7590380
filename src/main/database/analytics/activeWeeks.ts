/** A window of whole weeks, by its last day. */
export interface Window {
  last: number
  weeks: number
}

/**
 * In which weeks members were in contact, for windows that end on any day. One bit a day and member; spread over a
 * week, the bit of a day says whether there was a contact on it or the six days before, and a window's weeks are
 * every seventh of these bits.
 */
export class ActiveWeeks {
  /** The days of all windows, both included; no others may be marked. */
  readonly days: { first: number; last: number }
  private readonly words: number
  private readonly bits: Int32Array

  constructor(members: number, windows: readonly Window[]) {
    const first = Math.min(...windows.map(({ last, weeks }) => last - 7 * weeks + 1))
    const last = Math.max(...windows.map((window) => window.last))
    this.days = { first, last }
    this.words = Math.ceil((last - first + 1) / 32)
    this.bits = new Int32Array(members * this.words)
  }

  /** The member was in contact on that day. */
  mark(member: number, day: number): void {
    const since = day - this.days.first
    const word = member * this.words + (since >>> 5)
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (since & 31))
  }

  /** Call once, after the last mark and before the first count. */
  spread(): void {
    for (let start = 0; start < this.bits.length; start += this.words) {
      let [one, two, four] = [0, 0, 0]
      for (let word = start; word < start + this.words; word++) {
        const day = this.bits[word] ?? 0
        const days2 = day | (day << 1) | (one >>> 31)
        const days4 = days2 | (days2 << 2) | (two >>> 30)
        this.bits[word] = days4 | (days4 << 3) | (four >>> 29)
        one = day
        two = days2
        four = days4
      }
    }
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
    const counts = new Uint8Array(this.bits.length / this.words)
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

/** How many bits of 32 are set, added up in ever wider fields. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555)
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333)
  const eights = (fours + (fours >>> 4)) & 0x0f0f_0f0f
  return Math.imul(eights, 0x0101_0101) >>> 24
}
