import { nextId } from '../engine/nextId'
import type { Row, SqlValue } from '../engine/reader'
import type { Writer } from '../engine/writer'
import {
  type ContactSource,
  contactSourceColumns,
  contactSources,
  sourcesOfRow,
} from '../queries/merging/contactSources'
import { commandOf } from '../trash/kinds'
import { translated } from './mentions'
import { uniqueName } from './names'
import type { Entry } from './pairing'
import { settleFollowing } from './settle'
import type { Stamp } from './side'
import { mergedTables, naturalKeys, sameWhen, unordered } from './tables'
import { type Choices, conflictKey, type Decision, type MergePlan } from './threeWay'

/** Writes what was planned, as part of the command that is running. */
export function carryOut(writer: Writer, plan: MergePlan, choices: Choices): void {
  writer.derive('PRAGMA defer_foreign_keys = ON')
  const applying = new Applying(writer, plan)
  applying.giveNumbers()
  applying.remove()
  applying.bringIn()
  applying.settleConflicts(choices)
  applying.remember()
  settleFollowing(writer, applying.written)
  applying.drawContacts()
}

const ofTable: Readonly<Record<string, ContactSource>> = {
  sessions: 'session_id',
  gatherings: 'gathering_id',
  asks: 'ask_id',
  invitations: 'invitation_id',
  knowledge_reuses: 'reuse_id',
}

class Applying {
  /** The rows that were written, by table. */
  readonly written = new Map<string, Set<number>>()
  private readonly sources = new Map<ContactSource, Set<number>>()
  private readonly order: string[]
  private readonly command: number
  private readonly own: Stamp

  constructor(
    private readonly writer: Writer,
    private readonly plan: MergePlan,
  ) {
    this.order = mergedTables(writer).map(({ name }) => name)
    this.command = commandOf(writer)
    const uid = writer.value<string>('SELECT uid FROM commands WHERE id = ?', this.command) ?? ''
    this.own = { uid, at: writer.now }
  }

  giveNumbers(): void {
    const next = new Map<string, number>()
    for (const { entry, does } of this.plan.decisions) {
      if (does !== 'insert' || entry.number !== null || Object.hasOwn(naturalKeys, entry.table)) continue
      const number = next.get(entry.table) ?? nextId(this.writer, entry.table)
      entry.number = number
      next.set(entry.table, number + 1)
    }
  }

  remove(): void {
    for (const { entry } of this.inOrder('remove').reverse()) {
      const { table, ours: id } = entry
      if (id === null) continue
      this.note(table, id)
      const source = ofTable[table]
      if (source) {
        const contacts = this.writer.column<number>(`SELECT id FROM interactions WHERE ${source} = ?`, id)
        for (const contact of contacts) this.writer.remove('interactions', contact)
      }
      this.writer.remove(table, id)
    }
  }

  bringIn(): void {
    for (const { entry, values } of this.inOrder('update')) {
      if (entry.ours === null || Object.keys(values).length === 0) continue
      const row = this.localised(entry, values)
      this.note(entry.table, entry.ours)
      this.writer.update(entry.table, entry.ours, this.withFreeName(entry, row))
      this.note(entry.table, entry.ours)
    }
    for (const decision of this.inOrder('insert')) this.insert(decision)
  }

  private insert({ entry, values }: Decision): void {
    const row = this.withFreeName(entry, this.localised(entry, values))
    if (entry.number !== null) row.id = entry.number
    if (entry.table === 'consents') row.is_current = 0
    if (unordered.includes(entry.table)) putInOrder(row, naturalKeys[entry.table] ?? [])
    if (entry.table === 'knowledge_versions') row.number = 1_000_000 + (entry.number ?? 0)
    entry.ours = this.writer.insert(entry.table, row)
    this.outOfTrash(entry.table, entry.ours)
    this.note(entry.table, entry.ours)
  }

  /** What comes back does not lie in the trash any more. */
  private outOfTrash(table: string, id: number): void {
    const lines = this.writer.column<number>(
      'SELECT id FROM trash WHERE table_name = ? AND row_id = ?',
      table,
      id,
    )
    for (const line of lines) this.writer.remove('trash', line)
  }

  /**
   * What does not stay is in the history as well: it is written, and then written over. Whoever chose otherwise than is
   * usual has written it themselves.
   */
  settleConflicts(choices: Choices): void {
    for (const conflict of this.plan.conflicts) {
      const { entry, column, takes } = conflict
      if (column === null || entry.ours === null) continue
      const chosen = choices[conflictKey(conflict)] ?? takes
      const theirs = this.localValue(entry.table, column, conflict.theirs)
      if (takes === 'ours') this.pass(entry, column, theirs, conflict.ours)
      if (chosen === takes) continue
      const value = chosen === 'ours' ? conflict.ours : theirs
      this.writer.update(entry.table, entry.ours, { [column]: value })
      this.saveCell(entry.table, entry.ours, column, this.own)
      this.note(entry.table, entry.ours)
    }
  }

  private pass({ table, ours: id }: Entry, column: string, theirs: SqlValue, ours: SqlValue): void {
    if (id === null) return
    const kept = this.plan.pairing.ours.stampsOf(table, id, [column]).get(column) ?? this.own
    try {
      this.writer.update(table, id, { [column]: theirs })
    } catch (thrown) {
      // Together with what stays it may be none that can stand there; the other copy's history has it still.
      if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_CONSTRAINT'))
        return
      throw thrown
    }
    this.writer.update(table, id, { [column]: ours })
    this.saveCell(table, id, column, kept)
  }

  remember(): void {
    for (const { entry, does, stamps } of this.plan.decisions) {
      if (does === 'remove' || entry.ours === null) continue
      for (const uid of entry.uids) this.saveUid(entry, uid)
      this.saveStamps(entry, does, stamps)
    }
    for (const { uid, at } of this.plan.commands) this.writer.insert('merged_commands', { uid, at })
  }

  private saveUid({ table, ours }: Entry, uid: string): void {
    if (ours === null) return
    const known = this.writer.get<{ id: number }>('SELECT id FROM merged_rows WHERE uid = ?', uid)
    if (known) this.writer.update('merged_rows', known.id, { row_id: ours })
    else if (this.plan.pairing.ours.numberOf(table, uid) !== ours)
      this.writer.insert('merged_rows', { table_name: table, row_id: ours, uid })
  }

  private saveStamps({ table, ours: id }: Entry, does: Decision['does'], stamps: Map<string, Stamp>): void {
    if (id === null) return
    if (does === 'update') {
      for (const [column, stamp] of stamps)
        if (!this.chosen.has(`${table} ${id} ${column}`)) this.saveCell(table, id, column, stamp)
      return
    }
    const made = stamps.get('id') ?? this.own
    this.saveCell(table, id, '*', made)
    for (const cell of this.writer.column<number>(
      "SELECT id FROM merged_cells WHERE table_name = ? AND row_id = ? AND column_name <> '*'",
      table,
      id,
    ))
      this.writer.remove('merged_cells', cell)
    for (const [column, stamp] of stamps) if (stamp.uid !== made.uid) this.saveCell(table, id, column, stamp)
  }

  /** Fields that this merge has said itself where they come from. */
  private readonly chosen = new Set<string>()

  private saveCell(table: string, id: number, column: string, { uid, at }: Stamp): void {
    this.chosen.add(`${table} ${id} ${column}`)
    const known = this.writer.value<number>(
      'SELECT id FROM merged_cells WHERE table_name = ? AND row_id = ? AND column_name = ?',
      ...[table, id, column],
    )
    const cell = { uid, at, command_id: this.command }
    if (known !== undefined) this.writer.update('merged_cells', known, cell)
    else this.writer.insert('merged_cells', { table_name: table, row_id: id, column_name: column, ...cell })
  }

  drawContacts(): void {
    for (const source of contactSourceColumns)
      for (const id of this.sources.get(source) ?? []) {
        const table = Object.keys(ofTable).find((name) => ofTable[name] === source) ?? ''
        if (this.writer.value(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined)
          this.drawn(source, table, id)
      }
  }

  /** Contacts of what was imported are said to be so, as the import itself says it. */
  private drawn(source: ContactSource, table: string, id: number): void {
    contactSources[source](this.writer, id)
    if (table !== 'sessions' && table !== 'gatherings') return
    const from = this.writer.value<number | null>(`SELECT import_id FROM ${table} WHERE id = ?`, id) ?? null
    const contacts = this.writer.column<number>(
      `SELECT id FROM interactions WHERE ${source} = ? AND import_id IS NOT ?`,
      id,
      from,
    )
    for (const contact of contacts) this.writer.update('interactions', contact, { import_id: from })
  }

  private inOrder(does: Decision['does']): Decision[] {
    return this.plan.decisions
      .filter((decision) => decision.does === does)
      .sort((a, b) => this.order.indexOf(a.entry.table) - this.order.indexOf(b.entry.table))
  }

  /** A row is going to be written, or was. */
  private note(table: string, id: number): void {
    const rows = this.written.get(table) ?? new Set()
    this.written.set(table, rows.add(id))
    const row = this.writer.get<Row>(`SELECT * FROM "${table}" WHERE id = ?`, id)
    if (!row) return
    const own = ofTable[table]
    const sources = [...sourcesOfRow(this.writer, table, row), ...(own ? [[own, id] as const] : [])]
    for (const [source, of] of sources) {
      const known = this.sources.get(source) ?? new Set()
      this.sources.set(source, known.add(of))
    }
  }

  private localised({ table }: Entry, values: Row): Row {
    return Object.fromEntries(
      Object.entries(values).map(([column, value]) => [column, this.localValue(table, column, value)]),
    )
  }

  private localValue(table: string, column: string, value: SqlValue): SqlValue {
    const { pairing } = this.plan
    if (typeof value === 'string') return translated(pairing, value)
    const parent = pairing.table(table).references.find((reference) => reference.column === column)?.parent
    if (parent === undefined || typeof value !== 'number') return value
    const entry = pairing.ofTheirs(parent, value)
    return entry?.ours ?? entry?.number ?? null
  }

  /** Two records that may not have the same name: the one whose name in all copies comes first keeps it. */
  private withFreeName(entry: Entry, row: Row): Row {
    if (!(sameWhen[entry.table] ?? []).includes('name') || typeof row.name !== 'string') return row
    const taken = this.writer.value<number>(
      `SELECT id FROM "${entry.table}" WHERE name = ? COLLATE NOCASE AND id IS NOT ?`,
      row.name,
      entry.ours,
    )
    if (taken === undefined) return row
    const other = this.plan.pairing.ofOurs(entry.table, taken)
    const first = (one: Entry | null) => [...(one?.uids ?? [])].sort()[0] ?? ''
    if (first(entry) > first(other)) return { ...row, name: uniqueName(this.writer, entry.table, row.name) }
    this.writer.update(entry.table, taken, { name: uniqueName(this.writer, entry.table, row.name) })
    return row
  }
}

function putInOrder(row: Row, columns: readonly string[]): void {
  const values = columns.map((column) => Number(row[column])).sort((a, b) => a - b)
  for (const [index, column] of columns.entries()) row[column] = values[index] ?? null
}
