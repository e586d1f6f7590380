import type { Report } from '@shared/domain/report/report'
import type { ExportFormat } from '@shared/domain/vocabulary'
import { type PendingFile, writeAtomically } from './atomicFile'

/** A PDF is printed from the HTML. */
type WrittenFormat = Exclude<ExportFormat, 'pdf'>

/** Writes the report of a program or a community to a file, whole or not at all. @returns the path. */
export async function writeReport(format: WrittenFormat, report: Report, path: string): Promise<string> {
  const write = await writerOf(format)
  return await writeAtomically(path, (file) => write(report, file))
}

/** Each format's library is loaded when the format is asked for. */
async function writerOf(
  format: WrittenFormat,
): Promise<(report: Report, file: PendingFile) => Promise<void>> {
  switch (format) {
    case 'xlsx':
      return (await import('./reportXlsx')).writeReportXlsx
    case 'docx': {
      const { reportDocx } = await import('./reportDocx')
      return async (report, file) => file.write(await reportDocx(report))
    }
    case 'html': {
      const { reportHtml } = await import('./reportHtml')
      return (report, file) => file.write(reportHtml(report))
    }
    case 'csv': {
      const { reportCsv } = await import('./reportText')
      return (report, file) => file.write(reportCsv(report))
    }
    case 'md': {
      const { reportMarkdown } = await import('./reportText')
      return (report, file) => file.write(reportMarkdown(report))
    }
  }
}
