import type { WholeTable } from '@shared/domain/whole/description'
import type { WholeOptions, WholeRow, WholeSource } from '@shared/domain/whole/source'
import { type PendingFile, writeAtomically } from '../atomicFile'
import { Counter } from './counter'

/**
 * Writes everything into one JSON document, a record a line. Memory stays bounded however many there are.
 * @returns the path, and how many records it holds
 */
export async function writeWholeJson(
  source: WholeSource,
  path: string,
  options: WholeOptions,
): Promise<{ path: string; records: number }> {
  const counter = new Counter(source.header, options)
  const written = await writeAtomically(path, async (file) => {
    const head = JSON.stringify(source.header, null, 2)
    await file.write(`${head.slice(0, head.lastIndexOf('\n'))},\n  "tables": {`)
    let between = ''
    for (const table of source.description.tables) {
      await file.write(`${between}\n    ${JSON.stringify(table.name)}: [`)
      await writeRows(file, table, source.rows(table), counter)
      await file.write(']')
      between = ','
    }
    await file.write('\n  }\n}\n')
  })
  return { path: written, records: counter.done }
}

async function writeRows(
  file: PendingFile,
  { columns }: WholeTable,
  rows: Iterable<readonly WholeRow[]>,
  counter: Counter,
): Promise<void> {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`)
  let between = ''
  for (const batch of rows) {
    const lines = batch.map((row) => `\n      ${recordText(keys, row)}`)
    await file.write(between + lines.join(','))
    between = ','
    await counter.wrote(batch.length)
  }
  if (between !== '') await file.write('\n    ')
}

/** What is unknown is left out. */
function recordText(keys: readonly string[], row: WholeRow): string {
  let text = '{'
  for (const [at, value] of row.entries()) {
    if (value === null) continue
    text += `${text === '{' ? '' : ','}${keys[at]}${JSON.stringify(value)}`
  }
  return `${text}}`
}
