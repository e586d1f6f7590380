import type { Delimiter, FileEncoding, FileForm } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { CsvReader, type CsvRecord } from './csv'
import { readText } from './decode'
import { detectDelimiter } from './delimiter'
import { emptyFile, type Stop } from './inputErrors'
import type { InputFile } from './openInput'
import { longestRecord } from './recordFrames'

const sampleChars = 256 * 1024

/** The beginning of a file, from which most is found out. */
export interface Sample {
  delimiter: Delimiter
  records: CsvRecord[]
  /** Whether these are all records that the file has. */
  complete: boolean
  /** How many bytes of the file they took. */
  bytesRead: number
}

/** Reads the beginning of a file into records. Throws `unreadable-input` when there is nothing in it. */
export async function readSample(
  file: InputFile,
  encoding: FileEncoding,
  chosen: Delimiter | undefined,
  stop: Stop,
): Promise<Sample> {
  let text = ''
  let bytesRead = 0
  let complete = true
  let wanted = sampleChars
  for await (const part of readText(file, encoding, stop)) {
    text += part.text
    bytesRead = part.bytesRead
    if (text.length < wanted || bytesRead >= file.bytes) continue
    const sample = sampleOf(text, chosen, false)
    if (sample.records.length > 0) return { ...sample, complete: false, bytesRead }
    // The first record is longer than the sample: its end may come yet.
    wanted = text.length * 2
    if (text.length > longestRecord * 2) complete = false
    if (!complete) break
  }
  const sample = sampleOf(text, chosen, true)
  if (sample.records.length === 0) throw emptyFile(file.name)
  return { ...sample, complete, bytesRead }
}

function sampleOf(
  text: string,
  chosen: Delimiter | undefined,
  end: boolean,
): Pick<Sample, 'delimiter' | 'records'> {
  const delimiter = chosen ?? detectDelimiter(text)
  return { delimiter, records: new CsvReader(delimiter).push(text, end) }
}

/** Whether a record is one of the rows: not the headings, nothing before them, and not Excel's hint. */
export function isRow(record: CsvRecord, headerLine: number | null): boolean {
  if (headerLine !== null) return record.line > headerLine
  return record.line !== 1 || !/^sep=/i.test(record.cells[0] ?? '')
}

/** What a file lacks that has nothing to import. */
const nothing: Readonly<Record<FileForm, string>> = {
  text: 'has column names and no rows under them',
  workbook: 'has column names and no rows under them',
  json: 'has no records',
  calendar: 'is a calendar without events, or holds only such as are left out',
  contacts: 'has no contact cards',
}

/** Throws `unreadable-input` when a sample has no rows that could be imported. */
export function requireRows(file: InputFile, rows: readonly CsvRecord[], headerLine: number | null): void {
  if (rows.length === 0 && headerLine !== null) {
    throw new AppError(
      'unreadable-input',
      `“${file.name}” ${nothing[file.form]}. Export it once more, or choose another file.`,
    )
  }
  const [first] = rows
  if (first === undefined) throw emptyFile(file.name)
  if (first.fault !== null && rows.every(({ fault }) => fault !== null)) {
    throw new AppError(
      'unreadable-input',
      `“${file.name}” could not be read as a table. Line ${first.line}: ${first.fault}`,
    )
  }
}
