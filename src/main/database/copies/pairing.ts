import type { Row, SqlValue } from '../engine/reader'
import type { Table } from '../salvage/tables'
import type { Side } from './side'
import { naturalKeys, sameWhen, unordered } from './tables'

/** One record, with the number that it has in each copy; null where it is not. */
export interface Entry {
  table: string
  uids: Set<string>
  ours: number | null
  theirs: number | null
  /** The number it gets here, when it comes in. */
  number: number | null
}

/** Finds out which row of the one copy is which of the other. */
export class Pairing {
  private readonly byOurs = new Map<string, Entry>()
  private readonly byTheirs = new Map<string, Entry>()
  private readonly tables: ReadonlyMap<string, Table>

  constructor(
    readonly ours: Side,
    readonly theirs: Side,
    tables: readonly Table[],
  ) {
    this.tables = new Map(tables.map((table) => [table.name, table]))
  }

  table(name: string): Table {
    const table = this.tables.get(name)
    if (!table) throw new Error(`${name} is not merged.`)
    return table
  }

  /** Every record that was asked about. */
  entries(): Set<Entry> {
    return new Set([...this.byOurs.values(), ...this.byTheirs.values()])
  }

  ofOurs(table: string, id: number): Entry | null {
    return this.byOurs.get(`${table} ${id}`) ?? this.found(table, id, 'ours')
  }

  ofTheirs(table: string, id: number): Entry | null {
    return this.byTheirs.get(`${table} ${id}`) ?? this.found(table, id, 'theirs')
  }

  /** The record that a row was, as it is said by an image of it; null when that cannot be known. */
  ofImage(side: 'ours' | 'theirs', table: string, image: Row): Entry | null {
    const other = side === 'ours' ? 'theirs' : 'ours'
    const here = this.numberByKey(side, side, table, image, naturalKeys[table] ?? [])
    const there = this.numberByKey(side, other, table, image, naturalKeys[table] ?? [])
    if (here !== null) return side === 'ours' ? this.ofOurs(table, here) : this.ofTheirs(table, here)
    if (there !== null) return other === 'ours' ? this.ofOurs(table, there) : this.ofTheirs(table, there)
    return null
  }

  private found(table: string, id: number, side: 'ours' | 'theirs'): Entry | null {
    const row = this[side].db.get<Row>(`SELECT * FROM "${table}" WHERE id = ?`, id)
    const other = side === 'ours' ? 'theirs' : 'ours'
    const isNatural = Object.hasOwn(naturalKeys, table)
    if (isNatural && !row) return null
    const uids = isNatural ? [] : this[side].uidsOf(table, id)
    let there = isNatural
      ? this.numberByKey(side, other, table, row ?? {}, naturalKeys[table] ?? [])
      : (uids.map((uid) => this[other].numberOf(table, uid)).find((number) => number !== null) ?? null)
    // A number that the record had once tells who it is, also when it is gone.
    const remembered = there
    if (there !== null && !this.exists(other, table, there)) there = null
    if (there === null && remembered === null && row && Object.hasOwn(sameWhen, table)) {
      there = this.madeInBoth(side, other, table, row)
    }
    if (there !== null && !isNatural) for (const uid of this[other].uidsOf(table, there)) uids.push(uid)
    const known =
      there === null ? undefined : (side === 'ours' ? this.byTheirs : this.byOurs).get(`${table} ${there}`)
    const entry: Entry = known ?? { table, uids: new Set(), ours: null, theirs: null, number: null }
    for (const uid of uids) entry.uids.add(uid)
    if (row) entry[side] = id
    entry[other] = there
    entry.number = entry.ours ?? (side === 'ours' ? id : isNatural ? null : remembered)
    if (row) (side === 'ours' ? this.byOurs : this.byTheirs).set(`${table} ${id}`, entry)
    if (there !== null) (other === 'ours' ? this.byOurs : this.byTheirs).set(`${table} ${there}`, entry)
    return entry
  }

  private exists(side: 'ours' | 'theirs', table: string, id: number): boolean {
    return this[side].db.value(`SELECT 1 FROM "${table}" WHERE id = ?`, id) !== undefined
  }

  /** One that the other has made as well, and of which neither copy has heard from the other. */
  private madeInBoth(
    side: 'ours' | 'theirs',
    other: 'ours' | 'theirs',
    table: string,
    row: Row,
  ): number | null {
    const there = this.numberByKey(side, other, table, row, sameWhen[table] ?? [])
    if (there === null) return null
    const isNew = this[other].uidsOf(table, there).every((uid) => this[side].numberOf(table, uid) === null)
    return isNew ? there : null
  }

  /** The row of one side that has the values of a row of another, or the same, side. */
  private numberByKey(
    from: 'ours' | 'theirs',
    to: 'ours' | 'theirs',
    table: string,
    row: Row,
    key: readonly string[],
  ): number | null {
    const { references } = this.table(table)
    const values: SqlValue[] = []
    for (const column of key) {
      const parent = references.find((reference) => reference.column === column)?.parent
      const value = row[column]
      if (value === undefined) return null
      if (parent === undefined || typeof value !== 'number' || from === to) values.push(value)
      else {
        const entry = from === 'ours' ? this.ofOurs(parent, value) : this.ofTheirs(parent, value)
        const number = entry?.[to] ?? null
        if (number === null) return null
        values.push(number)
      }
    }
    if (unordered.includes(table)) values.sort((a, b) => Number(a) - Number(b))
    const where = key
      .map((column) => `"${column}" = ?${column === 'name' ? ' COLLATE NOCASE' : ''}`)
      .join(' AND ')
    return this[to].db.value<number>(`SELECT id FROM "${table}" WHERE ${where}`, ...values) ?? null
  }
}
