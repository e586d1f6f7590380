import type { Report } from '@shared/domain/report/report'
import classes from './Report.module.css'
import { ReportPart } from './ReportPart'
import type { ChartExportsOf } from './ReportTime'

interface Props {
  report: Omit<Report, 'wording'>
  today: string
  exportsOf: ChartExportsOf
}

/** A report as a page to read. */
export function ReportView({ report, today, exportsOf }: Props) {
  return (
    <article className={classes.report} aria-label="Report">
      <p className={classes.say}>{report.reading}</p>
      <p className={classes.note} data-level={report.redaction}>
        <b>{report.label}.</b> {report.note}
      </p>
      {report.sections.map((part) => (
        <ReportPart key={part.title} part={part} today={today} exportsOf={exportsOf} />
      ))}
    </article>
  )
}
