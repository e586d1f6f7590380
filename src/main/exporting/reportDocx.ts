import type { Report, ReportSection } from '@shared/domain/report/report'
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { pageFooter } from './docx'
import { type DocxBlock, textParagraph } from './docxNotes'
import { reportStyles } from './docxStyles'
import { logoBlocks, wordingBlocks } from './docxWording'
import { reportTable } from './reportDocxTable'

/** The report of a program or a community as a Word document. */
export async function reportDocx(report: Report): Promise<Uint8Array> {
  const { about, title, programName, period, generatedOn, reading, label, note, sections, wording } = report
  const counter = { lists: 0 }
  const document = new Document({
    title,
    subject: period,
    description: `${label}. ${note}`,
    keywords: `mentoring, ${about} report`,
    creator: 'Coppice',
    lastModifiedBy: 'Coppice',
    styles: reportStyles,
    sections: [
      {
        footers: { default: pageFooter(`${programName} · ${label}`) },
        children: [
          ...logoBlocks(wording.logo),
          textParagraph(title, { heading: HeadingLevel.TITLE }),
          textParagraph([programName, period, `made on ${generatedOn}`].join(' · '), { style: 'Subtitle' }),
          textParagraph(reading, { style: 'Reading' }),
          new Paragraph({ children: [new TextRun({ text: `${label}. `, bold: true }), new TextRun(note)] }),
          ...wordingBlocks(wording.opening, counter),
          ...sections.flatMap(sectionBlocks),
          ...wordingBlocks(wording.closing, counter),
        ],
      },
    ],
  })
  return await Packer.toBuffer(document)
}

function sectionBlocks({ title, sentences, tables }: ReportSection): DocxBlock[] {
  return [
    textParagraph(title, { heading: HeadingLevel.HEADING_1 }),
    ...sentences.map((sentence) => textParagraph(sentence, {})),
    ...tables.flatMap((table) => [
      textParagraph(table.title, { style: 'Label' }),
      ...reportTable(table),
      textParagraph('', { style: 'TableEnd' }),
    ]),
  ]
}
