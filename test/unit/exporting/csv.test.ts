import { readFileSync } from 'node:fs'
import { exportSessions } from '@main/exporting'
import { csvText, guardFormula, writeCsvTable } from '@main/exporting/csvText'
import { writeRejectedRows } from '@main/exporting/rejectedRows'
import { cleanText } from '@shared/domain/markdownText'
import { mentionText } from '@shared/domain/mentions'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourceOf, testFolder } from './files'
import { hostileScope, hostileText, markedSessions } from './hostile'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()

/** What a spreadsheet program would compute instead of show, as it sees a cell without the blanks before it. */
function isFormula(cell: string): boolean {
  const first = cell.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+/u, '').charAt(0)
  return '=+-@＝＋－＠'.includes(first) && first !== ''
}

function rowsOf(csv: string): string[][] {
  return parse(csv, { bom: true, record_delimiter: '\r\n', relax_column_count: false })
}

test('any table is read back as it was, but for the guard, and no cell is a formula', () => {
  const cell = fc.oneof(
    hostileText,
    fc.string(),
    fc.constantFrom('', '-', '=', ' ＝A1', '\u00A0+1', '\t', "'=1"),
  )
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    )
  fc.assert(
    fc.property(table, (any) => {
      // Half a surrogate pair cannot be written in UTF-8.
      const rows = any.map((row) => row.map((text) => text.toWellFormed()))
      // A row of one empty cell is an empty line, which readers skip.
      fc.pre(rows.every((row) => row.length > 1 || row[0] !== ''))
      const read = rowsOf(csvText(any))
      expect(read).toEqual(rows.map((row) => row.map(guardFormula)))
      for (const text of read.flat()) expect(isFormula(text)).toBe(false)
      rows.flat().forEach((text, index) => {
        const back = read.flat()[index]
        expect(back === text || back === `'${text}`).toBe(true)
      })
    }),
    { numRuns: 500 },
  )
})

test('a table is written just as csv-stringify writes it', () => {
  const cell = fc.oneof(
    hostileText,
    fc.string(),
    fc.constantFrom('', '"', ',', '\r', '\n', '\r\n', 'a "b", c', ' a ', '\u2028'),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (table) => {
      const guarded = table.map((row) =>
        row.map((any) => (typeof any === 'string' ? guardFormula(any) : any)),
      )
      expect(csvText(table)).toBe(
        stringify(guarded, { record_delimiter: '\r\n', quote_record_delimiter: true }),
      )
    }),
    { numRuns: 500 },
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1', '－2', '\uFEFF=1'])(
  'a text that begins like a formula is guarded: %j',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
  },
)

test.each(['a=b', '1-2', 'Ann@example.org', '(=1)', '“=1”', ''])(
  'other texts stay as they are: %j',
  (text) => {
    expect(guardFormula(text)).toBe(text)
  },
)

test('numbers are numbers, negative ones too, and unknown is empty', () => {
  expect(csvText([[-5, 0, null, '']])).toBe('-5,0,,\r\n')
})

test('sessions come back from a file with their dates, lengths and texts', async () => {
  await fc.assert(
    fc.asyncProperty(markedSessions, async (sessions) => {
      const path = folder.path('report.csv')
      await exportSessions('csv', sourceOf(hostileScope, sessions, 'none'), path)
      const bytes = readFileSync(path)
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const [header = [], ...rows] = rowsOf(bytes.toString('utf8'))
      expect(rows).toHaveLength(sessions.length)
      const column = (name: string, row: number) => rows[row]?.[header.indexOf(name)]
      sessions.forEach((session, row) => {
        expect(column('date', row)).toBe(session.heldOn)
        expect(column('minutes', row)).toBe(session.minutes === null ? '' : String(session.minutes))
        expect(column('notes', row)).toBe(guardFormula(mentionText(cleanText(session.notes))))
        expect(column('agenda', row)).toBe(guardFormula(cleanText(session.agenda ?? '')))
        expect(column('redaction', row)).toBe('Complete, private notes included')
      })
      for (const cell of rows.flat()) expect(isFormula(cell)).toBe(false)
    }),
    { numRuns: 100 },
  )
})

test('a report of figures is a table of figures', async () => {
  const path = folder.path('report.csv')
  await exportSessions('csv', sourceOf(sampleScope, sampleSessions, 'figures'), path)
  const rows = rowsOf(readFileSync(path, 'utf8')).map((row) => row.slice(0, 5).join('|'))
  expect(rows[0]).toBe('figure|item|sessions|minutes|count')
  expect(rows).toContain('all sessions||12|700|')
  expect(rows).toContain('month|2026-03|3|195|')
  // April has one session of unknown length: its minutes are unknown, not zero.
  expect(rows).toContain('month|2026-04|1||')
  expect(rows).toContain('month|2026-07|0|0|')
  expect(rows).toContain('people||||5')
})

test('a table of any length goes into one file', async () => {
  const path = folder.path('table.csv')
  await writeCsvTable(
    path,
    ['n', '=text'],
    Array.from({ length: 1234 }, (_, n) => [n, `row ${n}`]),
  )
  const rows = rowsOf(readFileSync(path, 'utf8'))
  expect(rows).toHaveLength(1235)
  expect(rows[0]).toEqual(['n', "'=text"])
  expect(rows[1234]).toEqual(['1233', 'row 1233'])
})

test('rejected rows carry their line, their reason and all of their cells', async () => {
  const path = folder.path('rejected.csv')
  await writeRejectedRows(
    path,
    ['Name', 'E-mail'],
    [
      { line: 3, reason: 'This does not look like an e-mail address.', cells: ['Mira', 'mira at work'] },
      { line: 7, reason: 'The name is missing.', cells: ['', '=cmd()', 'one too many'] },
      { line: 9, reason: 'The row is too short.', cells: ['Rui'] },
    ],
  )
  expect(rowsOf(readFileSync(path, 'utf8'))).toEqual([
    ['line', 'reason', 'Name', 'E-mail', 'column 3'],
    ['3', 'This does not look like an e-mail address.', 'Mira', 'mira at work', ''],
    ['7', 'The name is missing.', '', "'=cmd()", 'one too many'],
    ['9', 'The row is too short.', 'Rui', '', ''],
  ])
})
