import { redactionLabels, type SummaryEntry } from '@shared/domain/redaction'
import type { SummaryShape } from '@shared/domain/report/design'
import type { SummaryFigures, SummaryHeader } from '@shared/domain/sessionSummary'
import { monthWords, plural } from '@shared/domain/summaryWords'
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopPosition,
  TabStopType,
  TextRun,
} from 'docx'
import { docxEntry } from './docxEntry'
import { type DocxBlock, textParagraph } from './docxNotes'
import { reportStyles } from './docxStyles'
import { headedTable, textCell } from './docxTable'
import { logoBlocks, wordingBlocks } from './docxWording'

/** Which of how many documents a report is cut into, counted from 1. */
export interface DocxPart {
  part: number
  parts: number
}

/**
 * A Word document of a report's head and some of its sessions. The library builds it in memory, about 60 kB a
 * session, so a long report is made of several; the figures stand in the first.
 */
export async function docxDocument(
  { header, shape }: { header: SummaryHeader; shape: SummaryShape },
  entries: readonly SummaryEntry[],
  { part, parts }: DocxPart,
): Promise<Uint8Array> {
  const counter = { lists: 0 }
  const sections: Record<string, () => DocxBlock[]> = {
    figures: () => (part === 1 ? figureBlocks(header.figures) : []),
    topics: () => (part === 1 ? topicBlocks(header.figures) : []),
    sessions: () => [
      ...(entries.length === 0 ? [] : [textParagraph('Sessions', { heading: HeadingLevel.HEADING_1 })]),
      ...entries.flatMap((entry) => docxEntry(entry, counter)),
    ],
  }
  const blocks = [
    ...(part === 1 ? logoBlocks(shape.logo) : []),
    ...headBlocks(header, { part, parts }),
    ...(part === 1 ? wordingBlocks(shape.opening, counter) : []),
    ...shape.sections.flatMap((key) => sections[key]?.() ?? []),
    ...(part === parts ? wordingBlocks(shape.closing, counter) : []),
  ]
  const label = redactionLabels[header.redaction]
  const document = new Document({
    title: header.title,
    subject: header.period,
    description: `${label}. ${header.redactionNote}`,
    keywords: 'mentoring, session summary',
    creator: 'Coppice',
    lastModifiedBy: 'Coppice',
    styles: reportStyles,
    sections: [{ footers: { default: pageFooter(`${header.programName} · ${label}`) }, children: blocks }],
  })
  return await Packer.toBuffer(document)
}

function headBlocks(header: SummaryHeader, { part, parts }: DocxPart): DocxBlock[] {
  const facts = [header.programName, header.period, `made on ${header.generatedOn}`]
  if (parts > 1) facts.push(`part ${part} of ${parts}`)
  return [
    textParagraph(header.title, { heading: HeadingLevel.TITLE }),
    textParagraph(facts.join(' · '), { style: 'Subtitle' }),
    textParagraph(header.reading, { style: 'Reading' }),
    new Paragraph({
      children: [
        new TextRun({ text: `${redactionLabels[header.redaction]}. `, bold: true }),
        new TextRun(header.redactionNote),
      ],
    }),
  ]
}

function figureBlocks({ sessions, months, media }: SummaryFigures): DocxBlock[] {
  if (sessions === 0) return []
  const rows = months.map((month) => {
    const known = month.sessions === 0 || month.unknownMinutes < month.sessions
    return [monthWords(month.month), String(month.sessions), known ? String(month.minutes) : 'unknown']
  })
  const met = media.map(({ medium, sessions: held }) => `${medium ?? 'unknown'} ${held}`)
  return [
    textParagraph('Figures', { heading: HeadingLevel.HEADING_1 }),
    monthTable(rows),
    textParagraph(`How they met: ${met.join(', ')}`, { spacing: { before: 200 } }),
  ]
}

function topicBlocks({ topics, unnamedTopics }: SummaryFigures): DocxBlock[] {
  const named = topics.map(({ topic, sessions }) => `${topic} ${sessions}`)
  if (unnamedTopics > 0) named.push(`${plural(unnamedTopics, 'topic')} not named`)
  return named.length === 0 ? [] : [textParagraph(`Topics: ${named.join(', ')}`, {})]
}

function monthTable(rows: readonly (readonly string[])[]): Table {
  const cells = [['Month', 'Sessions', 'Minutes'], ...rows].map((texts, row) =>
    texts.map((text, column) => textCell(text, column === 0 ? 'START' : 'END', { bold: row === 0 })),
  )
  return headedTable(cells, 60)
}

/** A line with the number of each page. */
export function pageFooter(text: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX }],
        children: [
          new TextRun(text),
          new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}
