import type { reports } from '@shared/contract/reports'
import type { ActivityColumns } from '../../analytics/columns'
import type { Directory } from '../../directory/directory'
import { stopIf } from '../../engine/command'
import type { Handlers } from '../../handler'
import { askedReport } from './askedReport'
import { madeReport } from './madeReport'
import { batchPieces, batchSizes } from './pieces'

export function createReportHandlers(
  columns: ActivityColumns,
  directory: Directory,
): Handlers<typeof reports> {
  const memory = { columns, directory }
  return {
    'reports.preview': (db, request, task) =>
      madeReport(db, memory, askedReport(db, request), task).preview(),
    'reports.batches': (db, request) => batchSizes(db, request),
    'reports.document': async (db, request, task) => {
      const made = madeReport(db, memory, askedReport(db, request), task)
      return { html: await made.html(), name: made.name() }
    },
    'reports.write': async (db, { format, reports: asked, ...request }, task) => {
      const files: string[][] = []
      for (const { design, path } of asked) {
        stopIf(task.cancelled)
        const made = madeReport(db, memory, askedReport(db, { ...request, design }), task)
        files.push(await made.write(format, path))
      }
      return files
    },
    'reports.name': (db, request, task) => ({
      name: madeReport(db, memory, askedReport(db, request), task).name(),
    }),
    'reports.pieces': (db, request) => batchPieces(db, request),
  }
}
