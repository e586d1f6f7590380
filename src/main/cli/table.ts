import { shownText } from './terminal'

export type Cell = string | number | null

const gap = '  '
const widest = 40

/**
 * A table as text, its columns in line; figures stand to the right, what is unknown is a dash. Long texts are cut,
 * in the last column only where the line would be longer than `lineLength` (null: as long as it likes).
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  lineLength: number | null,
): string {
  const texts = rows.map((row) =>
    row.map((cell, column) => cut(cellText(cell), column < header.length - 1 ? widest : null)),
  )
  const columns = header.map((heading, column) => {
    const figures = rows.some((row) => typeof row[column] === 'number')
    const width = texts.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? '')), lengthOf(heading))
    return { figures, width }
  })
  const line = (cells: readonly string[]) =>
    cut(
      columns
        .map(({ figures, width }, column) => filled(cells[column] ?? '', width, figures))
        .join(gap)
        .trimEnd(),
      lineLength,
    )
  const rule = header.map((heading, column) => {
    const last = column === header.length - 1
    return '─'.repeat(last ? lengthOf(heading) : (columns[column]?.width ?? 0))
  })
  return [header, rule, ...texts].map((cells) => `${line(cells)}\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null || cell === '') return '–'
  return typeof cell === 'number' ? cell.toLocaleString('en') : shownText(cell).replace(/\s+/g, ' ').trim()
}

function cut(text: string, length: number | null): string {
  if (length === null || text.length <= length) return text
  const letters = [...text]
  return letters.length > length ? `${letters.slice(0, length - 1).join('')}…` : text
}

function filled(text: string, width: number, atEnd: boolean): string {
  const space = ' '.repeat(width - lengthOf(text))
  return atEnd ? space + text : text + space
}

function lengthOf(text: string): number {
  return [...text].length
}
