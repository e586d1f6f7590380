import { redactionLabels, type SummaryEntry, withheldNote } from '@shared/domain/redaction'
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

/** Writes the report as Markdown that any program can show: title, figures, then a heading a session. */
export async function writeMarkdown(report: Report, file: PendingFile): Promise<void> {
  await file.write(markdownHead(report.header))
  for await (const entries of report.entries()) {
    for (const entry of entries) await file.write(markdownEntry(entry))
  }
}

function markdownHead(header: SummaryHeader): string {
  const paragraphs = [
    `# ${escapeMarkdown(header.title)}`,
    escapeMarkdown(`${header.programName} · ${header.period} · made on ${header.generatedOn}`),
    escapeMarkdown(header.reading),
    `**${redactionLabels[header.redaction]}.** ${escapeMarkdown(header.redactionNote)}`,
  ]
  if (header.figures.sessions > 0) paragraphs.push('## Figures', ...figureParagraphs(header.figures))
  if (header.redaction !== 'figures' && header.figures.sessions > 0) paragraphs.push('## Sessions')
  return `${paragraphs.join('\n\n')}\n`
}

function figureParagraphs({ months, media, topics, unnamedTopics }: SummaryFigures): string[] {
  const rows = months.map(({ month, sessions, minutes, unknownMinutes }) => {
    const known = sessions === 0 || unknownMinutes < sessions
    return `| ${monthWords(month)} | ${sessions} | ${known ? minutes : 'unknown'} |`
  })
  const table = ['| Month | Sessions | Minutes |', '| --- | ---: | ---: |', ...rows].join('\n')
  const met = media.map(({ medium, sessions }) => `${medium ?? 'unknown'} ${sessions}`)
  const named = topics.map(({ topic, sessions }) => `${escapeMarkdown(topic)} ${sessions}`)
  if (unnamedTopics > 0) named.push(`${plural(unnamedTopics, 'topic')} not named`)
  return [
    table,
    `How they met: ${met.join(', ')}`,
    ...(named.length === 0 ? [] : [`Topics: ${named.join(', ')}`]),
  ]
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
