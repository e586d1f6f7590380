import {
  type WholeDescription,
  type WholeHeader,
  type WholeTable,
  wholeFormat,
} from '@shared/domain/whole/description'
import { namedColumns, type WholeRow, type WholeSource } from '@shared/domain/whole/source'
import { programOf } from '../backups/inspect'
import type { Reader } from '../engine/reader'
import { describeFile } from './describe'
import { columnsSql, keptSql } from './withheld'

/** So many records are read at once; the longest notes of as many fit into memory. */
const batchLength = 200

/** What there is to export of a file, as it is seen by this connection now. */
export function wholeSource(
  db: Reader,
  { privateTexts, now }: { privateTexts: boolean; now: string },
): WholeSource {
  const description = describeFile(db)
  const from = (table: WholeTable) => `"${table.name}" t WHERE ${keptSql(table, privateTexts)}`
  const read = (table: WholeTable, more: readonly string[]) => {
    const columns = [...columnsSql(table, privateTexts), ...more].join(', ')
    return batches(
      db,
      `SELECT ${columns} FROM ${from(table)} AND t.id > ? ORDER BY t.id LIMIT ${batchLength}`,
    )
  }
  return {
    description,
    header: headerOf(db, description, {
      exportedAt: now,
      privateTexts: privateTexts ? 'included' : 'left out',
      counts: Object.fromEntries(
        description.tables.map((table) => [
          table.name,
          db.value<number>(`SELECT count(*) FROM ${from(table)}`) ?? 0,
        ]),
      ),
    }),
    rows: (table) => read(table, []),
    namedRows: (table) =>
      read(
        table,
        namedColumns(table, description).map((column) => {
          const { refers } = columnOf(table, column)
          return `(SELECT name FROM "${refers}" n WHERE n.id = t."${column}")`
        }),
      ),
    joined: (table, ids) => joinedNames(db, description, { table, ids, privateTexts }),
  }
}

function* batches(db: Reader, sql: string): Generator<WholeRow[]> {
  for (let after = 0; ; ) {
    const rows = db.arrays<(string | number | null)[]>(sql, after)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)?.[0]
    if (rows.length < batchLength || typeof last !== 'number') return
    after = last
  }
}

type Said = Pick<WholeHeader, 'exportedAt' | 'privateTexts' | 'counts'>

function headerOf(db: Reader, { version, tables }: WholeDescription, said: Said): WholeHeader {
  const highest = new Map(db.arrays<[string, number]>('SELECT name, seq FROM sqlite_sequence'))
  return {
    format: wholeFormat.name,
    formatVersion: wholeFormat.version,
    schemaVersion: version,
    exportedAt: said.exportedAt,
    programBegan: programOf(db),
    privateTexts: said.privateTexts,
    highestIds: Object.fromEntries(
      tables.flatMap(({ name }): [string, number][] => {
        const id = highest.get(name)
        return id === undefined ? [] : [[name, id]]
      }),
    ),
    counts: said.counts,
  }
}

interface Joining {
  table: WholeTable
  ids: readonly number[]
  privateTexts: boolean
}

function joinedNames(db: Reader, { tables }: WholeDescription, { table, ids, privateTexts }: Joining) {
  const found = new Map<number, Map<string, string[]>>()
  for (const join of tables) {
    if (join.joins?.of !== table.name) continue
    const { column, other } = join.joins
    const { refers } = columnOf(join, other)
    const lines = db.arrays<[number, string]>(
      `SELECT t."${column}", n.name FROM "${join.name}" t JOIN "${refers}" n ON n.id = t."${other}"
        WHERE t."${column}" IN (SELECT value FROM json_each(?)) AND ${keptSql(join, privateTexts)} ORDER BY t.id`,
      JSON.stringify(ids),
    )
    for (const [id, name] of lines) {
      const names = found.get(id) ?? new Map<string, string[]>()
      found.set(id, names)
      names.set(join.name, [...(names.get(join.name) ?? []), name])
    }
  }
  return found
}

function columnOf(table: WholeTable, name: string) {
  const column = table.columns.find((one) => one.name === name)
  if (!column) throw new Error(`${table.name} has no column ${name}.`)
  return column
}
