import { cellOf } from '@shared/domain/whole/cells'
import type { WholeColumn, WholeTable, WholeValue } from '@shared/domain/whole/description'
import { namedColumns, type WholeRow, type WholeSource } from '@shared/domain/whole/source'
import { stringify } from 'csv-stringify/sync'
import { writeAtomically } from '../atomicFile'
import { byteOrderMark } from '../csvText'

interface Writing {
  table: WholeTable
  /** A column that stands elsewhere. */
  without: string | null
  /** Hears of every batch that was written. */
  wrote(batch: readonly WholeRow[]): Promise<void>
}

/**
 * Writes a table as CSV: its columns by their names, and for whoever reads it, the names of what numbers refer to. Those
 * columns have a colon in their headings and are passed over when the table is read.
 */
export async function writeTable(
  path: string,
  source: WholeSource,
  { table, without, wrote }: Writing,
): Promise<void> {
  const { columns } = table
  const kept = columns.flatMap((column, at) => (column.name === without ? [] : [{ column, at }]))
  const named = namedColumns(table, source.description)
  await writeAtomically(path, async (file) => {
    const head = [...kept.map(({ column }) => column.name), ...named.map((name) => `${name}: name`)]
    await file.write(byteOrderMark + csvLines([head]))
    for (const batch of source.namedRows(table)) {
      const rows = batch.map((row) => [
        ...kept.map(({ column, at }) => cellIn(column, row[at] ?? null)),
        ...named.map((_, index) => cellOf(textIn(row[columns.length + index]), false)),
      ])
      await file.write(csvLines(rows))
      await wrote(batch)
    }
  })
}

function cellIn({ required }: WholeColumn, value: WholeValue): string {
  return typeof value === 'number' ? String(value) : cellOf(value, required)
}

function textIn(value: WholeValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** By RFC 4180; whatever any program may take for the end of a line stands in quotes. */
function csvLines(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
