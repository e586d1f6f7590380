import { capital, type DocumentSection, section } from './documentSection'
import { cleanLine, cleanText } from './markdownText'
import type { ExportedRecord } from './memberRecord'
import { dayWords } from './summaryWords'

/** What the member wrote for others, with its text, and what of it they used. */
export function knowledgeSection({ knowledge }: ExportedRecord): DocumentSection {
  return section('Knowledge', {
    lines: knowledge.used.map(({ title, on, story }) => ({
      text: `Used ${cleanLine(title)}`,
      detail: [dayWords(on), ...story.map(({ value, text }) => `${value} value: ${cleanLine(text)}`)].join(
        '; ',
      ),
    })),
    passages: knowledge.written.map(({ title, kind, state, on, text }) => ({
      from: `${capital(kind)} “${cleanLine(title)}”, ${state}, ${dayWords(on)}`,
      text: cleanText(text),
    })),
  })
}
