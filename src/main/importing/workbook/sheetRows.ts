import type { Archive } from './archive'
import { type NumberKind, numberText } from './numberFormats'
import { unescaped } from './sharedStrings'
import { parts } from './xml'

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  line: number
  cells: string[]
}

/** What the cells of a sheet refer to. */
export interface Lookup {
  strings: readonly string[]
  kinds: readonly NumberKind[]
  from1904: boolean
}

/** As many columns and rows as a spreadsheet can have (ECMA-376). */
const mostColumns = 16_384
const mostRows = 1_048_576

/** The rows of a sheet that have something in them, in order and in parts. */
export async function* sheetRows(
  archive: Archive,
  file: string,
  { strings, kinds, from1904 }: Lookup,
): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = []
  let row: SheetRow = { line: 0, cells: [] }
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let inPhonetic = false

  const cell = () => {
    if (type === 's') return strings[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'yes' : 'no'
    if (type === '' || type === 'n') return numberText(value, kinds[style] ?? 'number', from1904)
    return unescaped(value)
  }

  const reading = parts(archive.text(file), {
    open: (name, { r, t, s }) => {
      if (name === 'row') {
        const line = r === undefined ? row.line + 1 : Number(r)
        if (!(line > row.line && line <= mostRows)) throw new Error('Rows are out of order.')
        row = { line, cells: [] }
        column = -1
      } else if (name === 'c') {
        column = r === undefined ? column + 1 : columnOf(r)
        if (column >= mostColumns) throw new Error('There are too many columns.')
        type = t ?? ''
        style = Number(s ?? 0)
        value = ''
      } else if (name === 'rPh') inPhonetic = true
      else isValue = name === 'v' || (name === 't' && !inPhonetic)
    },
    text: (text) => {
      if (isValue) value += text
    },
    close: (name) => {
      isValue = false
      if (name === 'rPh') inPhonetic = false
      else if (name === 'c' && value !== '') row.cells[column] = cell()
      else if (name === 'row' && row.cells.length > 0) {
        rows.push({ line: row.line, cells: Array.from(row.cells, (text) => text ?? '') })
      }
    },
  })
  for await (const _ of reading) {
    if (rows.length === 0) continue
    yield rows
    rows = []
  }
}

/** "C7" → 2 */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/[^A-Z].*$/s, '')) column = column * 26 + letter.charCodeAt(0) - 64
  if (!(column >= 1 && column <= mostColumns)) throw new Error('There are too many columns.')
  return column - 1
}
