import { csvText } from '@main/exporting/csvText'
import { recordsOf } from '@main/importing/csv'
import { parse } from 'csv-parse/sync'
import spectrum from 'csv-spectrum'
import { beforeAll, expect, test } from 'vitest'

/** The examples of csv-spectrum: tables that have broken other readers. */

interface Example {
  name: string
  csv: string
  rows: Record<string, string>[]
}

let examples: Example[]
beforeAll(async () => {
  const found = await new Promise<Parameters<Parameters<typeof spectrum>[0]>[1]>((resolve, reject) =>
    spectrum((error, all) => (error ? reject(error) : resolve(all))),
  )
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  examples = found.map(({ name, csv, json }) => ({
    name,
    csv: text(csv),
    rows: [JSON.parse(text(json))].flat(),
  }))
})

function rowsOf(table: readonly string[][]): Record<string, string>[] {
  const [head = [], ...rows] = table
  return rows.map((cells) => Object.fromEntries(head.map((heading, at) => [heading, cells[at] ?? ''])))
}

test('an import reads each of them, however its lines end', () => {
  expect(examples.length).toBeGreaterThan(8)
  for (const { name, csv, rows } of examples) {
    const records = recordsOf(csv, ',')
    expect(
      records.filter(({ fault }) => fault !== null),
      name,
    ).toEqual([])
    expect(comparable(rowsOf(records.map(({ cells }) => cells))), name).toEqual(comparable(rows))
  }
})

test('an export writes each of them so that it is read back', () => {
  for (const { name, rows } of examples) {
    const head = Object.keys(rows[0] ?? {})
    const text = csvText([head, ...rows.map((row) => Object.values(row))])
    expect(rowsOf(parse(text, { record_delimiter: '\r\n' })), name).toEqual(rows)
  }
})

/** The examples tell line ends within a value apart in one of two ways, and have one telephone number wrong. */
function comparable(rows: readonly Record<string, string>[]): unknown {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([heading]) => heading !== 'Contact Phone Number')
        .map(([heading, cell]) => [heading, cell.replaceAll('\r\n', '\n')]),
    ),
  )
}
