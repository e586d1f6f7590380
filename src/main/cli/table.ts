import { shownText } from './terminal'

export type Cell = string | number | null

const gap = '  '
const widest = 44

/** A table as text, its columns in line; figures stand to the right, what is unknown is a dash. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map(cellText))
  const columns = header.map((heading, column) => {
    const figures = rows.some((row) => typeof row[column] === 'number')
    const width = texts.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? '')), lengthOf(heading))
    return { heading, figures, width }
  })
  const line = (cells: readonly string[]) =>
    columns
      .map(({ figures, width }, column) => filled(cells[column] ?? '', width, figures))
      .join(gap)
      .trimEnd()
  const rule = columns.map(({ width }) => '─'.repeat(width)).join(gap)
  return [line(header), rule, ...texts.map(line)].map((text) => `${text}\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null || cell === '') return '–'
  if (typeof cell === 'number') return cell.toLocaleString('en')
  const letters = [...shownText(cell).replace(/\s+/g, ' ').trim()]
  return letters.length > widest ? `${letters.slice(0, widest - 1).join('')}…` : letters.join('')
}

function filled(text: string, width: number, atEnd: boolean): string {
  const space = ' '.repeat(width - lengthOf(text))
  return atEnd ? space + text : text + space
}

function lengthOf(text: string): number {
  return [...text].length
}
