import { dayNumber } from '@shared/domain/calendar'
import type { Reader, SqlValue } from '../engine/reader'
import { allOf, type Numbers, numbersOf } from './numbers'
import { pack, unpack } from './packing'

/** Days that no calendar has, which only a foreign hand can have written, are nowhere to be shown. */
const calendarDays = `BETWEEN ${dayNumber('0001-01-01')} AND ${dayNumber('9999-12-31')}`

/**
 * The large tables of the activity, and what is held of them in memory: the id, then whole numbers, and last, where
 * there is one, a word that repeats. Nothing that is unknown is null.
 */
export const chunkedTables = {
  sessions: {
    columns: ['unixepoch(held_on) / 86400', 'coalesce(minutes, -1)'],
    word: 'medium',
    where: `unixepoch(held_on) / 86400 ${calendarDays}`,
  },
  session_attendees: { columns: ['session_id', 'member_id'], word: null, where: 'true' },
  interactions: {
    columns: [
      'from_id',
      'to_id',
      'directed',
      'day',
      'coalesce(community_id, 0)',
      'coalesce(session_id, 0)',
      'import_id IS NOT NULL',
    ],
    word: 'kind',
    where: `day ${calendarDays}`,
  },
} as const
export type ChunkedTable = keyof typeof chunkedTables

/** Ids of one chunk: one of them is packed, or read row by row, in some milliseconds. */
export const chunkLength = 16_384

/** The chunk that an id belongs to, from 0 on. */
export function chunkOf(id: number): number {
  return Math.floor((id - 1) / chunkLength)
}

export function idsOf(chunk: number): { first: number; last: number } {
  return { first: chunk * chunkLength + 1, last: (chunk + 1) * chunkLength }
}

/** Some rows of a table, by their ids, which rise, as columns. */
export interface Run {
  ids: Numbers
  columns: Numbers[]
  /** Of each row the number of its word; and the words, of which 0 is the unknown one. */
  codes: Numbers
  words: (string | null)[]
}

/** The rows `first` to `last`, chunk by chunk; those that are packed in the file come as they are, which is much quicker. */
export function* runsOf(db: Reader, table: ChunkedTable, first: number, last: number): Generator<Run> {
  const newest = Math.min(last, db.value<number>(`SELECT max(id) FROM ${table}`) ?? 0)
  for (let from: number | null = first; from !== null && from <= newest; ) {
    const chunk = chunkOf(from)
    const ids = idsOf(chunk)
    const packed = from === ids.first && ids.last <= last ? packedRun(db, table, chunk) : null
    const run: Run = packed ?? readRun(db, table, from, Math.min(ids.last, last))
    if (run.ids.length > 0) yield run
    // Ids may have gaps of any length.
    from = db.value<number | null>(`SELECT min(id) FROM ${table} WHERE id > ?`, ids.last) ?? null
    if (from !== null && chunkOf(from) === chunk + 1) from = ids.last + 1
  }
}

function packedRun(db: Reader, table: ChunkedTable, chunk: number): Run | null {
  const kept = db.get<{ packed: Uint8Array<ArrayBuffer>; words: string }>(
    'SELECT packed, words FROM activity_chunks WHERE source = ? AND chunk = ?',
    table,
    chunk,
  )
  return kept ? unpackRun(table, kept.packed, kept.words) : null
}

/** Reads the rows `first` to `last` from their table. */
export function readRun(db: Reader, table: ChunkedTable, first: number, last: number): Run {
  const { columns, word, where } = chunkedTables[table]
  const expressions = ['id', ...columns, ...(word === null ? [] : [word])]
  const rows = db.arrays<SqlValue[]>(
    `SELECT ${expressions.join(', ')} FROM ${table} WHERE id BETWEEN ? AND ? AND ${where} ORDER BY id`,
    first,
    last,
  )
  const numbers = Array.from({ length: 1 + columns.length }, (_, column) =>
    numbersOf(Float64Array.from(rows, (row) => Number(row[column]))),
  )
  const [ids = allOf(0, 0), ...others] = numbers
  const words: (string | null)[] = [null]
  if (word === null) return { ids, columns: others, codes: allOf(0, rows.length), words }
  const known = new Map<SqlValue | undefined, number>([[null, 0]])
  const codes = Float64Array.from(rows, (row) => {
    const text = row.at(-1)
    const code = known.get(text) ?? words.push(String(text)) - 1
    known.set(text, code)
    return code
  })
  return { ids, columns: others, codes: numbersOf(codes), words }
}

/** A run as it is kept in the file. */
export function packRun({ ids, columns, codes, words }: Run): {
  packed: Uint8Array<ArrayBuffer>
  words: string
} {
  return { packed: pack([ids, ...columns, codes]), words: JSON.stringify(words) }
}

/** @returns null when these are not bytes that `packRun` made for this table. */
function unpackRun(table: ChunkedTable, packed: Uint8Array<ArrayBuffer>, words: string): Run | null {
  const [ids, ...columns] = unpack(packed) ?? []
  const codes = columns.pop()
  if (!ids || !codes || columns.length !== chunkedTables[table].columns.length) return null
  return { ids, columns, codes, words: JSON.parse(words) as (string | null)[] }
}
