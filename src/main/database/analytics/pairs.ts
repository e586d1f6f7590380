/** At most so many pairs are told apart at a time: 16 MB. */
export const MOST_BITS = 2 ** 27

/** Tells which pairs of a group and an item were there before, for some of the groups. */
export class Pairs {
  private readonly bits: Int32Array

  constructor(
    private readonly firstGroup: number,
    private readonly groups: number,
    private readonly items: number,
  ) {
    this.bits = new Int32Array(Math.ceil((groups * items) / 32))
  }

  /** Whether this group is looked at now. */
  covers(group: number): boolean {
    return group >= this.firstGroup && group - this.firstGroup < this.groups
  }

  /** Whether the pair was there before. */
  has(group: number, item: number): boolean {
    const bit = (group - this.firstGroup) * this.items + item
    return ((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
  }

  /** True the first time for each pair; false for groups that are not looked at now. */
  isNew(group: number, item: number): boolean {
    if (!this.covers(group)) return false
    const bit = (group - this.firstGroup) * this.items + item
    const word = this.bits[bit >>> 5] ?? 0
    const mask = 1 << (bit & 31)
    if ((word & mask) !== 0) return false
    this.bits[bit >>> 5] = word | mask
    return true
  }
}
