import { isFormula } from '@shared/domain/spreadsheetText'
import { writeAtomically } from './atomicFile'

/** A text, a number or a date as text; null is unknown and makes an empty cell. */
export type CsvCell = string | number | null

/** The text with an apostrophe before it when a spreadsheet would otherwise compute it. */
export function guardFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text
}

/**
 * Rows as CSV by RFC 4180: commas, CRLF, quotes where they are needed. Texts are guarded against being read as
 * formulas; numbers stay numbers. Written out here, as csv-stringify takes as long for this as all the rest of an
 * export does; a property test holds them equal.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  let text = ''
  for (const row of rows) text += csvRow(row)
  return text
}

/** One row, with the end of its line. */
export function csvRow(row: readonly CsvCell[]): string {
  let text = ''
  let separator = ''
  for (const cell of row) {
    text += separator + cellText(cell)
    separator = ','
  }
  return `${text}\r\n`
}

/** What nearly every short text is: neither a formula nor in need of quotes. */
const plain = /^[A-Za-z0-9(*#][^",\r\n]*$/
const needsQuotes = /[",\r\n]/

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (plain.test(cell)) return cell
  const text = guardFormula(cell)
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Opens a CSV file; without it Excel reads the file in the machine's old code page. */
export const byteOrderMark = '\uFEFF'

/** Writes a table as a CSV file in UTF-8 with a byte order mark; the header is a row of texts. */
export async function writeCsvTable(
  path: string,
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Promise<string> {
  return await writeAtomically(path, async (file) => {
    await file.write(byteOrderMark + csvText([header]))
    let batch: (readonly CsvCell[])[] = []
    for (const row of rows) {
      batch.push(row)
      if (batch.length < 500) continue
      await file.write(csvText(batch))
      batch = []
    }
    await file.write(csvText(batch))
  })
}
