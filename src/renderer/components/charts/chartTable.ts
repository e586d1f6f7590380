/** A chart's figures as rows: the accessible alternative of the picture and what is copied and exported. */

export type Cell = string | number | null

export interface ChartColumn {
  label: string
  kind: 'text' | 'number'
  /** How the cell reads on screen; without it, as it is. Copies and exports keep the raw value. */
  show?: (cell: Cell) => string
}

export interface ChartTable {
  columns: readonly ChartColumn[]
  /** One row each, cells in the order of the columns; null is unknown. */
  rows: readonly (readonly Cell[])[]
}

/** The two forms that are put on the clipboard together. */
export interface CopiedTable {
  text: string
  html: string
}

/** A cell as it reads on screen; unknown is a dash. */
export function showCell(cell: Cell, column: ChartColumn): string {
  if (cell === null) return '—'
  return column.show === undefined ? String(cell) : column.show(cell)
}

/** Things with a key by their place: two columns, or two rows, may well have the same name. */
export function keyed<T>(things: readonly T[]): { key: string; thing: T }[] {
  return things.map((thing, place) => ({ key: String(place), thing }))
}

/** Headings and raw rows for a CSV writer. */
export function tableRows(table: ChartTable): Cell[][] {
  return [table.columns.map((column) => column.label), ...table.rows.map((row) => [...row])]
}

/** The table for the clipboard: tab-separated text for sheets, HTML for documents; raw values, unknown empty. */
export function copyOf(table: ChartTable): CopiedTable {
  const rows = tableRows(table)
  const text = rows.map((row) => row.map((cell) => flat(inert(cell))).join('\t')).join('\n')
  const line = (row: readonly Cell[], tag: 'th' | 'td') =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(inert(cell))}</${tag}>`).join('')}</tr>`
  const html = rows.map((row, index) => line(row, index === 0 ? 'th' : 'td')).join('')
  return { text, html: `<table>${html}</table>` }
}

/** A spreadsheet runs pasted text that begins like a formula, and names are written by others. */
function inert(cell: Cell): string {
  if (typeof cell === 'string' && /^[=+\-@\t\r\n]/.test(cell)) return `'${cell}`
  return cell === null ? '' : String(cell)
}

function flat(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ')
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
