import { type Cell, table } from './table'
import type { Terminal } from './terminal'

/** A list of records as it comes, and how it looks as a table. */
export interface Records<T> {
  /** `total` is how many there are, as far as they were counted. */
  pages: AsyncIterable<{ total: number; rows: readonly T[] }>
  header: readonly string[]
  row(record: T): readonly Cell[]
  /** What is said when there are none. */
  nothing: string
}

/** Prints records as a JSON array, one a line and as they come, or as a table. */
export async function tellRecords<T>(terminal: Terminal, records: Records<T>, json: boolean): Promise<void> {
  if (json) await printArray(terminal, records)
  else await printTable(terminal, records)
}

async function printArray<T>(terminal: Terminal, { pages }: Records<T>): Promise<void> {
  let before = '['
  for await (const { rows } of pages) {
    const lines = rows.map((record) => {
      const line = `${before}\n${JSON.stringify(record)}`
      before = ','
      return line
    })
    await terminal.print(lines.join(''))
  }
  await terminal.print(before === '[' ? '[]\n' : '\n]\n')
}

async function printTable<T>(terminal: Terminal, { pages, header, row, nothing }: Records<T>): Promise<void> {
  const cells: (readonly Cell[])[] = []
  let count = 0
  for await (const { total, rows } of pages) {
    count = Math.max(count, total)
    for (const record of rows) cells.push(row(record))
  }
  if (cells.length === 0) terminal.say(nothing)
  else await terminal.print(table(header, cells, terminal.width))
  if (count > cells.length) {
    terminal.say(
      `${cells.length.toLocaleString('en')} of ${count.toLocaleString('en')} are shown; --limit shows more.`,
    )
  }
}
