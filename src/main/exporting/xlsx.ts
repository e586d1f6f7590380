import { mentionText } from '@shared/domain/mentions'
import { redactionLabels, type SummaryEntry, withheldNote } from '@shared/domain/redaction'
import { type SessionDetail, type SummaryShape, usualShape } from '@shared/domain/report/design'
import type { SummaryHeader } from '@shared/domain/sessionSummary'
import { peopleWords, placesOf, utcDate } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import type ExcelJS from 'exceljs'
import type { PendingFile } from './atomicFile'
import { figureRows } from './figureTable'
import type { Report } from './source'
import { wordingFacts } from './wordingText'
import { addAbout, addSheet, type Column, openWorkbook } from './xlsxSheet'

/** The rows that a sheet of Excel holds below its header. */
const mostRows = 1_048_575

const sessionColumns: (Column<SummaryEntry> & { detail?: SessionDetail })[] = [
  { header: 'Date', width: 12, format: 'date', cell: (entry) => utcDate(entry.heldOn) ?? entry.heldOn },
  { header: 'Minutes', width: 9, format: 'number', cell: (entry) => entry.minutes },
  { header: 'Medium', width: 11, cell: (entry) => entry.medium },
  { header: 'Program', width: 20, cell: (entry) => entry.program },
  { header: 'Title', width: 34, cell: (entry) => entry.title },
  {
    header: 'People',
    width: 34,
    cell: (entry) => (entry.attendees.length === 0 ? null : peopleWords(entry)),
  },
  { header: 'Locations', width: 18, cell: (entry) => placesOf(entry, 'location').join(', ') },
  { header: 'Departments', width: 20, cell: (entry) => placesOf(entry, 'department').join(', ') },
  { header: 'Topics', width: 24, cell: (entry) => entry.topics.join(', ') },
  { header: 'Agenda', width: 30, detail: 'agenda', cell: (entry) => entry.agenda },
  {
    header: 'Notes',
    width: 70,
    detail: 'notes',
    cell: (entry) => (entry.withheld ? withheldNote : mentionText(entry.notes)),
  },
  {
    header: 'Open actions',
    width: 13,
    format: 'number',
    detail: 'actions',
    cell: ({ withheld, actionItems }) =>
      withheld ? null : actionItems.filter((item) => item.doneOn === null).length,
  },
  { header: 'Rating', width: 8, format: 'number', cell: (entry) => entry.rating },
  { header: 'Confidentiality', width: 15, cell: (entry) => entry.confidentiality },
]

interface ActionRow {
  entry: SummaryEntry
  item: SummaryEntry['actionItems'][number]
}

const actionColumns: Column<ActionRow>[] = [
  { header: 'Action item', width: 60, cell: ({ item }) => item.text },
  { header: 'Owner', width: 24, cell: ({ item }) => item.owner },
  { header: 'Due', width: 12, format: 'date', cell: ({ item }) => dateCell(item.dueOn) },
  { header: 'Done', width: 12, format: 'date', cell: ({ item }) => dateCell(item.doneOn) },
  { header: 'State', width: 9, cell: ({ item }) => (item.doneOn === null ? 'open' : 'done') },
  { header: 'Session', width: 12, format: 'date', cell: ({ entry }) => dateCell(entry.heldOn) },
  { header: 'People', width: 34, cell: ({ entry }) => peopleWords(entry) },
]

function dateCell(day: string | null): Date | string | null {
  return day === null ? null : (utcDate(day) ?? day)
}

const figureColumns: Column<ReturnType<typeof figureRows>[number]>[] = [
  { header: 'Figure', width: 28, cell: (row) => row.figure },
  { header: 'Of', width: 24, cell: (row) => row.item },
  { header: 'Sessions', width: 11, format: 'number', cell: (row) => row.sessions },
  { header: 'Minutes', width: 11, format: 'number', cell: (row) => row.minutes },
  { header: 'Count', width: 11, format: 'number', cell: (row) => row.count },
]

/**
 * Writes a workbook with the sheets Sessions, Action items, Figures and About; a report of figures has the
 * last two. Dates and numbers are typed, unknown cells are empty, and a text is always a text: no cell is a
 * formula or a link.
 */
export async function writeXlsx(report: Report, file: PendingFile): Promise<void> {
  const { header, shape, tellsSessions } = report
  if (tellsSessions) refuseTooMany(header)
  const workbook = openWorkbook(header, file)
  await workbook.fill(async (book) => {
    for (const sheet of sheetsOf(shape, tellsSessions)) {
      if (sheet === 'sessions') await fillSessions(book, report)
      else await fillSheet(book, 'Figures', figureColumns, [figureRows(header.figures, shape)])
    }
    addAbout(book, [
      ['Report', header.title],
      ...wordingFacts(shape).before,
      ['Dates', header.period],
      ['In short', header.reading],
      ['Left out', `${redactionLabels[header.redaction]}. ${header.redactionNote}`],
      ['Program file', header.programName],
      ['Made on', header.generatedOn],
      ...wordingFacts(shape).after,
    ])
  })
}

/** The sheets in the order of the sections; figures and topics share one. Without a design the sessions come first. */
function sheetsOf({ sections }: SummaryShape, tellsSessions: boolean): ('sessions' | 'figures')[] {
  const figures = sections.some((key) => key !== 'sessions') ? (['figures'] as const) : []
  if (!tellsSessions) return [...figures]
  const isUsual = sections.join() === usualShape.sections.join()
  return isUsual || sections[0] === 'sessions' ? ['sessions', ...figures] : [...figures, 'sessions']
}

async function fillSessions(book: ExcelJS.stream.xlsx.WorkbookWriter, report: Report): Promise<void> {
  const { details } = report.shape
  const columns = sessionColumns.filter(({ detail }) => detail === undefined || details.includes(detail))
  await fillSheet(book, 'Sessions', columns, report.entries())
  if (details.includes('actions')) await fillSheet(book, 'Action items', actionColumns, actionsOf(report))
}

function refuseTooMany({ figures }: SummaryHeader): void {
  const { open, done } = figures.actionItems
  if (figures.sessions <= mostRows && open + done <= mostRows) return
  throw new AppError(
    'invalid-input',
    'A sheet of Excel holds about a million rows, and this report has more. Choose a shorter period, or CSV.',
  )
}

async function* actionsOf(report: Report): AsyncGenerator<ActionRow[], void, undefined> {
  for await (const entries of report.entries({ counts: false })) {
    yield entries.flatMap((entry) => entry.actionItems.map((item) => ({ entry, item })))
  }
}

async function fillSheet<Row>(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  columns: readonly Column<Row>[],
  batches: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
): Promise<void> {
  const sheet = addSheet(book, name, columns)
  for await (const batch of batches) {
    for (const row of batch) sheet.add(row)
    await sheet.packed()
  }
  sheet.end()
}
