import { IdIndex } from './idIndex'
import { IntColumn, type Ints } from './intColumn'

/**
 * The columns of one table. Row 0 stands for "none" and stays empty, so that 0 can mean it in other tables. A row
 * keeps its number for good; when its record goes, it is emptied, and filled again if an undo brings it back.
 */
export class RowTable<Name extends string> {
  readonly columns: Readonly<Record<Name, IntColumn>>
  /** Rows in use, row 0 and emptied ones included. */
  rows = 1
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

  /** Makes room for exactly so many records, where that is more than there is. */
  reserve(records: number): void {
    if (records + 1 > this.capacity) this.resize(records + 1)
  }

  /** Empties the rows of the records from `first` to `last`. */
  clear(first: number, last: number): void {
    for (const row of this.ids.rowsBetween(first, last)) {
      for (const name of this.names) this.columns[name].clear(row)
    }
  }

  /** The columns as they are now; valid until the next change. */
  view(): { rows: number } & Record<Name, Ints> {
    const values = Object.fromEntries(this.names.map((name) => [name, this.columns[name].values]))
    return { rows: this.rows, ...(values as Record<Name, Ints>) }
  }

  private resize(capacity: number): void {
    this.capacity = capacity
    for (const name of this.names) this.columns[name].resize(capacity)
  }
}
