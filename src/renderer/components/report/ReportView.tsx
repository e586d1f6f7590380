import type { Report } from '@shared/domain/report/report'
import classes from './Report.module.css'
import { ReportPart } from './ReportPart'

/** A report as a page to read. */
export function ReportView({ report, today }: { report: Omit<Report, 'wording'>; today: string }) {
  return (
    <article className={classes.report} aria-label="Report">
      <p className={classes.say}>{report.reading}</p>
      <p className={classes.note} data-level={report.redaction}>
        <b>{report.label}.</b> {report.note}
      </p>
      {report.sections.map((part) => (
        <ReportPart key={part.title} part={part} today={today} />
      ))}
    </article>
  )
}
