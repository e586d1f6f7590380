import type { DocumentSection } from '@shared/domain/documentSection'
import type { RecordDocument } from '@shared/domain/memberDocument'
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { pageFooter } from './docx'
import { docxEntry } from './docxEntry'
import { type DocxBlock, type ListCounter, notesToDocx, textParagraph } from './docxNotes'
import { reportStyles, tableBorders, tableMargins } from './docxStyles'

/** A member's record as a Word document. */
export async function recordDocx(record: RecordDocument): Promise<Uint8Array> {
  const { title, programName, generatedOn, reading, label, note, sections } = record
  const counter = { lists: 0 }
  const document = new Document({
    title,
    description: `${label}. ${note}`,
    keywords: 'mentoring, personal record',
    creator: 'Coppice',
    lastModifiedBy: 'Coppice',
    styles: reportStyles,
    sections: [
      {
        footers: { default: pageFooter(`${programName} · ${label}`) },
        children: [
          textParagraph(title, { heading: HeadingLevel.TITLE }),
          textParagraph(`${programName} · made on ${generatedOn}`, { style: 'Subtitle' }),
          textParagraph(reading, { style: 'Reading' }),
          new Paragraph({ children: [new TextRun({ text: `${label}. `, bold: true }), new TextRun(note)] }),
          ...sections.flatMap((section) => sectionBlocks(section, counter)),
        ],
      },
    ],
  })
  return await Packer.toBuffer(document)
}

function sectionBlocks(section: DocumentSection, counter: ListCounter): DocxBlock[] {
  const { title, facts, lines, passages, sessions } = section
  return [
    textParagraph(title, { heading: HeadingLevel.HEADING_1 }),
    ...(facts.length === 0 ? [] : [factTable(facts)]),
    ...lines.map(({ text, detail }) => lineParagraph(text, detail)),
    ...passages.flatMap(({ from, text }) => [
      textParagraph(from, { style: 'Label' }),
      ...notesToDocx(text, counter),
    ]),
    ...sessions.flatMap((entry) => docxEntry(entry, counter)),
  ]
}

function lineParagraph(text: string, detail: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun(text),
      ...(detail === '' ? [] : [new TextRun({ text: detail, color: '5A6055', size: 19, break: 1 })]),
    ],
  })
}

function factTable(facts: readonly (readonly [label: string, value: string])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [2400, 7000],
    borders: tableBorders,
    margins: tableMargins,
    rows: facts.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              children: [textParagraph(label, { spacing: { after: 20 } }, { color: '5A6055' })],
            }),
            new TableCell({ children: [textParagraph(value, { spacing: { after: 20 } })] }),
          ],
        }),
    ),
  })
}
