/**
 * From the ids of a table to row numbers. Ids come in long unbroken runs, so only the runs are kept: a million rows
 * that were never deleted cost three numbers.
 */
export class IdIndex {
  /** Run r holds the ids `starts[r]` up to `starts[r] + lengths[r]`, in rows from `rows[r]` on; sorted by id. */
  private readonly starts: number[] = []
  private readonly lengths: number[] = []
  private readonly rows: number[] = []
  /** The run that was last found: the next id is mostly in the same one. */
  private latest = 0

  /** The row of an id, or -1. */
  rowOf(id: number): number {
    let offset = id - (this.starts[this.latest] ?? id + 1)
    if (offset < 0 || offset >= (this.lengths[this.latest] ?? 0)) {
      const run = this.runBefore(id)
      if (run < 0) return -1
      offset = id - (this.starts[run] ?? 0)
      if (offset >= (this.lengths[run] ?? 0)) return -1
      this.latest = run
    }
    return (this.rows[this.latest] ?? 0) + offset
  }

  /** Gives a row to an id that has none yet. */
  add(id: number, row: number): void {
    const before = this.runBefore(id)
    const length = this.lengths[before] ?? 0
    const continues = this.starts[before] === id - length && this.rows[before] === row - length
    if (continues) {
      this.lengths[before] = length + 1
      return
    }
    this.starts.splice(before + 1, 0, id)
    this.lengths.splice(before + 1, 0, 1)
    this.rows.splice(before + 1, 0, row)
  }

  /** What has to be added to each of the ids `first` to `last` to get its row; null where that differs, or none is known. */
  shiftOf(first: number, last: number): number | null {
    const run = this.runBefore(first)
    const start = this.starts[run]
    if (start === undefined || last >= start + (this.lengths[run] ?? 0)) return null
    return (this.rows[run] ?? 0) - start
  }

  /** Gives rows from `row` on to `length` ids from `id` on, when none of them has one yet. @returns whether it did. */
  addRun(id: number, row: number, length: number): boolean {
    const before = this.runBefore(id + length - 1)
    const end = (this.starts[before] ?? 0) + (this.lengths[before] ?? 0)
    if (before >= 0 && end > id) return false
    const [start, known] = [this.starts[before], this.lengths[before] ?? 0]
    if (start === id - known && this.rows[before] === row - known) this.lengths[before] = known + length
    else {
      this.starts.splice(before + 1, 0, id)
      this.lengths.splice(before + 1, 0, length)
      this.rows.splice(before + 1, 0, row)
    }
    return true
  }

  /** The rows of all known ids from `first` to `last`. */
  *rowsBetween(first: number, last: number): Generator<number> {
    for (let run = Math.max(0, this.runBefore(first)); run < this.starts.length; run++) {
      const start = this.starts[run] ?? 0
      if (start > last) return
      const end = Math.min(last, start + (this.lengths[run] ?? 0) - 1)
      for (let id = Math.max(first, start); id <= end; id++) yield (this.rows[run] ?? 0) + id - start
    }
  }

  /** The last run that starts at the id or before it, or -1. */
  private runBefore(id: number): number {
    let low = 0
    let high = this.starts.length
    // Rows arrive in the order of their ids, so the last run is worth a first look.
    if ((this.starts[high - 1] ?? id + 1) <= id) return high - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= id) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
