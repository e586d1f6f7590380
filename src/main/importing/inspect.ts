import type { ImportKind, Inspection, InspectionOverrides } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { type ColumnToGuess, guessColumns, guessKind, mappingOf } from './columns'
import { looksLike } from './columnValues'
import type { CsvRecord } from './csv'
import { judgeFileDates } from './dateColumns'
import { detectEncoding } from './decode'
import { commonest, findHeader } from './header'
import { columnNames, headingWords } from './headings'
import type { Stop } from './inputErrors'
import { type InputFile, statInput } from './openInput'
import { isRow, readSample, requireRows, type Sample } from './sample'
import { sourceOf } from './sources'

const judgedValues = 50
const shownSamples = 5
const longestSample = 80

/**
 * Finds out all that can be found out about a CSV file before it is imported: how it is written, where its
 * headings are, what its columns hold, what it was exported from, and in which order its dates stand. `kind`
 * is what the user wants to import; without it the likeliest is taken. Overrides are what the user knows
 * better. Reads the beginning of the file, and all of it where the dates' order depends on it.
 * Throws `file-not-found`, `unreadable-input`, `invalid-input` and `cancelled`.
 */
export async function inspectFile(
  path: string,
  kind?: ImportKind,
  overrides: InspectionOverrides = {},
  stop: Stop = {},
): Promise<Inspection> {
  const file = await statInput(path, stop)
  const detected = await detectEncoding(file, stop)
  const encoding = overrides.encoding ?? detected
  const sample = await readSample(file, encoding, overrides.delimiter, stop)
  const header = headerOf(sample, overrides)
  const headerLine = header?.line ?? null
  const rows = sample.records.filter((record) => isRow(record, headerLine))
  requireRows(file, rows, headerLine)

  const table = rows.filter(({ fault }) => fault === null)
  const width = widthOf(header, table)
  const headings = Array.from({ length: width }, (_, index) => header?.cells[index] ?? '')
  const names = columnNames(headings)
  const columns = headings.map((heading, index) => ({
    heading: header === null ? null : heading,
    values: valuesOf(table, index, judgedValues),
  }))
  requireColumns(file, columns)
  const source = header === null ? null : sourceOf(headings.map(headingWords))
  const kindGuess = guessKind(columns, source)
  const usedKind = kind ?? kindGuess
  const guesses = guessColumns(usedKind, columns, source)
  const mapping = checkedMapping(overrides, width) ?? mappingOf(guesses)
  const form = { encoding, delimiter: sample.delimiter, width, headerLine }
  const dates = await judgeFileDates(file, form, usedKind, mapping, table, sample.complete, stop)
  return {
    fileName: file.name,
    fileBytes: file.bytes,
    form: file.form,
    encoding,
    delimiter: sample.delimiter,
    headerLine,
    source,
    kindGuess,
    kind: usedKind,
    columns: names.map((name, index) => ({
      index,
      name,
      samples: valuesOf(table, index, shownSamples).map(shortened),
      guess: guesses[index]?.field ?? null,
      confidence: guesses[index]?.confidence ?? 0,
    })),
    mapping,
    dateOrder: dates.reading,
    dateEvidence: dates.evidence,
    serialDateColumns: dates.serialColumns,
    ...rowCount(file, sample, rows.length, dates.rows),
    remembered: null,
  }
}

function headerOf(sample: Sample, { headerLine }: InspectionOverrides): CsvRecord | null {
  if (headerLine === null) return null
  if (headerLine === undefined) return findHeader(sample.records)
  const header = sample.records.find(({ line, fault }) => line === headerLine && fault === null)
  if (header !== undefined) return header
  throw new AppError(
    'invalid-input',
    `Line ${headerLine} cannot hold the column names: no row starts there, or it is too far down.`,
    'headerLine',
  )
}

/** As many columns as there are headings, unless most rows have more: one row with a stray comma adds none. */
function widthOf(header: CsvRecord | null, rows: readonly CsvRecord[]): number {
  const headings = header?.cells.length ?? 0
  const widths = rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1)
  const wider = widths.filter((width) => width > headings)
  if (header !== null && wider.length * 2 <= widths.length) return headings
  return commonest(header === null ? rows.map(({ cells }) => cells.length) : wider)
}

/** Different values of a column that say something, in the file's order. */
function valuesOf(rows: readonly CsvRecord[], column: number, most: number): string[] {
  const values = new Set<string>()
  for (const { cells } of rows) {
    const value = (cells[column] ?? '').trim()
    if (value !== '') values.add(value)
    if (values.size === most) break
  }
  return [...values]
}

function shortened(value: string): string {
  return value.length > longestSample ? `${value.slice(0, longestSample - 1)}…` : value
}

/** One column can be a list of names or addresses; anything else in one column was cut wrongly or is no table. */
function requireColumns(file: InputFile, columns: readonly ColumnToGuess[]): void {
  const [only, second] = columns
  if (only === undefined || second !== undefined) return
  const [guess] = guessColumns('members', columns, null)
  const isList = guess?.field === 'name' || guess?.field === 'email' || only.values.every(looksLike.fullName)
  if (isList) return
  throw new AppError(
    'unreadable-input',
    `“${file.name}” has only one column${only.heading === null ? '' : `, “${shortened(only.heading.trim())}”`}. ` +
      'If its values stand between other signs than commas, semicolons, tabs or bars, save it as CSV once more.',
  )
}

function checkedMapping({ mapping }: InspectionOverrides, width: number): (string | null)[] | null {
  if (mapping === undefined) return null
  if (mapping.length === width) return mapping
  throw new AppError(
    'invalid-input',
    'The chosen columns do not fit this file. Look at it once more.',
    'mapping',
  )
}

function rowCount(
  file: InputFile,
  { complete, bytesRead }: Sample,
  sampled: number,
  counted: number | null,
): Pick<Inspection, 'rowEstimate' | 'rowsAreExact'> {
  if (counted !== null) return { rowEstimate: counted, rowsAreExact: true }
  if (complete) return { rowEstimate: sampled, rowsAreExact: true }
  return { rowEstimate: Math.round((sampled * file.bytes) / Math.max(1, bytesRead)), rowsAreExact: false }
}
