import type { Delimiter, FileEncoding } from '@shared/domain/imports'
import { AppError } from '@shared/errors'
import { parse } from 'csv-parse/sync'
import { readText } from './decode'
import type { Stop } from './inputErrors'
import type { InputFile } from './openInput'
import { type Frame, type FrameFault, lineSeparator, longestRecord, RecordFramer } from './recordFrames'

export interface CsvRecord {
  /** Physical line on which the record starts, from 1. */
  line: number
  cells: string[]
  /** Why the record cannot be read, as a sentence; its one cell is then the line as it stands. */
  fault: string | null
}

/** Turns text, given in parts, into records. Lines without anything in them are passed over. */
export class CsvReader {
  readonly #framer: RecordFramer

  /**
   * `width` is the number of columns, where it is known: it tells a row from the inside of a broken record.
   */
  constructor(
    private readonly delimiter: Delimiter,
    private readonly width: number | null = null,
  ) {
    this.#framer = new RecordFramer(delimiter)
  }

  /** The records that are complete with this part; `end` says that it is the last one. */
  push(part: string, end: boolean): CsvRecord[] {
    const frames = this.#framer.push(part, end)
    const quoted = this.#cellsOfQuoted(frames)
    const records: CsvRecord[] = []
    let taken = 0
    for (const frame of frames) {
      if (frame.fault !== null) {
        records.push({ line: frame.line, cells: [frame.text], fault: faultSentences[frame.fault] })
        continue
      }
      const written = frame.quoted ? (quoted[taken++] ?? []) : frame.text.split(this.delimiter)
      const cells = frame.text.includes(lineSeparator) ? written.map(withLines) : written
      if (isBlank(cells)) continue
      const torn = frame.suspect && this.width !== null && cells.length !== this.width
      if (torn) records.push({ line: frame.line, cells: [frame.text], fault: tornSentence })
      else records.push({ line: frame.line, cells, fault: null })
    }
    return records
  }

  #cellsOfQuoted(frames: Frame[]): string[][] {
    const texts: string[] = []
    for (const frame of frames) if (frame.quoted && frame.fault === null) texts.push(frame.text)
    if (texts.length === 0) return []
    const records = parse(texts.join('\n'), {
      delimiter: this.delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 0,
    })
    if (records.length !== texts.length) {
      throw new AppError('unreadable-input', 'The quotation marks of this file could not be understood.')
    }
    return records
  }
}

/** A part of a file's records, and how many bytes of the file were read so far. */
export interface RecordPart {
  records: CsvRecord[]
  bytesRead: number
}

/** The records of a file in parts, in order. */
export async function* readRecords(
  file: InputFile,
  form: { encoding: FileEncoding; delimiter: Delimiter; width: number | null },
  stop: Stop,
): AsyncGenerator<RecordPart> {
  const reader = new CsvReader(form.delimiter, form.width)
  for await (const { text, bytesRead } of readText(file, form.encoding, stop)) {
    yield { records: reader.push(text, false), bytesRead }
  }
  yield { records: reader.push('', true), bytesRead: file.bytes }
}

/** The records of a whole text. */
export function recordsOf(text: string, delimiter: Delimiter): CsvRecord[] {
  return new CsvReader(delimiter).push(text, true)
}

const tornSentence =
  'This line belongs to a row above it whose quotation marks do not match, so it cannot be read by itself.'

const faultSentences: Readonly<Record<FrameFault, string>> = {
  'text after closing quote':
    'A value starts with a quotation mark, and there is text after the mark that closes it. ' +
    'Quotation marks inside a value are written twice.',
  'quote never closed': 'A value starts with a quotation mark that is never closed.',
  'too long': `This line is longer than ${longestRecord.toLocaleString('en-GB')} characters, which no row is.`,
}

function withLines(cell: string): string {
  return cell.replaceAll(lineSeparator, '\n')
}

function isBlank(cells: string[]): boolean {
  for (const cell of cells) if (cell.trim() !== '') return false
  return true
}
