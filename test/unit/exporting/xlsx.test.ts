import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { exportSessions } from '@main/exporting'
import { textCell } from '@main/exporting/xlsxSheet'
import { cleanText } from '@shared/domain/markdownText'
import { mentionText } from '@shared/domain/mentions'
import { redactionLevels } from '@shared/domain/vocabulary'
import Excel from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourceOf, testFolder } from './files'
import { hostileScope, markedSessions } from './hostile'
import { unzipTexts } from './packages'
import { sampleScope, sampleSessions } from './sampleSessions'

const folder = testFolder()

async function readBook(path: string): Promise<Excel.Workbook> {
  const book = new Excel.Workbook()
  await book.xlsx.readFile(path)
  return book
}

function sheetOf(book: Excel.Workbook, name: string): Excel.Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`)
  return sheet
}

/** The texts of a sheet by their cells, out of its XML: exceljs reads what looks like a reference twice. */
function textCells(xml: string): Map<string, string> {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  const cells = xml.matchAll(/<c r="(\w+)"[^>]* t="str"><v>([^<]*)<\/v><\/c>/g)
  return new Map(
    [...cells].map(([, cell = '', text = '']) => [
      cell,
      text.replace(/&(\w+);/g, (_all, sign) => signs[sign] ?? '?'),
    ]),
  )
}

test('dates are dates, numbers are numbers and unknown is empty', async () => {
  const path = folder.path('report.xlsx')
  await exportSessions('xlsx', sourceOf(sampleScope, sampleSessions, 'none'), path)
  const book = await readBook(path)
  const sessions = sheetOf(book, 'Sessions')
  expect(sessions.getRow(1).getCell(1).value).toBe('Date')
  expect(sessions.getCell('A2').value).toEqual(new Date('2026-03-03T00:00:00Z'))
  expect(sessions.getCell('A2').numFmt).toBe('yyyy-mm-dd')
  expect(sessions.getCell('B2').value).toBe(90)
  expect(sessions.getCell('B5').value).toBeNull()
  expect(sessions.getCell('M2').value).toBe(5)
  expect(sessions.getCell('M3').value).toBeNull()
  expect(sessions.rowCount).toBe(13)
  expect(sessions.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sessions.autoFilter).toBe('A1:N13')
  const actions = sheetOf(book, 'Action items')
  expect(actions.getCell('C2').value).toEqual(new Date('2026-03-30T00:00:00Z'))
  expect(actions.getCell('C3').value).toBeNull()
  expect(actions.getCell('E4').value).toBe('open')
  expect(actions.rowCount).toBe(7)
})

test('the workbook says what it is about and what it leaves out', async () => {
  const path = folder.path('report.xlsx')
  await exportSessions('xlsx', sourceOf(sampleScope, sampleSessions, 'private'), path)
  const about = sheetOf(await readBook(path), 'About')
  expect(about.getCell('B1').value).toBe('Sessions of Mira Okafor')
  expect(about.getCell('B2').value).toBe('1 March to 30 November 2026')
  expect(about.getCell('B4').value).toMatch(
    /^Private notes left out\. The text of one session marked private/,
  )
})

test('a report of figures has no sheet of sessions', async () => {
  const path = folder.path('report.xlsx')
  await exportSessions('xlsx', sourceOf(sampleScope, sampleSessions, 'figures'), path)
  const book = await readBook(path)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Figures', 'About'])
  const figures = sheetOf(book, 'Figures')
  expect(figures.getCell('A2').value).toBe('all sessions')
  expect(figures.getCell('C2').value).toBe(12)
  expect(figures.getCell('D2').value).toBe(700)
})

test('a text is a text, whatever it begins with: no formula, no link, no error', async () => {
  await fc.assert(
    fc.asyncProperty(markedSessions, fc.constantFrom(...redactionLevels), async (sessions, redaction) => {
      const path = folder.path('report.xlsx')
      await exportSessions('xlsx', sourceOf(hostileScope, sessions, redaction), path)
      const book = await readBook(path)
      const plain = [
        Excel.ValueType.Null,
        Excel.ValueType.String,
        Excel.ValueType.Number,
        Excel.ValueType.Date,
      ]
      for (const sheet of book.worksheets) {
        sheet.eachRow((row) => row.eachCell((cell) => expect(plain).toContain(cell.type)))
      }
      if (redaction !== 'none') return
      const cells = textCells((await unzipTexts(path)).get('xl/worksheets/sheet1.xml') ?? '')
      sessions.forEach(({ notes }, index) => {
        expect(cells.get(`K${index + 2}`)).toBe(textCell(mentionText(cleanText(notes))))
      })
    }),
    { numRuns: 25 },
  )
})

test('a text that is longer than a cell is cut, and says so', () => {
  const cell = textCell('🎉'.repeat(20_000)) ?? ''
  expect(cell.length).toBeLessThanOrEqual(32_767)
  expect(cell).toMatch(/🎉\n?.?\n… \(cut here/u)
  expect(cell.isWellFormed()).toBe(true)
  expect(textCell('x'.repeat(32_767))).toHaveLength(32_767)
})

test("Excel's escapes in a text stay text", () => {
  expect(textCell('_x0041_ and _x_')).toBe('_x005F_x0041_ and _x_')
})

test('dates before the calendar of Excel are texts', async () => {
  const path = folder.path('report.xlsx')
  const old = sampleSessions.slice(0, 1).map((session) => ({ ...session, heldOn: '1899-12-31' }))
  await exportSessions('xlsx', sourceOf(sampleScope, old, 'none'), path)
  expect(sheetOf(await readBook(path), 'Sessions').getCell('A2').value).toBe('1899-12-31')
})

test('a workbook is made no faster than it is packed, so that little of it waits in memory', async () => {
  const [session] = sampleSessions
  if (!session) throw new Error('There is no session.')
  // Letters without any order take longer to be packed than to be written down.
  const notes = Array.from({ length: 8 }, () =>
    randomBytes(6000)
      .toString('base64')
      .replaceAll(/[^a-z]/gi, ' '),
  )
  const many = Array.from({ length: 6000 }, (_, index) => ({
    ...session,
    id: index + 1,
    notes: notes[index % notes.length] ?? '',
    actionItems: [],
  }))
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const waiting: number[] = []
  await exportSessions('xlsx', sourceOf(sampleScope, many, 'none', 100), folder.path('long.xlsx'), {
    onProgress: ({ done }) => {
      if (done % 1000 !== 0) return
      collect()
      waiting.push(process.memoryUsage().arrayBuffers / 2 ** 20)
    },
  })
  expect(waiting).toHaveLength(6)
  // As much as is just on its way, however much has gone before; in MB.
  expect(Math.max(...waiting.slice(2))).toBeLessThan(15)
})
