import { writeReport } from '@main/exporting/report'
import { reportHtml } from '@main/exporting/reportHtml'
import type { InputOf } from '@shared/contract'
import type { communityReport as operations } from '@shared/contract/communityReport'
import { communityReport } from '@shared/domain/communityReport/document'
import type { ReportWording } from '@shared/domain/report/design'
import type { Report } from '@shared/domain/report/report'
import { shortened } from '@shared/domain/report/shortened'
import type { ActivityColumns } from '../../analytics/columns'
import type { Reader } from '../../engine/reader'
import type { Handlers, Task } from '../../handler'
import { programName } from '../programFile/program'
import { communityRecords } from './communityReportRecords'
import { namesFor } from './reportNames'

/** Rows of a table that the window shows: a large community may have thousands who moved. */
const mostShown = 100

type Request = InputOf<'communityReport.get'>

export function createCommunityReportHandlers(columns: ActivityColumns): Handlers<typeof operations> {
  const reportOf = (db: Reader, request: Request, task: Task) => communityReportOf(db, columns, request, task)
  return {
    'communityReport.get': (db, request, task) => {
      const { report, unwilling } = reportOf(db, request, task)
      return { report: shortened(report, mostShown), unwilling }
    },
    'communityReport.document': (db, request, task) => {
      const { report } = reportOf(db, request, task)
      return { html: reportHtml(report), name: report.title }
    },
    'communityReport.write': async (db, { format, path, ...request }, task) => {
      const { report } = reportOf(db, request, task)
      return { path: await writeReport(format, report, path), name: report.title }
    },
  }
}

/** The report, and how many in it have refused to be named. */
export function communityReportOf(
  db: Reader,
  columns: ActivityColumns,
  request: Request,
  task: Task,
  makeUp: { sections?: readonly string[]; wording?: ReportWording } = {},
): { report: Report; unwilling: number } {
  const names = namesFor(db, request)
  const records = communityRecords(db, columns.get(db), request, names, task)
  const { today: generatedOn, redaction } = request
  const circumstances = { programName: programName(db), generatedOn, redaction }
  return { report: communityReport(records, { ...circumstances, ...makeUp }), unwilling: names.unwilling() }
}
