import type { CandidateOf, ImportKind, ImportPlan, Rejection, RowBatch } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { type CsvRecord, readRecords } from './csv'
import { columnNames } from './headings'
import { type Stop, throwIfStopped } from './inputErrors'
import { interactionRowReader } from './interactionRows'
import { memberRowReader } from './memberRows'
import { type InputFile, statInput } from './openInput'
import type { RowReader } from './rowParts'
import { isRow } from './sample'
import { sessionRowReader } from './sessionRows'

const batchSize = 1000

type Readers = { readonly [K in ImportKind]: (plan: ImportPlan) => RowReader<CandidateOf[K]> }
const readers: Readers = {
  members: memberRowReader,
  sessions: sessionRowReader,
  interactions: interactionRowReader,
}

export interface ReadingProgress {
  /** Rows so far, rejected ones too. */
  rows: number
  bytesRead: number
  fileBytes: number
}

export interface ReadRowsOptions extends Stop {
  onProgress?: (progress: ReadingProgress) => void
}

/**
 * Reads the rows of a file by its plan, in batches of at most 1,000 candidates and rejections, with bounded
 * memory for a file of any size. Every row of the file comes out as one or the other; only blank lines do not. Throws
 * `unreadable-input` when the file was changed since the plan was made, and `cancelled` when it is stopped.
 */
export async function* readRows<K extends ImportKind>(
  path: string,
  plan: ImportPlan & { kind: K },
  options: ReadRowsOptions = {},
): AsyncGenerator<RowBatch<K>> {
  const file = await statInput(path, options)
  const read: RowReader<CandidateOf[K]> = readers[plan.kind](plan)
  const form = { encoding: plan.encoding, delimiter: plan.delimiter, width: plan.columns.length }
  let headerIsToCome = plan.headerLine !== null
  let batch: RowBatch<K> = { candidates: [], rejections: [] }
  let rows = 0
  for await (const { records, bytesRead } of readRecords(file, form, options)) {
    for (const record of records) {
      if (!isRow(record, plan.headerLine)) {
        if (record.line === plan.headerLine) {
          // Under a line with a stray quotation mark even the headings may count as torn; then they cannot be compared.
          if (record.fault === null) requireSameHeader(file, plan, record)
          headerIsToCome = false
        }
        continue
      }
      if (headerIsToCome) throw changed(file)
      takeRow(plan, read, record, batch)
      if (batch.candidates.length + batch.rejections.length < batchSize) continue
      rows += batchSize
      yield batch
      throwIfStopped(options)
      batch = { candidates: [], rejections: [] }
    }
    const pending = batch.candidates.length + batch.rejections.length
    options.onProgress?.({ rows: rows + pending, bytesRead, fileBytes: file.bytes })
  }
  if (headerIsToCome) throw changed(file)
  if (batch.candidates.length + batch.rejections.length > 0) yield batch
}

function takeRow<K extends ImportKind>(
  plan: ImportPlan,
  read: RowReader<CandidateOf[K]>,
  { line, cells, fault }: CsvRecord,
  batch: RowBatch<K>,
): void {
  const result = fault ?? tooManyCells(plan, cells) ?? read(cells, line)
  if (typeof result === 'string') batch.rejections.push(rejection(line, result, cells))
  else batch.candidates.push(result)
}

function rejection(line: number, reason: string, cells: string[]): Rejection {
  return { line, reason, cells }
}

/** More values than columns: one was cut in two, and everything after it would go to the wrong field. */
function tooManyCells({ columns, delimiter }: ImportPlan, cells: readonly string[]): string | null {
  if (cells.length <= columns.length) return null
  for (let index = columns.length; index < cells.length; index += 1) {
    if (cells[index]?.trim() === '') continue
    const sign = delimiter === '\t' ? 'a tab' : `“${delimiter}”`
    return (
      `This row has ${cells.length} values for ${columns.length} columns. ` +
      `A value with ${sign} in it needs quotation marks around it.`
    )
  }
  return null
}

function requireSameHeader(file: InputFile, plan: ImportPlan, { cells }: CsvRecord): void {
  const names = columnNames(plan.columns.map((_, index) => cells[index] ?? ''))
  if (names.some((name, index) => name !== plan.columns[index])) throw changed(file)
}

function changed(file: InputFile): AppError {
  return new AppError(
    'unreadable-input',
    `“${file.name}” was changed since Coppice looked at it. Choose it once more.`,
  )
}
