import { mentionText } from '@shared/domain/mentions'
import type { ReportWording } from '@shared/domain/report/design'
import { notesToMarkdown } from './markdownText'

type Fact = readonly [label: string, text: string]

/** What the coordinator says before and after, for a sheet of facts. */
export function wordingFacts({ opening, closing }: ReportWording): { before: Fact[]; after: Fact[] } {
  const fact = (label: string, text: string): Fact[] =>
    text.trim() === '' ? [] : [[label, mentionText(text).trim()]]
  return { before: fact('Opening words', opening), after: fact('Closing words', closing) }
}

/** The same as paragraphs of Markdown below a heading of the first level. */
export function wordingMarkdown(markdown: string): string[] {
  return markdown.trim() === '' ? [] : [notesToMarkdown(markdown, 2).trim()]
}
