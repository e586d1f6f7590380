import { mentionText } from '@shared/domain/mentions'
import { redactionLabels, type SummaryEntry, withheldNote } from '@shared/domain/redaction'
import type { SessionDetail, SummaryShape } from '@shared/domain/report/design'
import { actionWords, placesOf } from '@shared/domain/summaryWords'
import type { RedactionLevel } from '@shared/domain/vocabulary'
import type { PendingFile } from './atomicFile'
import { byteOrderMark, type CsvCell, csvRow, csvText } from './csvText'
import { figureRows } from './figureTable'
import type { Report } from './source'

const sessionColumns: [name: string, cell: (entry: SummaryEntry) => CsvCell, detail?: SessionDetail][] = [
  ['date', (entry) => entry.heldOn],
  ['minutes', (entry) => entry.minutes],
  ['medium', (entry) => entry.medium],
  ['program', (entry) => entry.program],
  ['title', (entry) => entry.title],
  ['people', (entry) => entry.attendees.map(attendeeText).join('; ')],
  ['locations', (entry) => placesOf(entry, 'location').join('; ')],
  ['departments', (entry) => placesOf(entry, 'department').join('; ')],
  ['topics', (entry) => entry.topics.join('; ')],
  ['agenda', (entry) => entry.agenda, 'agenda'],
  ['notes', (entry) => (entry.withheld ? withheldNote : mentionText(entry.notes)), 'notes'],
  ['action items', (entry) => entry.actionItems.map(actionLine).join('\n'), 'actions'],
  ['rating', (entry) => entry.rating],
  ['confidentiality', (entry) => entry.confidentiality],
]

function attendeeText({ name, side }: SummaryEntry['attendees'][number]): string {
  return side === null ? name : `${name} (${side})`
}

function actionLine(item: SummaryEntry['actionItems'][number]): string {
  const who = actionWords(item)
  return `[${item.doneOn === null ? ' ' : 'x'}] ${item.text}${who === '' ? '' : ` (${who})`}`
}

/**
 * Writes one row a session, or for a report of figures one row a figure. The last column of every row says
 * what was left out, so that a row says it wherever it is copied to.
 */
export async function writeCsv(report: Report, file: PendingFile): Promise<void> {
  if (!report.tellsSessions) {
    const label = redactionLabels[report.header.redaction]
    const rows = figureRows(report.header.figures, report.shape)
    await file.write(
      byteOrderMark + csvText([['figure', 'item', 'sessions', 'minutes', 'count', 'redaction']]),
    )
    await file.write(
      csvText(rows.map((row) => [row.figure, row.item, row.sessions, row.minutes, row.count, label])),
    )
    return
  }
  await writeSessionRows(report.entries(), report.header.redaction, report.shape, file)
}

/** One row a session. */
export async function writeSessionRows(
  sessions: AsyncIterable<readonly SummaryEntry[]>,
  redaction: RedactionLevel,
  { details }: SummaryShape,
  file: PendingFile,
): Promise<void> {
  const label = redactionLabels[redaction]
  const columns = sessionColumns.filter(([, , detail]) => detail === undefined || details.includes(detail))
  const cells = [...columns.map(([, cell]) => cell), () => label]
  await file.write(byteOrderMark + csvRow([...columns.map(([name]) => name), 'redaction']))
  for await (const entries of sessions)
    for (const entry of entries) {
      const row = csvRow(cells.map((cell) => cell(entry)))
      if (!file.take(row)) await file.write(row)
    }
}
