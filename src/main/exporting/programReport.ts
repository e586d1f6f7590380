import type { ProgramReport } from '@shared/domain/programReport/report'
import type { ExportFormat } from '@shared/domain/vocabulary'
import { type PendingFile, writeAtomically } from './atomicFile'

/** A PDF is printed from the HTML. */
type WrittenFormat = Exclude<ExportFormat, 'pdf'>

/** Writes a program's report to a file, whole or not at all. @returns the path. */
export async function writeProgramReport(
  format: WrittenFormat,
  report: ProgramReport,
  path: string,
): Promise<string> {
  const write = await writerOf(format)
  return await writeAtomically(path, (file) => write(report, file))
}

/** Each format's library is loaded when the format is asked for. */
async function writerOf(
  format: WrittenFormat,
): Promise<(report: ProgramReport, file: PendingFile) => Promise<void>> {
  switch (format) {
    case 'xlsx':
      return (await import('./programReportXlsx')).writeProgramReportXlsx
    case 'docx': {
      const { programReportDocx } = await import('./programReportDocx')
      return async (report, file) => file.write(await programReportDocx(report))
    }
    case 'html': {
      const { programReportHtml } = await import('./programReportHtml')
      return (report, file) => file.write(programReportHtml(report))
    }
    case 'csv': {
      const { programReportCsv } = await import('./programReportText')
      return (report, file) => file.write(programReportCsv(report))
    }
    case 'md': {
      const { programReportMarkdown } = await import('./programReportText')
      return (report, file) => file.write(programReportMarkdown(report))
    }
  }
}
