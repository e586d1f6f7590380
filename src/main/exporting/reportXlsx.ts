import type { Cell, CellKind, Report, ReportTable } from '@shared/domain/report/report'
import { capital, cellText } from '@shared/domain/report/words'
import { utcDate } from '@shared/domain/summaryWords'
import type { PendingFile } from './atomicFile'
import { leanShades } from './reportPictures'
import { wordingFacts } from './wordingText'
import { addAbout, addSheet, type Column, openWorkbook, type SheetPicture } from './xlsxSheet'

/** Excel's limit. */
const longestName = 31

const formats: Partial<Record<CellKind, Column<Cell[]>['format']>> = {
  count: 'number',
  decimal: 'decimal',
  index: 'decimal',
  share: 'share',
  day: 'date',
  change: 'change',
}

/** By the words that stand in the cells. */
const shades = Object.fromEntries(leanShades.map(([lean, colour]) => [cellText(lean, 'lean'), colour]))

/** Writes a workbook: what the report says in sentences, then a sheet for each table, with typed cells. */
export async function writeReportXlsx(report: Report, file: PendingFile): Promise<void> {
  const workbook = openWorkbook(report, file)
  await workbook.fill(async (book) => {
    addAbout(book, [
      [capital(report.about), report.title],
      ...wordingFacts(report.wording).before,
      ['Dates', report.period],
      ['In short', report.reading],
      ...report.sections.map(({ title, sentences }) => [title, sentences.join(' ')] as const),
      ['Left out', `${report.label}. ${report.note}`],
      ['Program file', report.programName],
      ['Made on', report.generatedOn],
      ...wordingFacts(report.wording).after,
    ])
    for (const table of report.sections.flatMap(({ tables }) => tables)) {
      const name = table.title.slice(0, longestName).trim()
      const sheet = addSheet(book, name, columnsOf(table), pictureOf(table))
      for (const row of table.rows) sheet.add(row)
      sheet.end()
    }
  })
}

function columnsOf({ columns }: ReportTable): Column<Cell[]>[] {
  return columns.map(({ title, kind }, at) => {
    const format = formats[kind]
    return {
      header: title,
      width: at === 0 ? 34 : kind === 'text' ? 40 : 15,
      ...(format === undefined ? {} : { format }),
      cell: (row) => typedCell(row[at] ?? null, kind),
    }
  })
}

function typedCell(cell: Cell, kind: CellKind): ReturnType<Column<Cell[]>['cell']> {
  if (kind === 'lean') return cellText(cell, kind)
  if (typeof cell !== 'string') return cell
  if (kind === 'day') return utcDate(cell) ?? cell
  return kind === 'month' ? cellText(cell, kind) : cell
}

function pictureOf({ picture }: ReportTable): SheetPicture | undefined {
  if (picture === null) return undefined
  return picture === 'matrix' ? { shades } : { strength: true }
}
