import type { InputOf, OutputOf } from '@shared/contract'
import type { CommandKind, RecordChange, RecordLine } from '@shared/contract/history'
import { columnWords, tableWords } from '@shared/domain/historyWords'
import type { Reader, Row } from '../engine/reader'
import { list, listed } from '../queries/conditions'
import { fieldChanges } from './fields'
import { changesOfRow, currentRow, foldBack, type Image, type Step } from './images'
import { Names } from './names'
import { type Part, partRows, partsOf } from './parts'

interface Command {
  id: number
  at: string
  kind: CommandKind
  operation: string
  summary: string
  reason: string | null
  takenBack: number
}

/** What one command made of one row. */
interface Net {
  row: number
  from: Image
  to: Image
}

/** What one command made of a record and of what is part of it. */
interface Touched {
  root: Net | null
  parts: { part: Part; nets: Net[] }[]
}

/** What happened to one record and to what is part of it, the newest first. */
export function historyOfRecord(
  db: Reader,
  { table, id, before, limit }: InputOf<'history.ofRecord'>,
): OutputOf<'history.ofRecord'> {
  const touched = commandsOf(db, table, id)
  const told = [...touched.keys()].sort((a, b) => b - a)
  const wanted = told.filter((command) => before === null || command < before)
  const names = new Names(db)
  const lines = commandsBy(db, wanted.slice(0, limit)).map((command) =>
    lineOf(command, table, touched.get(command.id) ?? { root: null, parts: [] }, names),
  )
  const begins = [...touched.values()].some(({ root }) => root !== null && root.from === null)
  const made = currentRow(db, table, id)?.created_at
  return { lines, more: wanted.length > limit, since: begins || typeof made !== 'string' ? null : made }
}

function commandsOf(db: Reader, table: string, id: number): Map<number, Touched> {
  const commands = new Map<number, Touched>()
  const of = (command: number) => {
    const known = commands.get(command) ?? { root: null, parts: [] }
    commands.set(command, known)
    return known
  }
  for (const [command, net] of netsOf(db, table, id)) of(command).root = net
  for (const part of partsOf[table] ?? []) {
    for (const row of partRows(db, part, id)) {
      for (const [command, net] of netsOf(db, part.table, row)) {
        const own = ownSides(net, part, id)
        if (own === null) continue
        const { parts } = of(command)
        const known = parts.find((other) => other.part === part)
        if (known) known.nets.push(own)
        else parts.push({ part, nets: [own] })
      }
    }
  }
  return commands
}

/** The number of a row that only ties others together is given out again, to this record or to another one. */
function ownSides({ row, from, to }: Net, { parent }: Part, id: number): Net | null {
  const own = (image: Image) => (image?.[parent] === id ? image : null)
  const sides = { row, from: own(from), to: own(to) }
  return sides.from === null && sides.to === null ? null : sides
}

/** By command, the row before and after it. */
function netsOf(db: Reader, table: string, row: number): Map<number, Net> {
  const nets = new Map<number, Net>()
  const steps: Step[] = foldBack(changesOfRow(db, table, row), currentRow(db, table, row))
  for (const { command, from, to } of steps) {
    const later = nets.get(command)
    nets.set(command, { row, from, to: later ? later.to : to })
  }
  return nets
}

function commandsBy(db: Reader, ids: readonly number[]): Command[] {
  return db.all<Command>(
    `SELECT id, at, kind, operation, summary, reason, reversed_by IS NOT NULL AS takenBack
      FROM commands WHERE id IN ${listed} ORDER BY id DESC`,
    list(ids),
  )
}

function lineOf(command: Command, table: string, touched: Touched, names: Names): RecordLine {
  const { id, at, kind, summary, reason } = command
  const what = whatBecame(command, touched.root)
  const file = what === 'imported' ? touched.root?.to?.import_id : null
  // What is deleted or comes back is told by its name; only what is new is spelled out.
  const isTold = what === 'changed' || ((what === 'added' || what === 'imported') && kind === 'do')
  return {
    command: id,
    at,
    kind,
    summary,
    reason,
    takenBack: command.takenBack === 1,
    what,
    fileName: typeof file === 'number' ? names.of('imports', file) : null,
    changes: isTold ? [...rootChanges(table, touched.root, names), ...partChanges(touched, names)] : [],
  }
}

function whatBecame({ operation, kind }: Command, root: Net | null): RecordLine['what'] {
  if (root === null || (root.from !== null && root.to !== null)) return 'changed'
  if (root.to === null) return 'deleted'
  if (operation === 'trash.restore' && kind !== 'undo') return 'restored'
  return operation === 'imports.run' ? 'imported' : 'added'
}

function rootChanges(table: string, root: Net | null, names: Names): RecordChange[] {
  if (root === null) return []
  return fieldChanges(table, withoutImport(root.from), withoutImport(root.to), names).map((change) => ({
    type: 'field',
    ...change,
  }))
}

/** Where a record came from is told by the line itself. */
function withoutImport(image: Image): Image {
  if (image === null) return null
  const { import_id: _, ...rest } = image
  return rest
}

function partChanges({ parts }: Touched, names: Names): RecordChange[] {
  return parts.flatMap(({ part, nets }) =>
    part.list ? listChanges(part.list, nets, names) : nets.flatMap((net) => itemChange(part, net, names)),
  )
}

type ListChange = Extract<RecordChange, { type: 'list' }>

function listChanges({ label, column, of }: NonNullable<Part['list']>, nets: Net[], names: Names) {
  const lists = new Map<string, ListChange>()
  const note = (side: 'added' | 'removed', row: Row) => {
    const title = typeof label === 'string' ? label : label(row)
    const known: ListChange = lists.get(title) ?? { type: 'list', label: title, added: [], removed: [] }
    lists.set(title, known)
    known[side].push(names.of(of, Number(row[column])))
  }
  for (const { from, to } of nets) {
    if (from && to && from[column] === to[column] && from.side === to.side && from.kind === to.kind) continue
    if (from) note('removed', from)
    if (to) note('added', to)
  }
  return [...lists.values()]
}

function itemChange({ table, parent }: Part, { row, from, to }: Net, names: Names): RecordChange[] {
  const name = names.ownOf(table, to ?? from, row)
  const what = from === null ? 'added' : to === null ? 'deleted' : 'changed'
  const told = [
    columnWords(table, parent).label,
    ...(what === 'changed' ? [] : [columnWords(table, 'text').label]),
  ]
  const fields = what === 'deleted' ? [] : fieldChanges(table, from, to, names)
  return [
    {
      type: 'part',
      label: tableWords(table).one,
      name,
      what,
      fields: fields.filter(({ label }) => !told.includes(label)),
    },
  ]
}
