import { setTimeout as sleep } from 'node:timers/promises'
import Excel from 'exceljs'
import type { PendingFile } from './atomicFile'

type Book = Excel.stream.xlsx.WorkbookWriter

const formats = {
  date: 'yyyy-mm-dd',
  number: '#,##0',
  decimal: '#,##0.##',
  share: '0%',
  change: '+#,##0;-#,##0;0',
} as const

/** What a cell may hold; a text that is empty, like null, makes an empty cell. */
type CellValue = string | number | Date | null

export interface Column<Row> {
  header: string
  /** In characters. */
  width: number
  format?: keyof typeof formats
  cell(row: Row): CellValue
}

/** The longest text that a cell of Excel holds, in UTF-16 units; a longer one makes the file "damaged". */
const longestText = 32_767
const cutNote = '\n… (cut here: a cell holds no more; the other formats have the whole text)'

/** A text as a cell has it: cut to what a cell holds, and never read as an escape such as `_x000D_`. */
export function textCell(text: string): string | null {
  if (text === '') return null
  const escaped = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  if (escaped.length <= longestText) return escaped
  return escaped.slice(0, longestText - cutNote.length).toWellFormed() + cutNote
}

/**
 * A sheet with a header that stays in sight and can filter. Rows leave memory as they are added. Values are
 * given as plain texts, numbers and dates, of which exceljs makes neither formulas nor links.
 */
export function addSheet<Row>(
  book: Book,
  name: string,
  columns: readonly Column<Row>[],
  picture?: SheetPicture,
) {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = columns.map(({ header, width, format }) => ({
    header,
    width,
    style: {
      alignment: { vertical: 'top' as const },
      ...(format === undefined ? {} : { numFmt: formats[format] }),
    },
  }))
  const head = sheet.getRow(1)
  head.font = { bold: true }
  head.border = { bottom: { style: 'thin', color: { argb: 'FF3E7A4E' } } }
  head.commit()
  let rows = 1
  return {
    add(row: Row): void {
      rows += 1
      sheet.addRow(columns.map(({ cell }) => cellValue(cell(row)))).commit()
    },
    /** Resolves when what was added has gone on to be packed, but for little: to be waited for again and again. */
    packed: () => packed(book, sheet),
    end(): void {
      if (rows > 1) addPicture(sheet, rows, columns.length, picture)
      sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows, column: columns.length } }
      sheet.commit()
    },
  }
}

/** How much of a sheet may wait to be packed, in bytes. */
const mostWaiting = 1_000_000

/** Workbooks whose file cannot be written any more; nothing of them will ever be packed. */
const broken = new WeakSet<Book>()

/** The library takes rows as fast as they come, and keeps in memory what it has not packed yet. */
async function packed(book: Book, sheet: Excel.Worksheet): Promise<void> {
  const { stream } = sheet as unknown as { stream: SheetStream }
  const waiting = () =>
    stream.pipes[0]?._writableState.length ?? stream.buffers.reduce((sum, { length }) => sum + length, 0)
  while (!broken.has(book) && waiting() > mostWaiting) await sleep(2)
}

/** What the library writes a sheet to: parts in memory, until somebody takes them. */
interface SheetStream {
  buffers: { length: number }[]
  /** Streams of the library's own kind, which tell in no other way how much waits in them. */
  pipes: { _writableState: { length: number } }[]
}

/**
 * What the cells show besides their values: the second column the stronger the more, or words by a colour each
 * (`RRGGBB`). The library’s bars in cells are none that every Excel opens.
 */
export type SheetPicture = { strength: true } | { shades: Readonly<Record<string, string>> }

function addPicture(
  sheet: Excel.Worksheet,
  rows: number,
  columns: number,
  picture: SheetPicture | undefined,
): void {
  if (picture === undefined) return
  if ('strength' in picture) {
    sheet.addConditionalFormatting({
      ref: `B2:B${rows}`,
      rules: [
        {
          type: 'colorScale',
          priority: 1,
          cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
          color: [{ argb: 'FFFFFFFF' }, { argb: 'FF8FB89A' }],
        },
      ],
    })
    return
  }
  const last = sheet.getColumn(columns).letter
  sheet.addConditionalFormatting({
    ref: `B2:${last}${rows}`,
    rules: Object.entries(picture.shades).map(([word, colour], at) => ({
      type: 'cellIs',
      operator: 'equal',
      priority: at + 1,
      formulae: [`"${word}"`],
      style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: `FF${colour}` } } },
    })),
  })
}

/** A sheet that says in sentences what the workbook is. */
export function addAbout(book: Book, facts: readonly (readonly [label: string, text: string])[]): void {
  const sheet = book.addWorksheet('About')
  sheet.columns = [
    { width: 18, style: { font: { bold: true }, alignment: { vertical: 'top' } } },
    { width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ]
  for (const [label, text] of [...facts, ['Made with', 'Coppice'] as const])
    sheet.addRow([label, textCell(text)]).commit()
  sheet.commit()
}

// Excel's calendar has no day before 1900, and a leap day too many until March of that year.
const firstDay = Date.UTC(1900, 2, 1)

function cellValue(value: CellValue): CellValue {
  if (typeof value === 'string') return textCell(value)
  if (value instanceof Date && value.getTime() < firstDay) return value.toISOString().slice(0, 10)
  return value
}

/**
 * A workbook that is written to a file while it is filled. `fill` ends when the workbook is whole, or throws
 * what went wrong, with the disk too.
 */
export function openWorkbook({ title }: { title: string }, file: PendingFile) {
  const output = file.writable()
  const failed = new Promise<never>((_resolve, reject) => {
    output.once('error', (error) => {
      broken.add(book)
      reject(error)
    })
  })
  // The promise may reject while nobody waits for it yet; `fill` waits for it in any case.
  failed.catch(() => undefined)
  const book = new Excel.stream.xlsx.WorkbookWriter({
    stream: output,
    useStyles: true,
    useSharedStrings: false,
  })
  book.creator = 'Coppice'
  book.lastModifiedBy = 'Coppice'
  book.title = title
  return {
    async fill(write: (book: Book) => Promise<void>): Promise<void> {
      await Promise.race([write(book).then(() => book.commit()), failed])
    },
  }
}
