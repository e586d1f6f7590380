import type { OutputOf } from '@shared/contract'
import { columnWords, tableWords } from '@shared/domain/historyWords'
import { conflictKey, type FieldConflict, type MergePlan } from '../../copies/threeWay'
import type { Reader, Row, SqlValue } from '../../engine/reader'

type Told = Omit<OutputOf<'copies.preview'>, 'from'>

/** What a merge brings, in counts by kind of record and in conflicts by field. */
export function tell(db: Reader, plan: MergePlan): Told {
  const tables = new Map<string, { added: number; changed: number; removed: number }>()
  const sum = { added: 0, changed: 0, removed: 0 }
  for (const { entry, does, values } of plan.decisions) {
    if (does === 'update' && Object.keys(values).length === 0) continue
    const counts = tables.get(entry.table) ?? { added: 0, changed: 0, removed: 0 }
    tables.set(entry.table, counts)
    const kind = does === 'insert' ? 'added' : does === 'update' ? 'changed' : 'removed'
    counts[kind]++
    sum[kind]++
  }
  return {
    ...sum,
    commands: plan.commands.length,
    tables: [...tables].map(([name, counts]) => ({ name: tableWords(name).many, ...counts })),
    conflicts: plan.conflicts.map((conflict) => told(db, plan, conflict)),
    erasedHere: plan.erased.here.map((id) => nameOf(plan.pairing.theirs.db, 'members', id)),
    erasedThere: plan.erased.there.map((id) => nameOf(db, 'members', id)),
  }
}

function told(db: Reader, plan: MergePlan, conflict: FieldConflict): Told['conflicts'][number] {
  const { entry, column, takes } = conflict
  const theirDb = plan.pairing.theirs.db
  const value = (from: Reader, held: SqlValue) => words(from, plan, entry.table, column, held)
  const record =
    entry.ours !== null
      ? nameOf(db, entry.table, entry.ours)
      : nameOf(theirDb, entry.table, entry.theirs ?? 0)
  return {
    key: conflictKey(conflict),
    kind: tableWords(entry.table).one,
    record,
    field: column === null ? null : columnWords(entry.table, column).label,
    before: value(db, conflict.before),
    ours: value(db, conflict.ours),
    theirs: value(theirDb, conflict.theirs),
    takes,
  }
}

function words(
  db: Reader,
  plan: MergePlan,
  table: string,
  column: string | null,
  value: SqlValue,
): string | null {
  if (value === null || column === null) return null
  const parent = plan.pairing.table(table).references.find((one) => one.column === column)?.parent
  return parent !== undefined && typeof value === 'number' ? nameOf(db, parent, value) : String(value)
}

function nameOf(db: Reader, table: string, id: number): string {
  const row = db.get<Row>(`SELECT * FROM "${table}" WHERE id = ?`, id) ?? {}
  const name = row.name ?? row.title ?? row.text ?? row.held_on ?? row.made_on ?? row.on_day
  return name == null ? `${tableWords(table).one} ${id}` : String(name)
}
