import { writeReport } from '@main/exporting/report'
import { reportHtml } from '@main/exporting/reportHtml'
import type { InputOf } from '@shared/contract'
import type { programReport as operations } from '@shared/contract/programReport'
import { programReport } from '@shared/domain/programReport/document'
import type { ReportRecords } from '@shared/domain/programReport/records'
import { replaceNames } from '@shared/domain/replaceNames'
import type { ReportWording } from '@shared/domain/report/design'
import type { Report } from '@shared/domain/report/report'
import { shortened } from '@shared/domain/report/shortened'
import { spanOf } from '@shared/domain/report/span'
import type { Reader } from '../../engine/reader'
import type { Handlers } from '../../handler'
import { replacingMembers } from '../members/spellings'
import { unnamedWords, unwillingMembers } from '../privacy/unnamed'
import { programName } from '../programFile/program'
import { reportRecords } from './programReportRecords'

/** Rows of a table that the window shows: a program may have thousands of matches. */
const mostShown = 100

type Request = InputOf<'programReport.get'>

export const programReportHandlers: Handlers<typeof operations> = {
  'programReport.get': (db, request) => {
    const { report, unwilling } = programReportOf(db, request)
    return { report: shortened(report, mostShown), unwilling }
  },

  'programReport.document': (db, request) => {
    const { report } = programReportOf(db, request)
    return { html: reportHtml(report), name: report.title }
  },

  'programReport.write': async (db, { format, path, ...request }) => {
    const { report } = programReportOf(db, request)
    return { path: await writeReport(format, report, path), name: report.title }
  },
}

/** The report, and how many in it have refused to be named. */
export function programReportOf(
  db: Reader,
  { programId, from, to, today, redaction, nameAll }: Request,
  makeUp: { sections?: readonly string[]; wording?: ReportWording } = {},
): { report: Report; unwilling: number } {
  const records = reportRecords(db, programId)
  const told = nameAll === true || redaction === 'figures' ? records : namingWithout(db, records)
  const circumstances = { programName: programName(db), from, to, generatedOn: today, redaction }
  return {
    report: programReport(told, spanOf(from, to, today), { ...circumstances, ...makeUp }),
    unwilling: redaction === 'figures' ? 0 : unwillingAmong(db, records).length,
  }
}

function unwillingAmong(db: Reader, { matches }: ReportRecords): number[] {
  const there = new Set(matches.flatMap(({ people }) => people.map(({ id }) => id)))
  return unwillingMembers(db).filter((id) => there.has(id))
}

/** Takes the names of those who do not want to be named out of matches, goals, reasons and surveys. */
function namingWithout(db: Reader, records: ReportRecords): ReportRecords {
  const unwilling = unwillingMembers(db)
  if (unwilling.length === 0) return records
  const hidden = new Set(unwilling)
  const replacing = replacingMembers(db, unwilling, unnamedWords)
  const text = (words: string) => replaceNames(words, replacing)
  return {
    program: { ...records.program, name: text(records.program.name) },
    enrolments: records.enrolments.map((enrolment) => ({
      ...enrolment,
      leftReason: enrolment.leftReason === null ? null : text(enrolment.leftReason),
      moves: enrolment.moves.map((move) => ({
        ...move,
        reason: move.reason === null ? null : text(move.reason),
      })),
    })),
    surveys: records.surveys.map((survey) => ({
      ...survey,
      name: text(survey.name),
      scale: {
        ...survey.scale,
        subscales: survey.scale.subscales.map((part) => ({ ...part, name: text(part.name) })),
      },
    })),
    matches: records.matches.map((match) => ({
      ...match,
      people: match.people.map((person) =>
        hidden.has(person.id) ? { ...person, name: unnamedWords } : person,
      ),
      goals: match.goals.map((goal) => ({ ...goal, text: text(goal.text) })),
      closures: match.closures.map((closure) => ({ ...closure, reason: text(closure.reason) })),
    })),
  }
}
