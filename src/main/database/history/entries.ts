import type { InputOf, OutputOf } from '@shared/contract'
import type { HistoryEntry } from '@shared/contract/history'
import { columnWords, tableWords } from '@shared/domain/historyWords'
import type { Reader, SqlValue } from '../engine/reader'
import { imageOf } from '../engine/undo'
import type { ChangeKind } from '../engine/writer'
import { fieldChanges, inWords } from './fields'
import { currentRow, type Image, stepOf } from './images'
import { Names } from './names'
import { isTie, wholeOf } from './parts'

interface Line {
  id: number
  kind: ChangeKind
  table: string
  first: number
  last: number
  before: string | null
}

/** A line in the record of changes with the row before and after it; a range of rows has no images. */
interface Told extends Omit<HistoryEntry, 'fields' | 'opens' | 'whole'> {
  from: Image
  to: Image
}

const whats = { insert: 'added', update: 'changed', delete: 'deleted' } as const

/** What a command changed, a part at a time; what the trash notes for itself is no news to anybody. */
function tell(db: Reader, names: Names, command: number, after: number, limit: number): Told[] {
  const lines = db.all<Line>(
    `SELECT id, kind, table_name AS "table", first_row AS first, last_row AS last, before FROM changes
      WHERE command_id = ? AND id > ? AND table_name <> 'trash' ORDER BY id LIMIT ?`,
    command,
    after,
    limit,
  )
  return lines.map(({ id, kind, table, first, last, before }) => {
    const rows = last - first + 1
    const told = { change: id, table, row: first, rows, what: whats[kind] }
    if (rows > 1) {
      const name = `${rows.toLocaleString('en')} ${tableWords(table).many}`
      return { ...told, name, from: null, to: null }
    }
    const { from, to } = stepOf(db, table, first, { id, command, kind, before: imageOf(before) })
    const name = kind === 'update' ? names.of(table, first) : names.ofImage(table, to ?? from, first)
    return { ...told, name, from, to }
  })
}

/** A page of what one command changed, as it is read in the window. */
export function entriesOf(
  db: Reader,
  { id, after, limit }: InputOf<'history.command'>,
): Pick<OutputOf<'history.command'>, 'entries' | 'next'> {
  const names = new Names(db)
  const told = tell(db, names, id, after, limit)
  const entries = told.map(({ from, to, ...entry }) => {
    const { table, row, what } = entry
    if (entry.rows > 1) return { ...entry, whole: null, opens: null, fields: [] }
    // An update holds what it wrote alone; who a row belongs to is in the row.
    const image = what === 'changed' ? (currentRow(db, table, row) ?? from) : (to ?? from)
    const whole = wholeOf(table, image)
    const name = names.ownOf(table, image, row)
    return {
      ...entry,
      name,
      whole: whole && { table: whole.table, id: whole.id, name: names.of(whole.table, whole.id) },
      opens: opening(db, whole ?? { table, id: row }),
      // Rows that only tie others together are told by their names.
      fields: isTie(table)
        ? []
        : fieldChanges(table, without(from, whole), without(to, whole), names).filter(
            // A new record is told by its name already.
            ({ before, after }) => before !== null || after !== name || what === 'changed',
          ),
    }
  })
  return {
    // A moment that was noted beside a change is no change of its own.
    entries: entries.filter(({ what, fields }) => what !== 'changed' || fields.length > 0),
    next: told.length < limit ? null : (told.at(-1)?.change ?? null),
  }
}

type WholeOf = ReturnType<typeof wholeOf>

/** What a row is part of is told above it. */
function without(image: Image, whole: WholeOf): Image {
  if (image === null || whole === null) return image
  const { [whole.column]: _, ...rest } = image
  return rest
}

function opening(db: Reader, { table, id }: { table: string; id: number }): HistoryEntry['opens'] {
  if (table !== 'members' && table !== 'sessions') return null
  return currentRow(db, table, id) ? { screen: table, id } : null
}

type Changes = OutputOf<'history.changes'>

/** The changes of several commands in full, with every value as it is stored and in words. */
export function changesOf(db: Reader, { commands, after, limit }: InputOf<'history.changes'>): Changes {
  const names = new Names(db)
  const changes: Changes['changes'] = []
  const begin = after === null ? 0 : commands.indexOf(after.command)
  for (const command of commands.slice(begin)) {
    const from = command === after?.command ? after.change : 0
    const room = limit - changes.length
    const told = tell(db, names, command, from, room)
    changes.push(...told.map((entry) => ({ command, ...inFull(entry, names) })))
    const last = told.at(-1)
    if (told.length === room && last) return { changes, next: { command, change: last.change } }
  }
  return { changes, next: null }
}

/** Made by SQLite from other columns, so no value of its own. */
const generated: readonly string[] = ['search_key']

function inFull({ from, to, ...entry }: Told, names: Names) {
  const columns = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])]
  const { hidden, confidential = [] } = tableWords(entry.table)
  return {
    ...entry,
    fields: columns.flatMap((column) => {
      const [before, after] = [stored(from?.[column]), stored(to?.[column])]
      if (before === after || generated.includes(column) || confidential.includes(column)) return []
      const { label, kind } = columnWords(entry.table, column)
      return [
        {
          column,
          label: hidden.includes(column) ? null : label,
          stored: { before, after },
          words: { before: inWords(before, kind, names), after: inWords(after, kind, names) },
        },
      ]
    }),
  }
}

function stored(value: SqlValue | undefined): string | number | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
