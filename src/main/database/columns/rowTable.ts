import { IdIndex } from './idIndex'
import { IntColumn, type Ints } from './intColumn'
import { moved, type Numbers, numberAt, numbersOf } from './numbers'

/**
 * The columns of one table. Row 0 stands for "none" and stays empty, so that 0 can mean it in other tables. A row
 * keeps its number for good; when its record goes, it is emptied, and filled again if an undo brings it back.
 */
export class RowTable<Name extends string> {
  readonly columns: Readonly<Record<Name, IntColumn>>
  /** Rows in use, row 0 and emptied ones included. */
  rows = 1
  /** How often rows that were there were made to be something else. */
  private rewrites = 0
  private capacity = 0
  private readonly ids = new IdIndex()

  constructor(private readonly names: readonly Name[]) {
    this.columns = Object.fromEntries(names.map((name) => [name, new IntColumn()])) as Record<Name, IntColumn>
    this.reserve(1)
  }

  /** The row of a record; a new, empty one when it was not heard of before. */
  rowOf(id: number): number {
    const known = this.ids.rowOf(id)
    if (known >= 0) return known
    const row = this.rows
    if (row >= this.capacity) this.resize(Math.ceil(row * 1.25) + 16)
    this.ids.add(id, row)
    this.rows += 1
    return row
  }

  /** The rows of some records, in their order; of the id 0, which is nobody's, row 0. */
  rowsOf(ids: Numbers): Numbers {
    if (ids.least === 0 && ids.most === 0) return ids
    const shift = this.ids.shiftOf(ids.least, ids.most)
    if (shift !== null) return moved(ids, shift)
    const rows = new Float64Array(ids.length)
    for (let index = 0; index < rows.length; index++) {
      const id = numberAt(ids, index)
      rows[index] = id === 0 ? 0 : this.rowOf(id)
    }
    return numbersOf(rows)
  }

  /** Writes many records, each column in the order of their ids, which rise. */
  put(ids: Numbers, values: Readonly<Record<Name, Numbers>>): void {
    const first = this.append(ids)
    if (first > 0) {
      for (const name of this.names) this.columns[name].fill(first, values[name])
      return
    }
    for (let index = 0; index < ids.length; index++) {
      const row = this.rowOf(numberAt(ids, index))
      for (const name of this.names) this.columns[name].set(row, numberAt(values[name], index))
    }
  }

  /** The row of a record, or -1 when it was never heard of. */
  knownRow(id: number): number {
    return this.ids.rowOf(id)
  }

  /** Makes room for exactly so many records, where that is more than there is. */
  reserve(records: number): void {
    if (records + 1 > this.capacity) this.resize(records + 1)
  }

  /** Empties the rows of the records from `first` to `last`. */
  clear(first: number, last: number): void {
    for (const row of this.ids.rowsBetween(first, last)) {
      this.rewrites += 1
      for (const name of this.names) this.columns[name].clear(row)
    }
  }

  /** The columns as they are now; valid until the next change. */
  view(): { rows: number; rewrites: number } & Record<Name, Ints> {
    const values = Object.fromEntries(this.names.map((name) => [name, this.columns[name].values]))
    return { rows: this.rows, rewrites: this.rewrites, ...(values as Record<Name, Ints>) }
  }

  /**
   * New rows, one after the other, for records whose ids rise by one and of which none was heard of before.
   * @returns the first of the rows; 0 when these are not such records
   */
  private append({ length, least, most }: Numbers): number {
    const row = this.rows
    if (length === 0 || most - least !== length - 1) return 0
    if (!this.ids.addRun(least, row, length)) return 0
    if (row + length > this.capacity) this.resize(Math.ceil((row + length) * 1.25))
    this.rows += length
    return row
  }

  private resize(capacity: number): void {
    this.capacity = capacity
    for (const name of this.names) this.columns[name].resize(capacity)
  }
}
