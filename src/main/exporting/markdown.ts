import { redactionLabels, type SummaryEntry, withheldNote } from '@shared/domain/redaction'
import type { SummaryShape } from '@shared/domain/report/design'
import type { SummaryFigures, SummaryHeader } from '@shared/domain/sessionSummary'
import {
  actionWords,
  confidentialityLabels,
  dayWords,
  factsOf,
  monthWords,
  peopleWithSides,
  plural,
} from '@shared/domain/summaryWords'
import type { PendingFile } from './atomicFile'
import { escapeMarkdown, notesToMarkdown } from './markdownText'
import type { Report } from './source'
import { wordingMarkdown } from './wordingText'

/** Writes the report as Markdown that any program can show: title, figures, then a heading a session. */
export async function writeMarkdown(report: Report, file: PendingFile): Promise<void> {
  const { header, shape } = report
  const { figures } = header
  await file.write(inParagraphs(headParagraphs(header, shape)))
  for (const section of figures.sessions === 0 ? [] : shape.sections) {
    if (section === 'figures')
      await file.write(`\n${inParagraphs(['## Figures', ...figureParagraphs(figures)])}`)
    else if (section === 'topics') await file.write(topicParagraph(figures))
    else if (report.tellsSessions) await writeSessions(report, file)
  }
  const closing = wordingMarkdown(shape.closing)
  if (closing.length > 0) await file.write(`\n${inParagraphs(closing)}`)
}

const inParagraphs = (paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`

async function writeSessions(report: Report, file: PendingFile): Promise<void> {
  await file.write('\n## Sessions\n')
  for await (const entries of report.entries()) {
    for (const entry of entries) await file.write(markdownEntry(entry))
  }
}

function headParagraphs(header: SummaryHeader, shape: SummaryShape): string[] {
  return [
    `# ${escapeMarkdown(header.title)}`,
    escapeMarkdown(`${header.programName} · ${header.period} · made on ${header.generatedOn}`),
    escapeMarkdown(header.reading),
    `**${redactionLabels[header.redaction]}.** ${escapeMarkdown(header.redactionNote)}`,
    ...wordingMarkdown(shape.opening),
  ]
}

function figureParagraphs({ months, media }: SummaryFigures): string[] {
  const rows = months.map(({ month, sessions, minutes, unknownMinutes }) => {
    const known = sessions === 0 || unknownMinutes < sessions
    return `| ${monthWords(month)} | ${sessions} | ${known ? minutes : 'unknown'} |`
  })
  const table = ['| Month | Sessions | Minutes |', '| --- | ---: | ---: |', ...rows].join('\n')
  const met = media.map(({ medium, sessions }) => `${medium ?? 'unknown'} ${sessions}`)
  return [table, `How they met: ${met.join(', ')}`]
}

function topicParagraph({ topics, unnamedTopics }: SummaryFigures): string {
  const named = topics.map(({ topic, sessions }) => `${escapeMarkdown(topic)} ${sessions}`)
  if (unnamedTopics > 0) named.push(`${plural(unnamedTopics, 'topic')} not named`)
  return named.length === 0 ? '' : `\nTopics: ${named.join(', ')}\n`
}

function markdownEntry(entry: SummaryEntry): string {
  const titled = entry.title !== null && entry.title.trim() !== ''
  const people = peopleWithSides(entry)
  const kept = confidentialityLabels[entry.confidentiality]
  const paragraphs = [
    `### ${escapeMarkdown(`${dayWords(entry.heldOn)}: ${titled ? entry.title : people}`)}`,
    escapeMarkdown([titled ? people : null, ...factsOf(entry), kept].filter(Boolean).join(' · ')),
  ]
  if (entry.withheld) paragraphs.push(`*${withheldNote}*`)
  if (entry.agenda !== null && entry.agenda.trim() !== '') {
    const agenda = entry.agenda.split('\n').filter((line) => line.trim() !== '')
    paragraphs.push('**Agenda**', agenda.map(escapeMarkdown).join('\\\n'))
  }
  if (entry.notes.trim() !== '') paragraphs.push(notesToMarkdown(entry.notes, 4))
  if (entry.actionItems.length > 0) {
    const items = entry.actionItems.map((item) => {
      const who = actionWords(item)
      const text = escapeMarkdown(item.text)
      return `- [${item.doneOn === null ? ' ' : 'x'}] ${text}${who === '' ? '' : ` (${escapeMarkdown(who)})`}`
    })
    paragraphs.push('**Action items**', items.join('\n'))
  }
  if (entry.topics.length > 0) paragraphs.push(`Topics: ${entry.topics.map(escapeMarkdown).join(', ')}`)
  return `\n${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}
