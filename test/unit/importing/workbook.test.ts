import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textCell } from '@main/exporting/xlsxSheet'
import { recordsOf } from '@main/importing/csv'
import { inspectFile } from '@main/importing/inspect'
import { statInput } from '@main/importing/openInput'
import { kindOf, numberText } from '@main/importing/workbook/numberFormats'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { zipped } from './zipped'

/** Excel workbooks as tables: what is on the sheet, on its lines, whoever wrote it. */

const folder = mkdtempSync(join(tmpdir(), 'coppice-workbook-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'People.xlsx')

async function table(content: Buffer | ExcelJS.Workbook): Promise<[line: number, ...cells: string[]][]> {
  if (Buffer.isBuffer(content)) writeFileSync(path, content)
  else await content.xlsx.writeFile(path)
  const { table: text } = await statInput(path)
  return recordsOf(text?.toString('utf8') ?? '', ',').map(({ line, cells }) => [line, ...cells])
}

function workbook(fill: (sheet: ExcelJS.Worksheet) => void): ExcelJS.Workbook {
  const made = new ExcelJS.Workbook()
  fill(made.addWorksheet('People'))
  return made
}

test('texts, numbers, days, yes and no, results of formulas and links are read as they are shown', async () => {
  const made = workbook((sheet) => {
    sheet.addRow(['Name', 'Phone', 'Joined', 'Met', 'At', 'Mentor', 'Sum', 'E-mail', 'About'])
    const row = sheet.addRow([
      'Mira, “the one”',
      491701234567,
      new Date(Date.UTC(2025, 1, 28)),
      new Date(Date.UTC(2026, 10, 26, 14, 30)),
      0.5,
      true,
      { formula: '1+1.5', result: 2.5 },
      { text: 'mira@x.example', hyperlink: 'mailto:mira@x.example' },
      'two\nlines',
    ])
    row.getCell(3).numFmt = 'dd.mm.yyyy'
    row.getCell(4).numFmt = 'yyyy-mm-dd hh:mm'
    row.getCell(5).numFmt = 'h:mm'
    sheet.getRow(5).getCell(1).value = {
      richText: [{ text: 'Ana ' }, { text: 'Abel', font: { bold: true } }],
    }
  })
  expect(await table(made)).toEqual([
    [1, 'Name', 'Phone', 'Joined', 'Met', 'At', 'Mentor', 'Sum', 'E-mail', 'About'],
    [
      2,
      'Mira, “the one”',
      '491701234567',
      '2025-02-28',
      '2026-11-26 14:30',
      '12:00',
      'yes',
      '2.5',
      'mira@x.example',
      'two\nlines',
    ],
    [5, 'Ana Abel'],
  ])
})

test('the first sheet with a table is taken, not a cover, an empty or a hidden one', async () => {
  const made = new ExcelJS.Workbook()
  made.addWorksheet('Empty')
  made.addWorksheet('Cover').addRow(['How to use this file'])
  const hidden = made.addWorksheet('Secret', { state: 'hidden' })
  hidden.addRows([['Name'], ['Hidden Person']])
  made.addWorksheet('People').addRows([
    ['Name', 'E-mail'],
    ['Ana Abel', 'ana@x.example'],
  ])
  expect(await table(made)).toEqual([
    [1, 'Name', 'E-mail'],
    [2, 'Ana Abel', 'ana@x.example'],
  ])
  const found = await inspectFile(path)
  expect(found).toMatchObject({ kind: 'members', mapping: ['name', 'email'], rowEstimate: 1 })
})

test('any texts come back, each on its row', async () => {
  // XML cannot hold control characters and lone halves of letters; spreadsheets write them otherwise.
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map(
      (text) =>
        `x${text.replace(/\r\n?|\u2028/g, '\n').replace(/[^\n\t\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')}`,
    )
    .filter((text) => !/_x[0-9a-f]{4}_/i.test(text))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 8 }),
      async (rows) => {
        const read = await table(workbook((sheet) => sheet.addRows(rows)))
        expect(read).toEqual(rows.map((row, index) => [index + 1, ...row]))
      },
    ),
    { numRuns: 40 },
  )
})

test('what a workbook writes as an escape is read as the text that it stands for', async () => {
  const written: [stored: string, shown: string][] = [
    ['one_x000D_\ntwo', 'one\ntwo'],
    ['_x005F_x000D_', '_x000D_'],
    ['_x005f_x005F_x005f_x0041_', '_x005F_x0041_'],
    ['_x0041_bel', 'Abel'],
    ['_x_ and _x00_ and x000D_', '_x_ and _x00_ and x000D_'],
  ]
  const stored = written.map(([value]) => value)
  const shown = written.map(([, value]) => value)
  const shared = workbook((sheet) => sheet.addRow(stored))
  expect(await table(shared)).toEqual([[1, ...shown]])
  const inCells = zipped(package_(sheet(`<row>${stored.map(text).join('')}</row>`)))
  expect(await table(inCells)).toEqual([[1, ...shown]])
  // And what Coppice writes itself comes back as it was.
  const texts = [...shown, ...stored]
  expect(await table(workbook((sheet) => sheet.addRow(texts.map(textCell))))).toEqual([[1, ...texts]])
})

test('formats of numbers', () => {
  const kinds = [
    'dd.mm.yyyy',
    '[$-409]mmm d, yy',
    'hh:mm:ss',
    '[h]:mm',
    '0.00',
    '"day" 0',
    '#,##0 [$€-407]',
    'General',
    'mmmm',
  ]
  expect(kinds.map(kindOf)).toEqual([
    'date',
    'date',
    'time',
    'length',
    'number',
    'number',
    'number',
    'number',
    'date',
  ])
  expect(numberText('60', 'date', false)).toBe('1900-02-28')
  expect(numberText('61', 'date', false)).toBe('1900-03-01')
  expect(numberText('44196', 'date', false)).toBe('2020-12-31')
  expect(numberText('42734', 'date', true)).toBe('2020-12-31')
  expect(numberText('1.0625', 'length', false)).toBe('25:30')
  expect(numberText('4.91701234567E+11', 'number', false)).toBe('491701234567')
  expect(numberText('1E-3', 'number', false)).toBe('0.001')
})

const package_ = (sheet: string, { main = 'xl/workbook.xml', more = '' } = {}) => [
  { name: '[Content_Types].xml', content: '<Types/>' },
  {
    name: '_rels/.rels',
    content: `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="${main}"/></Relationships>`,
  },
  {
    name: 'xl/workbook.xml',
    content: `${more}<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="b"/></sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content:
      '<Relationships><Relationship Id="b" Type="http://x/worksheet" Target="sheet.xml"/></Relationships>',
  },
  { name: 'xl/sheet.xml', content: sheet },
]

const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`

test('a workbook without numbers of rows and cells, as small writers make it', async () => {
  const rows = `<row>${text('Name')}${text('City')}</row><row>${text('Ana &amp; Bo')}${text('Lisbon')}</row>`
  expect(await table(zipped(package_(sheet(rows))))).toEqual([
    [1, 'Name', 'City'],
    [2, 'Ana & Bo', 'Lisbon'],
  ])
})

const bomb = Buffer.alloc(1_100_000_000 / 4, ' ')
const entities =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'

test.each<[string, () => Buffer, RegExp]>([
  [
    'an archive that unpacks to gigabytes',
    () => zipped(['a', 'b', 'c', 'd'].map((name) => ({ name: `xl/${name}`, content: bomb }))),
    /unpacks to far more than a list/,
  ],
  [
    'an archive that lies about it',
    () =>
      zipped(
        package_(sheet(' '.repeat(50_000_000))).map((file) =>
          file.name === 'xl/sheet.xml' ? { ...file, says: 1000 } : file,
        ),
      ),
    /cannot be read to its end/,
  ],
  ['entities', () => zipped(package_(sheet(''), { more: entities })), /cannot be read to its end/],
  ['elements without an end', () => zipped(package_('<a>'.repeat(1_000_000))), /cannot be read to its end/],
  [
    'a text without an end',
    () => zipped(package_(sheet(`<row>${text('x'.repeat(9_000_000))}</row>`))),
    /cannot be read/,
  ],
  [
    'a column beyond the last',
    () => zipped(package_(sheet('<row><c r="ZZZZ1"><v>1</v></c></row>'))),
    /cannot be read/,
  ],
  ['rows out of order', () => zipped(package_(sheet('<row r="5"/><row r="2"/>'))), /cannot be read/],
  [
    'a path that leaves the archive',
    () => zipped(package_('', { main: '../../../etc/passwd' })),
    /cannot be read/,
  ],
  ['an empty sheet', () => zipped(package_(sheet(''))), /no sheet with a table/],
  ['a cut-off file', () => zipped(package_(sheet(''))).subarray(0, 300), /cannot be read to its end/],
])('%s is refused in words', async (_, content, sentence) => {
  await expect(table(content())).rejects.toMatchObject({
    code: 'unreadable-input',
    message: expect.stringMatching(sentence),
  })
})
