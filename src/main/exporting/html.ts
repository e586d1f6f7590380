import type { SummaryDocument } from '@shared/domain/sessionSummary'
import { plural } from '@shared/domain/summaryWords'
import type { PendingFile } from './atomicFile'
import { createEntryWriter } from './htmlEntry'
import { htmlHead } from './htmlHead'
import { type ExportOptions, openReport, type Report, type SummarySource } from './source'

const sessionsStart = '<section class="sessions" aria-label="Sessions">\n'
const end = '</section>\n</main>\n</body>\n</html>\n'

/** Writes a standalone HTML document that loads nothing and runs nothing. */
export async function writeHtml(report: Report, file: PendingFile): Promise<void> {
  await file.write(htmlHead(report.header) + sessionsStart)
  const write = createEntryWriter()
  for await (const entries of report.entries()) {
    for (const entry of entries) await file.write(write(entry))
  }
  await file.write(end)
}

/**
 * A summary that is in memory as an HTML document. When it holds fewer entries than its figures count, it
 * says how many are not shown, as a preview does.
 */
export function summaryHtml(document: SummaryDocument): string {
  const rest = document.redaction === 'figures' ? 0 : document.figures.sessions - document.entries.length
  const more = rest > 0 ? `<p class="rest">${plural(rest, 'more session')} not shown here.</p>\n` : ''
  return htmlHead(document) + sessionsStart + document.entries.map(createEntryWriter()).join('') + more + end
}

/**
 * The same report as HTML documents of at most `sessionsPerPart` sessions each, for Chromium, whose printing
 * grows faster than the document does. Only the first holds the figures; there is always at least one.
 */
export async function* summaryHtmlParts(
  source: SummarySource,
  sessionsPerPart: number,
  options: ExportOptions = {},
): AsyncGenerator<string, void, undefined> {
  const report = await openReport(source, options)
  let write = createEntryWriter()
  let part = htmlHead(report.header) + sessionsStart
  let inPart = 0
  for await (const entries of report.entries()) {
    for (const entry of entries) {
      if (inPart === sessionsPerPart) {
        yield part + end
        write = createEntryWriter()
        part = htmlHead(report.header, { continued: true }) + sessionsStart
        inPart = 0
      }
      part += write(entry)
      inPart += 1
    }
  }
  yield part + end
}
