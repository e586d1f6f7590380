import { usualShape } from '@shared/domain/report/design'
import { type PendingFile, writeAtomically } from './atomicFile'
import {
  type ExportOptions,
  entriesOf,
  openReport,
  type Report,
  type SummarySource,
  tellsSessions,
} from './source'

export type { ExportOptions, SummarySource } from './source'

/** The formats that are written from the records themselves; a PDF is printed from the HTML. */
export type SummaryFormat = 'html' | 'docx' | 'xlsx' | 'csv' | 'md'

/**
 * Writes a session summary to a file, whole or not at all: an older file of that name stays until the new one
 * is on the disk. Memory stays bounded whatever the number of sessions. Resolves with the files that were
 * written, one but for a long Word report, and the number of sessions that they are about.
 *
 * Throws an `AppError` when the disk is full, the place cannot be written to, or the export was stopped.
 * It computes for seconds when sessions are many, so it belongs on a worker thread.
 */
export async function exportSessions(
  format: SummaryFormat,
  source: SummarySource,
  writeTo: string,
  options: ExportOptions = {},
): Promise<{ paths: string[]; sessions: number }> {
  const { count } = source
  if (format === 'csv' && count !== undefined && tellsSessions(source))
    return await writeRows({ ...source, count }, writeTo, options)
  const report = await openReport(source, options)
  return { paths: await writeAs(format, report, writeTo), sessions: report.header.figures.sessions }
}

/** A table of sessions says nothing of all of them, so they are read once only. */
async function writeRows(
  source: SummarySource & { count: number },
  path: string,
  options: ExportOptions,
): Promise<{ paths: string[]; sessions: number }> {
  const { writeSessionRows } = await import('./csv')
  const { redaction, shape = usualShape, count } = source
  const written = await writeAtomically(path, async (file) => {
    await writeSessionRows(entriesOf(source, count, options), redaction, shape, file)
  })
  return { paths: [written], sessions: count }
}

/** Each format's library is loaded when the format is asked for. */
async function writeAs(format: SummaryFormat, report: Report, path: string): Promise<string[]> {
  if (format === 'docx') return await (await import('./docxFiles')).writeDocxFiles(report, path)
  const write = await writerOf(format)
  return [await writeAtomically(path, (file) => write(report, file))]
}

async function writerOf(
  format: Exclude<SummaryFormat, 'docx'>,
): Promise<(report: Report, file: PendingFile) => Promise<void>> {
  switch (format) {
    case 'html':
      return (await import('./html')).writeHtml
    case 'xlsx':
      return (await import('./xlsx')).writeXlsx
    case 'csv':
      return (await import('./csv')).writeCsv
    case 'md':
      return (await import('./markdown')).writeMarkdown
  }
}
