/** How many records of which table one command changed; a record that was written to twice is one. */
export class Tally {
  private readonly single = new Map<string, Set<number>>()
  private readonly ranges = new Map<string, [first: number, last: number][]>()

  one(table: string, id: number): void {
    const known = this.single.get(table)
    if (known) known.add(id)
    else this.single.set(table, new Set([id]))
  }

  many(table: string, first: number, last: number): void {
    const known = this.ranges.get(table)
    if (known) known.push([first, last])
    else this.ranges.set(table, [[first, last]])
  }

  counts(): Record<string, number> {
    const tables = new Set([...this.single.keys(), ...this.ranges.keys()])
    return Object.fromEntries([...tables].sort().map((table) => [table, this.count(table)]))
  }

  private count(table: string): number {
    const ranges = this.ranges.get(table) ?? []
    const inRanges = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)
    const single = this.single.get(table) ?? new Set()
    if (ranges.length === 0) return single.size
    const outside = [...single].filter((id) => !ranges.some(([first, last]) => id >= first && id <= last))
    return inRanges + outside.length
  }
}
