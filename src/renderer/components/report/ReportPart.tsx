import type { ReportSection } from '@shared/domain/report/report'
import classes from './Report.module.css'
import { ReportTableView } from './ReportTableView'
import { type ChartExportsOf, ReportTime } from './ReportTime'

interface Props {
  part: ReportSection
  today: string
  exportsOf: ChartExportsOf
}

/** One part of the report: its sentences, and the tables behind them. */
export function ReportPart({ part, today, exportsOf }: Props) {
  return (
    <section className={classes.part} aria-label={part.title}>
      <h2>{part.title}</h2>
      {part.sentences.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {part.tables.map((table) =>
        table.picture === 'months' || table.picture === 'weeks' ? (
          <ReportTime key={table.title} table={table} today={today} exportsOf={exportsOf} />
        ) : (
          <ReportTableView
            key={table.title}
            table={table}
            titled={part.tables.length > 1 && table.title !== part.title}
          />
        ),
      )}
    </section>
  )
}
