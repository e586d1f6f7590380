import { extname, resolve } from 'node:path'
import { writeReport } from '@main/exporting/report'
import { type ImportTold, importReport } from '@shared/domain/importReport'
import { AppError } from '@shared/errors'
import type { Ask } from './openFile'

const formats = ['docx', 'xlsx', 'csv', 'md', 'html'] as const

/**
 * To be asked before anything is imported; without a path there is nothing to ask.
 *
 * @throws AppError `invalid-input`
 */
export function assertReportFormat(path: string | undefined): void {
  if (path !== undefined) formatOf(path)
}

/** Writes what came in to a file, in the format of its ending. */
export async function writeImportReport(
  ask: Ask,
  path: string,
  told: Omit<ImportTold, 'programName'>,
): Promise<void> {
  const { name: programName } = await ask('program.overview', {})
  await writeReport(formatOf(path), importReport({ ...told, programName }), resolve(path))
}

function formatOf(path: string) {
  const ending = extname(path).slice(1).toLowerCase()
  const format = formats.find((one) => one === ending)
  if (format !== undefined) return format
  throw new AppError('invalid-input', `A report is written as ${formats.map((one) => `.${one}`).join(', ')}.`)
}
