import type { Row, SqlValue } from '../engine/reader'
import { type ErasedInOne, erasedInOne } from './erased'
import { translated } from './mentions'
import { type Entry, Pairing } from './pairing'
import { later, type Side, type Stamp } from './side'
import { following, mergedTables, naturalKeys, silent, together } from './tables'

/** A field that both have changed, each in their own way. */
export interface FieldConflict {
  entry: Entry
  /** Null: the record was deleted by one and changed by the other. */
  column: string | null
  before: SqlValue
  ours: SqlValue
  theirs: SqlValue
  takes: 'ours' | 'theirs'
}

/** What becomes of a record that is in one copy or in both. */
export interface Decision {
  entry: Entry
  does: 'insert' | 'update' | 'remove'
  /** The values to be written, in the numbers of this copy. */
  values: Row
  /** Where the values come from, also of those that are the same already. */
  stamps: Map<string, Stamp>
}

export interface MergePlan {
  decisions: Decision[]
  conflicts: FieldConflict[]
  /** The commands of the other copy that this one has not. */
  commands: Stamp[]
  erased: ErasedInOne
  pairing: Pairing
}

/** Which side each conflict goes to when nobody wants the usual; by `conflictKey`. */
export type Choices = Readonly<Record<string, 'ours' | 'theirs'>>

/** A name of a conflict that is the same as long as both copies stay as they are. */
export function conflictKey({ entry, column }: FieldConflict): string {
  const uid = [...entry.uids].sort()[0] ?? `${entry.ours ?? ''}:${entry.theirs ?? ''}`
  return `${entry.table} ${uid} ${column ?? ''}`
}

/**
 * Works out what a merge would write here. Nothing is written; which copy is asked makes no difference to the outcome.
 *
 * @param part whether the other side only holds what changed there, with what that belongs to: what is not in it is as
 *   both knew it
 */
export function planOf(ours: Side, theirs: Side, part = false): MergePlan {
  const tables = mergedTables(ours.db)
  const pairing = new Pairing(ours, theirs, tables)
  const touched = touchedEntries(pairing, new Set(tables.map(({ name }) => name)), part)
  const plan: MergePlan = {
    ...{ decisions: [], conflicts: [], pairing },
    commands: theirs.unknownTo(ours),
    erased: erasedInOne(pairing, part),
  }
  const work = new Work(pairing, plan)
  for (const entry of touched) work.decide(entry)
  work.keepWhatIsReferredTo()
  for (const decision of work.decisions.values()) plan.decisions.push(decision)
  return plan
}

function touchedEntries(pairing: Pairing, tables: ReadonlySet<string>, part: boolean): Set<Entry> {
  const { ours, theirs } = pairing
  const touched = new Set<Entry>()
  const add = (entry: Entry | null) => {
    if (entry) touched.add(entry)
  }
  for (const { table, id } of theirs.knownBetterThan(ours))
    if (tables.has(table)) add(pairing.ofTheirs(table, id))
  // What only we have changed stays, whatever they have; so nothing is lost when a part says nothing of it.
  for (const side of part ? (['theirs'] as const) : (['theirs', 'ours'] as const)) {
    const [from, other] = side === 'ours' ? [ours, theirs] : [theirs, ours]
    for (const { table, id, images } of from.changedSince(other, tables).values()) {
      add(side === 'ours' ? pairing.ofOurs(table, id) : pairing.ofTheirs(table, id))
      if (Object.hasOwn(naturalKeys, table))
        for (const image of images) add(pairing.ofImage(side, table, image))
    }
  }
  return touched
}

/** Contacts that follow from another record are drawn anew instead. */
const sources = ['session_id', 'gathering_id', 'ask_id', 'invitation_id', 'reuse_id']

class Work {
  readonly decisions = new Map<Entry, Decision>()

  constructor(
    private readonly pairing: Pairing,
    private readonly plan: MergePlan,
  ) {}

  decide(entry: Entry): void {
    const our = this.row('ours', entry)
    const their = this.row('theirs', entry)
    const follows = (row: Row | null) => row !== null && sources.some((column) => row[column] != null)
    if (entry.table === 'interactions' && (follows(our) || follows(their))) return
    // What was erased stays so, here as there.
    if (entry.table === 'members' && (our?.erased_at != null || their?.erased_at != null)) return
    if (our && their) this.join(entry, our, their)
    else if (their) this.comeIn(entry, their)
    else if (our) this.stayOrGo(entry)
  }

  private columns(entry: Entry): string[] {
    const skipped = ['id', ...(following[entry.table] ?? [])]
    return this.pairing.table(entry.table).columns.filter((column) => !skipped.includes(column))
  }

  private row(side: 'ours' | 'theirs', entry: Entry): Row | null {
    const id = entry[side]
    if (id === null) return null
    return this.pairing[side].db.get<Row>(`SELECT * FROM "${entry.table}" WHERE id = ?`, id) ?? null
  }

  private stamps(side: 'ours' | 'theirs', entry: Entry): Map<string, Stamp> {
    return this.pairing[side].stampsOf(entry.table, entry[side] ?? 0, [...this.columns(entry), 'id'])
  }

  private join(entry: Entry, our: Row, their: Row): void {
    const { ours, theirs } = this.pairing
    const [ourStamps, theirStamps] = [this.stamps('ours', entry), this.stamps('theirs', entry)]
    const decision: Decision = { entry, does: 'update', values: {}, stamps: new Map() }
    // Rows that are known by what they tie together are the same in that.
    const key = naturalKeys[entry.table] ?? []
    const columns = this.columns(entry).filter((column) => !key.includes(column))
    for (const group of groupsOf(entry.table, columns)) {
      const [mine, yours] = [newest(group, ourStamps), newest(group, theirStamps)]
      const unseenTheirs = group.some((column) => !ours.knows(theirStamps.get(column) ?? mine))
      const unseenOurs = group.some((column) => !theirs.knows(ourStamps.get(column) ?? yours))
      if (!unseenTheirs) continue
      const isOurs = unseenOurs && later(mine, yours) === mine
      const differing = group.filter((column) => !this.isSame(entry.table, column, our, their))
      if (unseenOurs) this.noteConflicts(entry, differing, { our, their, takes: isOurs ? 'ours' : 'theirs' })
      if (isOurs) continue
      for (const column of group) {
        decision.stamps.set(column, theirStamps.get(column) ?? yours)
        if (differing.includes(column)) decision.values[column] = their[column] ?? null
      }
    }
    if (decision.stamps.size > 0 || entry.uids.size > 1) this.decisions.set(entry, decision)
  }

  private noteConflicts(
    entry: Entry,
    columns: readonly string[],
    { our, their, takes }: { our: Row; their: Row; takes: 'ours' | 'theirs' },
  ): void {
    const told = columns.filter((column) => !silent.includes(column))
    if (told.length === 0) return
    const before = this.pairing.ours.before(this.pairing.theirs, entry.table, entry.ours ?? 0)
    for (const column of told) {
      this.plan.conflicts.push({
        ...{ entry, column, takes, before: before?.[column] ?? null },
        ours: our[column] ?? null,
        theirs: their[column] ?? null,
      })
    }
  }

  /** In the other copy alone: new, or changed there after it was deleted here; or deleted here, and nobody minds. */
  private comeIn(entry: Entry, their: Row): void {
    const { ours } = this.pairing
    const stamps = this.stamps('theirs', entry)
    if ([...stamps.values()].every((stamp) => ours.knows(stamp))) return
    this.insert(entry, their, stamps)
  }

  private insert(entry: Entry, their: Row, stamps: Map<string, Stamp>): void {
    if (this.decisions.get(entry)?.does === 'insert') return
    const made = stamps.get('id')
    if (made && this.pairing.ours.knows(made)) this.noteReturn(entry, 'theirs')
    const values = Object.fromEntries(this.columns(entry).map((column) => [column, their[column] ?? null]))
    this.decisions.set(entry, { entry, does: 'insert', values, stamps })
  }

  private stayOrGo(entry: Entry): void {
    const { theirs } = this.pairing
    const stamps = this.stamps('ours', entry)
    if ([...stamps.values()].every((stamp) => theirs.knows(stamp))) {
      this.decisions.set(entry, { entry, does: 'remove', values: {}, stamps: new Map() })
      return
    }
    const made = stamps.get('id')
    if (made && theirs.knows(made)) this.noteReturn(entry, 'ours')
  }

  private noteReturn(entry: Entry, takes: 'ours' | 'theirs'): void {
    // A line that only ties two records together says nothing on its own.
    if (Object.hasOwn(naturalKeys, entry.table)) return
    this.plan.conflicts.push({ entry, column: null, before: null, ours: null, theirs: null, takes })
  }

  /** A record stays, or comes back, for as long as anything that stays belongs to it. */
  keepWhatIsReferredTo(): void {
    const { pairing } = this
    const waiting = [...this.decisions.values()].filter(({ does }) => does !== 'remove')
    for (let decision = waiting.pop(); decision; decision = waiting.pop()) {
      for (const { column, parent } of pairing.table(decision.entry.table).references) {
        const id = decision.values[column]
        if (typeof id !== 'number' || !this.isMerged(parent)) continue
        const entry = pairing.ofTheirs(parent, id)
        if (!entry) continue
        const known = this.decisions.get(entry)
        if (known?.does === 'remove') this.decisions.delete(entry)
        const their = this.row('theirs', entry)
        if (entry.ours !== null || !their || known?.does === 'insert') continue
        this.insert(entry, their, this.stamps('theirs', entry))
        const made = this.decisions.get(entry)
        if (made) waiting.push(made)
      }
    }
    this.keepParentsOfOurs()
  }

  private keepParentsOfOurs(): void {
    const { pairing } = this
    const removals = () => [...this.decisions.values()].filter(({ does }) => does === 'remove')
    const goes = (table: string, id: number) => {
      const entry = pairing.ofOurs(table, id)
      const decision = entry ? this.decisions.get(entry) : undefined
      return decision
    }
    for (let again = true; again; ) {
      again = false
      for (const { entry } of removals()) {
        if (!this.isReferredTo(entry, goes)) continue
        this.decisions.delete(entry)
        this.noteReturn(entry, 'ours')
        again = true
      }
    }
  }

  private isReferredTo(
    { table, ours: id }: Entry,
    decided: (table: string, id: number) => Decision | undefined,
  ): boolean {
    const { ours, ours: side } = this.pairing
    for (const child of mergedTables(side.db)) {
      for (const { column, parent } of child.references) {
        if (parent !== table) continue
        const follows = child.name === 'interactions' ? `AND coalesce(${sources.join(', ')}) IS NULL` : ''
        const rows = ours.db.column<number>(
          `SELECT id FROM "${child.name}" WHERE "${column}" = ? ${follows}`,
          id,
        )
        for (const row of rows) {
          const decision = decided(child.name, row)
          if (decision?.does === 'remove') continue
          if (decision && column in decision.values) continue
          return true
        }
      }
    }
    return false
  }

  private isMerged(table: string): boolean {
    try {
      return this.pairing.table(table).name === table
    } catch {
      return false
    }
  }

  private isSame(table: string, column: string, our: Row, their: Row): boolean {
    const [mine, yours] = [our[column] ?? null, their[column] ?? null]
    const parent = this.pairing.table(table).references.find((one) => one.column === column)?.parent
    if (parent !== undefined && this.isMerged(parent)) {
      if (typeof mine !== 'number' || typeof yours !== 'number') return mine === yours
      return this.pairing.ofTheirs(parent, yours)?.ours === mine
    }
    if (typeof mine === 'string' && typeof yours === 'string') return mine === translated(this.pairing, yours)
    return mine === yours
  }
}

/** Columns that come from one side together, and each other column alone. */
function groupsOf(table: string, columns: readonly string[]): string[][] {
  const groups = (together[table] ?? []).map((group) => [...group])
  const grouped = groups.flat()
  return [...groups, ...columns.filter((column) => !grouped.includes(column)).map((column) => [column])]
}

function newest(columns: readonly string[], stamps: ReadonlyMap<string, Stamp>): Stamp {
  return columns
    .map((column) => stamps.get(column) ?? { uid: '', at: '' })
    .reduce((one, other) => later(one, other))
}
