import { writeCsvTable } from './csvText'

/** A row of an imported file that could not become a record. */
export interface RejectedRow {
  /** Line of the imported file, counted from 1. */
  line: number
  /** A sentence that says what to correct. */
  reason: string
  cells: string[]
}

/**
 * Writes the rows that an import left out as a CSV file: line, reason, then the columns of the imported file,
 * ready to be corrected and imported again. Cells beyond the header get the columns "column 7" and so on.
 */
export async function writeRejectedRows(
  path: string,
  header: readonly string[],
  rows: readonly RejectedRow[],
): Promise<void> {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), header.length)
  const columns = Array.from({ length: width }, (_, index) => header[index] ?? `column ${index + 1}`)
  await writeCsvTable(
    path,
    ['line', 'reason', ...columns],
    rows.map(({ line, reason, cells }) => [line, reason, ...columns.map((_, index) => cells[index] ?? '')]),
  )
}
