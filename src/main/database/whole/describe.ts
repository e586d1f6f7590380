import { columnWords } from '@shared/domain/historyWords'
import type { WholeColumn, WholeDescription, WholeKind, WholeTable } from '@shared/domain/whole/description'
import type { Reader } from '../engine/reader'
import { columnsOf, recordTables, type Table } from '../salvage/tables'

/**
 * Tables that stay in the program file: what was, what is in the trash of it, and what is being typed. An export holds
 * what is.
 */
export const stayingTables: readonly string[] = [
  ...['commands', 'changes', 'trash', 'drafts'],
  // Which records came from which copy of this very file.
  ...['merged_commands', 'merged_rows', 'merged_cells'],
]

/** What a program file holds, by the tables that are in it. */
export function describeFile(db: Reader): WholeDescription {
  const tables = recordTables(db).filter(({ name }) => !stayingTables.includes(name))
  return {
    version: db.value<number>('PRAGMA user_version') ?? 0,
    tables: tables.map((table) => described(db, table)),
  }
}

interface Stored {
  name: string
  type: string
  notnull: number
  pk: number
}

function described(db: Reader, { name, references }: Table): WholeTable {
  const sql = db.value<string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", name) ?? ''
  const stored = db.all<Stored>(
    'SELECT name, type, "notnull", pk FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY pk = 0, cid',
    name,
  )
  const columns = stored.map((column): WholeColumn => {
    const kind = kindOf(name, column, sql)
    const required = column.notnull === 1 || column.pk === 1
    return {
      ...{ name: column.name, kind, required },
      values: column.type === 'TEXT' ? closedList(sql, column.name) : null,
      refers: references.find((reference) => reference.column === column.name)?.parent ?? null,
      isNote: kind === 'text' && required && ['notes', 'body'].includes(column.name),
    }
  })
  return { name, columns, joins: joinOf(db, name, columns) }
}

function kindOf(table: string, { name, type }: Stored, sql: string): WholeKind {
  if (type === 'INTEGER') return 'whole number'
  if (type === 'REAL') return 'number'
  const { kind } = columnWords(table, name)
  if (kind === 'date' || sql.includes(`julianday(${name}) IS NOT NULL`)) return 'date'
  if (kind === 'moment') return 'moment'
  if (sql.includes(`json_valid(${name})`)) return 'json'
  // A time of day is told as the text it is, and so are all other texts.
  const isStamp = /(^|_)at$/.test(name) && !sql.includes(`${name} GLOB`)
  return isStamp ? 'moment' : 'text'
}

/** The texts of a CHECK such as `status IN ('planned', 'held')`. */
function closedList(sql: string, column: string): string[] | null {
  const list = new RegExp(`\\b${column} IN \\(('[^()]*')\\)`).exec(sql)?.[1]
  return list === undefined ? null : [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '')
}

/** A table joins two others where each pair of them is in it once. */
function joinOf(db: Reader, name: string, columns: readonly WholeColumn[]): WholeTable['joins'] {
  const pairs = db.all<{ first: string; second: string }>(
    `SELECT a.name AS first, b.name AS second FROM pragma_index_list(?) i
      JOIN pragma_index_info(i.name) a ON a.seqno = 0 JOIN pragma_index_info(i.name) b ON b.seqno = 1
      WHERE i."unique" = 1 AND (SELECT count(*) FROM pragma_index_info(i.name)) = 2 ORDER BY i.seq`,
    name,
  )
  for (const { first, second } of pairs) {
    const [of, other] = [first, second].map((column) => columns.find((one) => one.name === column)?.refers)
    if (of && other && columnsOf(db, other).includes('name')) return { of, column: first, other: second }
  }
  return null
}
