import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { textOf } from '@shared/domain/whole/cells'
import type { WholeColumn, WholeTable, WholeValue } from '@shared/domain/whole/description'
import type { WholePlace } from '@shared/domain/whole/sink'
import { misfit, shown } from '@shared/domain/whole/values'
import { AppError } from '@shared/errors'
import { CsvError, parse } from 'csv-parse'
import { type ReadOptions, utf8Parts } from './bytes'

interface ReadRow {
  /** Values in the order of the table's columns. */
  row: WholeValue[]
  place: WholePlace
}

/** Which cell of a line holds a column; null for one that is not in the file. */
type Layout = readonly (number | null)[]

/**
 * Reads an exported table, row by row.
 *
 * @param elsewhere a column that stands elsewhere, and is empty here
 * @throws AppError that says on which line what is wrong
 */
export async function* readTable(
  path: string,
  table: WholeTable,
  elsewhere: WholeColumn | null,
  options: ReadOptions,
): AsyncGenerator<ReadRow> {
  const name = basename(path)
  let layout: Layout | null = null
  let width = 0
  for await (const { cells, lastLine } of records(path, options)) {
    if (layout === null) {
      layout = layoutOf(cells, table, elsewhere, name)
      width = cells.length
      continue
    }
    const place = () => `“${name}”, line ${lastLine - lineEndsIn(cells)}`
    if (cells.length !== width)
      throw new AppError(
        'unreadable-input',
        `${place()}: ${cells.length} values, where there are ${width} columns.`,
      )
    yield { row: valuesOf(cells, layout, table, place), place }
  }
  if (layout === null)
    throw new AppError('unreadable-input', `“${name}” is empty: even its headings are missing.`)
}

interface Line {
  cells: string[]
  /** On which line of the file it ends. */
  lastLine: number
}

function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

async function* records(path: string, options: ReadOptions): AsyncGenerator<Line> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, max_record_size: options.longest })
  const bytes = Readable.from(copies(utf8Parts(path, options)))
  bytes.on('error', (error) => parser.destroy(error))
  bytes.pipe(parser)
  try {
    for await (const found of parser) {
      const { record, info } = found as { record: string[]; info: { lines: number } }
      yield { cells: record, lastLine: info.lines }
    }
  } catch (thrown) {
    throw thrown instanceof CsvError ? unreadable(thrown, basename(path)) : thrown
  } finally {
    bytes.destroy()
  }
}

/** A stream keeps what it was given for a while. */
async function* copies(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const part of parts) yield Buffer.from(part)
}

function unreadable(error: CsvError, name: string): AppError {
  const line = 'lines' in error ? `, line ${String(error.lines)}` : ''
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quotation mark is never closed, so the file may have been copied only in part'
      : error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'it is longer than any line can be'
        : 'its quotation marks do not match'
  return new AppError('unreadable-input', `“${name}”${line}: ${what}.`)
}

/** Headings with a colon are for whoever reads the table. */
function layoutOf(
  cells: readonly string[],
  { name: tableName, columns }: WholeTable,
  elsewhere: WholeColumn | null,
  file: string,
): Layout {
  const refused = (what: string) => new AppError('unreadable-input', `“${file}”, line 1: ${what}.`)
  const headings = cells.map((cell) => (cell.includes(':') ? null : cell))
  for (const [at, heading] of headings.entries()) {
    if (heading === null) continue
    if (!columns.some(({ name }) => name === heading) || heading === elsewhere?.name)
      throw refused(`there is no column ${shown(heading)} in ${tableName}`)
    if (headings.indexOf(heading) !== at) throw refused(`the column ${shown(heading)} is there twice`)
  }
  return columns.map((column) => {
    const at = headings.indexOf(column.name)
    if (at !== -1) return at
    if (column.required && column !== elsewhere) throw refused(`the column “${column.name}” is missing`)
    return null
  })
}

function valuesOf(
  cells: readonly string[],
  layout: Layout,
  { name, columns }: WholeTable,
  place: WholePlace,
): WholeValue[] {
  return columns.map((column, index) => {
    const at = layout[index] ?? null
    if (at === null) return column.required ? '' : null
    const cell = cells[at] ?? ''
    const value = readValue(column, cell)
    const problem = misfit(name, column, value)
    if (problem === null) return value
    throw new AppError(
      'unreadable-input',
      `${place()}: ${column.name} ${problem}${cell === '' ? '' : `, not ${shown(cell)}`}.`,
    )
  })
}

const wholeNumber = /^-?\d{1,16}$/
const anyNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

/** A text where no number can be read: it is refused by what it should be. */
function readValue({ kind, required }: WholeColumn, cell: string): WholeValue {
  if (kind !== 'whole number' && kind !== 'number') return textOf(cell, required)
  if (cell === '') return null
  return (kind === 'number' ? anyNumber : wholeNumber).test(cell) ? Number(cell) : cell
}
