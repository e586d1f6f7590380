import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { currentRow } from '../../history/images'
import { type ContactSource, contactSourceColumns, contactSources } from './contactSources'

type Step =
  | { does: 'update'; table: string; id: number; columns: Row }
  | { does: 'insert'; table: string; id: number | null; row: Row }
  | { does: 'remove'; table: string; id: number }

/**
 * What is going to be written, and how the rows will be then: so that what a dialog says and what is done are one.
 * Steps are taken in their order.
 */
export class Plan {
  readonly steps: Step[] = []
  /** What is to be told, in sentences. */
  readonly notes: string[] = []
  /** Records whose contacts are drawn anew at the end. */
  private readonly sources = new Map<ContactSource, Set<number>>()
  private readonly planned = new Map<string, Row | null>()

  constructor(readonly db: Reader) {}

  /** A row as it will be; null when there is none, or will be none. */
  row(table: string, id: number): Row | null {
    const planned = this.planned.get(`${table} ${id}`)
    return planned === undefined ? currentRow(this.db, table, id) : planned
  }

  /** The ids of rows of which a column holds one of these values, as they are in the file now. */
  ids(table: string, column: string, value: number): number[] {
    return this.db.column<number>(`SELECT id FROM ${table} WHERE ${column} = ? ORDER BY id`, value)
  }

  update(table: string, id: number, columns: Row): void {
    const before = this.row(table, id)
    if (before === null || Object.keys(columns).length === 0) return
    this.steps.push({ does: 'update', table, id, columns })
    this.planned.set(`${table} ${id}`, { ...before, ...columns })
  }

  /** With the number of its own that the row holds, or a new one. */
  insert(table: string, row: Row): void {
    const id = typeof row.id === 'number' ? row.id : null
    this.steps.push({ does: 'insert', table, id, row })
    if (id !== null) this.planned.set(`${table} ${id}`, row)
  }

  remove(table: string, id: number): void {
    if (this.row(table, id) === null) return
    this.steps.push({ does: 'remove', table, id })
    this.planned.set(`${table} ${id}`, null)
  }

  /** Lets the contacts that follow from these be drawn anew at the end. */
  draw(sources: readonly (readonly [ContactSource, number])[]): void {
    for (const [source, id] of sources) {
      const known = this.sources.get(source) ?? new Set()
      this.sources.set(source, known.add(id))
    }
  }

  drawn(source: ContactSource): ReadonlySet<number> {
    return this.sources.get(source) ?? new Set()
  }

  /** How many rows of which table it writes or takes away. */
  changed(table: string): number {
    return new Set(this.steps.filter((step) => step.table === table).map(({ id }) => id)).size
  }
}

export function carryOut(writer: Writer, plan: Plan): void {
  // Rows point at each other in any order meanwhile; all of them are there at the commit.
  writer.derive('PRAGMA defer_foreign_keys = ON')
  for (const step of plan.steps) {
    if (step.does === 'update') writer.update(step.table, step.id, step.columns)
    else if (step.does === 'insert') writer.insert(step.table, step.row)
    else writer.remove(step.table, step.id)
  }
  for (const source of contactSourceColumns)
    for (const id of plan.drawn(source)) contactSources[source](writer, id)
}
