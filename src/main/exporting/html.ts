import { type SummaryShape, usualShape } from '@shared/domain/report/design'
import type { SummaryDocument, SummaryEntry, SummaryFigures } from '@shared/domain/sessionSummary'
import { plural } from '@shared/domain/summaryWords'
import type { PendingFile } from './atomicFile'
import { createEntryWriter } from './htmlEntry'
import { figuresHtml, htmlHead, topicsHtml } from './htmlHead'
import type { Report } from './source'
import { wordingHtml } from './wordingHtml'

const sessionsStart = '<section class="sessions" aria-label="Sessions">\n'
const sessionsEnd = '</section>\n'
const end = '</main>\n</body>\n</html>\n'

/** Writes a standalone HTML document that loads nothing and runs nothing. */
export async function writeHtml(report: Report, file: PendingFile): Promise<void> {
  for await (const piece of htmlPieces(report)) await file.write(piece)
}

/** The same document piece by piece, in its order. */
export async function* htmlPieces(report: Report): AsyncGenerator<string, void, undefined> {
  const { header, shape } = report
  yield htmlHead(header, shape)
  for (const section of shape.sections) {
    if (section !== 'sessions') {
      yield figureSection(section, header.figures)
      continue
    }
    yield sessionsStart
    const write = createEntryWriter()
    for await (const entries of report.entries()) yield entries.map(write).join('')
    yield sessionsEnd
  }
  yield wordingHtml(shape.closing) + end
}

/**
 * A summary that is in memory as an HTML document. When it holds fewer entries than its figures count, it
 * says how many are not shown, as a preview does.
 */
export function summaryHtml(document: SummaryDocument, shape: SummaryShape = usualShape): string {
  const sections = shape.sections.map((section) =>
    section === 'sessions' ? sessionsHtml(document) : figureSection(section, document.figures),
  )
  return htmlHead(document, shape) + sections.join('') + wordingHtml(shape.closing) + end
}

function sessionsHtml({ redaction, figures, entries }: SummaryDocument): string {
  const rest = redaction === 'figures' ? 0 : figures.sessions - entries.length
  const more = rest > 0 ? `<p class="rest">${plural(rest, 'more session')} not shown here.</p>\n` : ''
  const written: readonly SummaryEntry[] = entries
  return sessionsStart + written.map(createEntryWriter()).join('') + more + sessionsEnd
}

function figureSection(section: string, figures: SummaryFigures): string {
  return section === 'topics' ? topicsHtml(figures) : figuresHtml(figures)
}
