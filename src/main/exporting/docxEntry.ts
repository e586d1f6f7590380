import { type SummaryEntry, withheldNote } from '@shared/domain/redaction'
import {
  actionWords,
  confidentialityLabels,
  dayWords,
  factsOf,
  peopleWithSides,
} from '@shared/domain/summaryWords'
import { HeadingLevel, Paragraph, TextRun } from 'docx'
import { type DocxBlock, type ListCounter, notesToDocx, textParagraph } from './docxNotes'

/** A session as paragraphs and tables of Word, under a Heading 2. */
export function docxEntry(entry: SummaryEntry, counter: ListCounter): DocxBlock[] {
  const titled = entry.title !== null && entry.title.trim() !== ''
  const people = peopleWithSides(entry)
  const facts = [titled ? people : null, ...factsOf(entry), confidentialityLabels[entry.confidentiality]]
  const blocks: DocxBlock[] = [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children: [new TextRun(`${dayWords(entry.heldOn)}: ${titled ? entry.title : people}`)],
    }),
    textParagraph(facts.filter((fact) => fact !== null).join(' · '), { style: 'Facts' }),
  ]
  if (entry.withheld) blocks.push(textParagraph(withheldNote, { style: 'Withheld' }))
  if (entry.agenda !== null && entry.agenda.trim() !== '') {
    blocks.push(textParagraph('Agenda', { style: 'Label' }), textParagraph(entry.agenda.trim(), {}))
  }
  blocks.push(...notesToDocx(entry.notes, counter))
  if (entry.actionItems.length > 0) {
    blocks.push(textParagraph('Action items', { style: 'Label' }), ...entry.actionItems.map(actionParagraph))
  }
  if (entry.topics.length > 0)
    blocks.push(textParagraph(`Topics: ${entry.topics.join(', ')}`, { style: 'Topics' }))
  return blocks
}

function actionParagraph(item: SummaryEntry['actionItems'][number]): Paragraph {
  const who = actionWords(item)
  return new Paragraph({
    style: 'ListContinue',
    indent: { hanging: 340 },
    children: [
      new TextRun(`${item.doneOn === null ? '☐' : '☑'}  ${item.text}`),
      ...(who === '' ? [] : [new TextRun({ text: `  ${who}`, color: '5A6055', size: 19 })]),
    ],
  })
}
