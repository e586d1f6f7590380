import { exportSessions } from '@main/exporting'
import { summaryHtml } from '@main/exporting/html'
import { writeReport } from '@main/exporting/report'
import { reportHtml } from '@main/exporting/reportHtml'
import type { OutputOf } from '@shared/contract'
import { coverageReport } from '@shared/domain/coverageReport'
import type { Report } from '@shared/domain/report/report'
import { shortened } from '@shared/domain/report/shortened'
import { periodWords } from '@shared/domain/summaryWords'
import type { ExportFormat } from '@shared/domain/vocabulary'
import type { ActivityColumns } from '../../analytics/columns'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { communityReportOf } from '../communityReport/communityReport'
import { topicCoverage } from '../coverage/coverage'
import { unnamedWords, unwillingMembers, unwillingNamed } from '../privacy/unnamed'
import { programName } from '../programFile/program'
import { programReportOf } from '../programReport/programReport'
import type { AskedReport } from './askedReport'
import {
  beginningOf,
  printableSessions,
  privateAmong,
  type SessionRequest,
  sessionIds,
  sessionOptions,
  sessionSource,
} from './sessionReport'

type Preview = OutputOf<'reports.preview'>
type Written = Exclude<ExportFormat, 'pdf'>

/** One kind of report, in every way in which it can be had. */
interface Made {
  preview(): Promise<Preview>
  html(): Promise<string>
  write(format: Written, path: string): Promise<string[]>
  /** What it is called when nobody says otherwise. */
  name(): string
}

/** Enough to see how it will look. */
const previewed = { sessions: 25, rows: 30 }

export function madeReport(db: Reader, columns: ActivityColumns, asked: AskedReport, task: Task): Made {
  const { design } = asked
  if (design.kind === 'sessions') return sessionsMade(db, asked, task)
  return reportMade(asked, () => {
    if (design.kind === 'program') return programOf(db, asked)
    return design.kind === 'coverage' ? coverageOf(db, asked) : communityOf(db, columns, asked, task)
  })
}

function sessionsMade(db: Reader, { design, from, to, today, nameAll }: AskedReport, task: Task): Made {
  const { memberIds, matchId, programId, communityId, redaction } = design
  const request: SessionRequest = {
    scope: { memberIds, matchId, programId, communityId, from, to },
    redaction,
    today,
    nameAll,
    shape: design,
  }
  return {
    async preview() {
      const ids = sessionIds(db, request.scope)
      const { report, entries } = await beginningOf(sessionSource(db, request, ids), previewed.sessions, task)
      return {
        html: summaryHtml({ ...report.header, entries }, report.shape),
        period: report.header.period,
        isEmpty: ids.length === 0,
        sessions: {
          all: ids.length,
          shown: report.tellsSessions ? entries.length : ids.length,
          private: privateAmong(db, ids),
        },
        unwilling: redaction === 'figures' ? 0 : unwillingNamed(db, ids),
      }
    },
    html: async () => (await printableSessions(db, request, task)).html,
    async write(format, path) {
      const source = sessionSource(db, request, sessionIds(db, request.scope))
      return (await exportSessions(format, source, path, sessionOptions(task))).paths
    },
    name: () => design.title.trim() || `${programName(db)} - session summary`,
  }
}

interface Told {
  report: Report
  unwilling: number
}

function reportMade({ design, from, to }: AskedReport, tell: () => Told): Made {
  return {
    async preview() {
      const { report, unwilling } = tell()
      return {
        html: reportHtml(shortened(report, previewed.rows)),
        period: periodWords(from, to),
        isEmpty: report.sections.length === 0,
        sessions: null,
        unwilling,
      }
    },
    html: async () => reportHtml(tell().report),
    write: async (format, path) => [await writeReport(format, tell().report, path)],
    name: () => design.title.trim() || nameOf(tell().report),
  }
}

function nameOf({ about, title, programName }: Report): string {
  return about === 'coverage' ? `${programName} - coverage` : `${title} - ${about} report`
}

const makeUp = ({ design }: AskedReport) => ({ sections: design.sections, wording: design })

function programOf(db: Reader, asked: AskedReport): Told {
  const { design, from, to, today, nameAll } = asked
  const request = { programId: design.programId ?? 0, redaction: design.redaction, from, to, today, nameAll }
  return programReportOf(db, request, makeUp(asked))
}

function communityOf(db: Reader, columns: ActivityColumns, asked: AskedReport, task: Task): Told {
  const { design, from, to, today, nameAll } = asked
  const communityId = design.communityId ?? 0
  const request = { communityId, redaction: design.redaction, from, to, today, nameAll }
  return communityReportOf(db, columns, request, task, makeUp(asked))
}

/** As it is today: who wants and knows what has no dates. */
function coverageOf(db: Reader, asked: AskedReport): Told {
  const { design, today, nameAll } = asked
  const topics = topicCoverage(db, { today })
  const unwilling = new Set(unwillingMembers(db))
  const named = topics.flatMap(({ onlyPerson }) => onlyPerson?.id ?? []).filter((id) => unwilling.has(id))
  const report = coverageReport(
    topics.map(({ topic, onlyPerson, ...rest }) => ({
      ...rest,
      name: topic.name,
      onlyPerson:
        onlyPerson === null
          ? null
          : nameAll || !unwilling.has(onlyPerson.id)
            ? onlyPerson.name
            : unnamedWords,
    })),
    {
      programName: programName(db),
      generatedOn: today,
      redaction: design.redaction,
      sections: design.sections,
      wording: design,
    },
  )
  return { report, unwilling: design.redaction === 'figures' ? 0 : named.length }
}
