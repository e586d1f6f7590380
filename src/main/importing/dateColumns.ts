import type {
  ColumnMapping,
  DateEvidence,
  DateReading,
  Delimiter,
  FileEncoding,
  ImportKind,
} from '@shared/domain/imports'
import { type CsvRecord, readRecords } from './csv'
import { DateOrderJudge } from './dateOrder'
import { isDaySerial } from './dateValues'
import type { Stop } from './inputErrors'
import type { InputFile } from './openInput'
import { isRow } from './sample'

const dateFields: Readonly<Record<ImportKind, readonly string[]>> = {
  members: ['joinedOn'],
  sessions: ['date', 'startTime', 'endTime'],
  interactions: ['at'],
}

export interface FileDates {
  reading: DateReading
  evidence: DateEvidence
  /** Columns in which every date of the sample is one of Excel's day numbers. */
  serialColumns: number[]
  /** How many rows the file has, where all of it was read. */
  rows: number | null
}

/**
 * Says in which order a file's dates stand: from the sample where no date in it depends on an order, else
 * from every row of the file, because its last row may be the one that proves it, or contradicts.
 */
export async function judgeFileDates(
  file: InputFile,
  form: { encoding: FileEncoding; delimiter: Delimiter; width: number; headerLine: number | null },
  kind: ImportKind,
  mapping: ColumnMapping,
  sample: readonly CsvRecord[],
  complete: boolean,
  stop: Stop,
): Promise<FileDates> {
  const columns = mapping.flatMap((field, index) =>
    field !== null && dateFields[kind].includes(field) ? [index] : [],
  )
  const serialColumns = columns.filter((column) => isSerialColumn(sample, column))
  const judged = columns.filter((column) => !serialColumns.includes(column))
  const first = new DateOrderJudge()
  for (const record of sample) for (const column of judged) first.add(record.cells[column] ?? '')
  const reading = first.reading()
  if (complete || reading === 'unambiguous' || reading === 'ymd') {
    return { reading, evidence: first.evidence, serialColumns, rows: null }
  }
  const whole = new DateOrderJudge()
  let rows = 0
  for await (const { records } of readRecords(file, form, stop)) {
    for (const record of records) {
      if (!isRow(record, form.headerLine)) continue
      rows += 1
      if (record.fault === null) for (const column of judged) whole.add(record.cells[column] ?? '')
    }
  }
  return { reading: whole.reading(), evidence: whole.evidence, serialColumns, rows }
}

function isSerialColumn(rows: readonly CsvRecord[], column: number): boolean {
  const values = rows.map(({ cells }) => (cells[column] ?? '').trim()).filter((value) => value !== '')
  return values.length > 0 && values.every(isDaySerial)
}
