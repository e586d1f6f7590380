import type { ChartOptions } from '@renderer/components/charts/chartProps'
import { TimeSeriesChart } from '@renderer/components/charts/TimeSeriesChart'
import { numberText } from '@renderer/components/labels'
import { bucketEnd } from '@shared/domain/calendar'
import type { ReportTable } from '@shared/domain/report/report'
import { cellText } from '@shared/domain/report/words'
import classes from './Report.module.css'

type Row = ReportTable['rows'][number]

/** What is done with the picture and the table of a chart of that name. */
export type ChartExportsOf = (title: string) => Pick<ChartOptions, 'onSavePng' | 'onSaveSvg' | 'onSaveCsv'>

interface Props {
  table: ReportTable
  today: string
  exportsOf: ChartExportsOf
}

/** A table by weeks or months as a chart over time, of its second column; a fourth one is a line over it. */
export function ReportTime({ table, today, exportsOf }: Props) {
  const { title, columns, rows, picture } = table
  const bucket = picture === 'weeks' ? 'week' : 'month'
  const day = (row: Row | undefined) => {
    const start = String(row?.[0] ?? today.slice(0, bucket === 'week' ? 10 : 7))
    return bucket === 'week' ? start : `${start}-01`
  }
  const series = (at: number) => ({
    name: columns[at]?.title ?? '',
    points: rows.map((row) => ({ on: day(row), value: Number(row[at]) })),
  })
  const lines = columns.length > 3 ? [{ ...series(3), mark: 'line' as const }] : []
  return (
    <div className={classes.chart}>
      <TimeSeriesChart
        title={title}
        headingLevel={3}
        reading={readingOf(table, bucket)}
        series={[series(1), ...lines]}
        marks={lines.length > 0 ? undefined : marksOf(table, day)}
        markName="gathering"
        from={day(rows[0])}
        to={bucketEnd(day(rows.at(-1)), bucket)}
        bucket={bucket}
        today={today}
        height={200}
        {...exportsOf(title)}
      />
    </div>
  )
}

function readingOf({ columns, rows }: ReportTable, bucket: 'week' | 'month'): string {
  const most = Math.max(0, ...rows.map((row) => Number(row[1])))
  const liveliest = rows.find((row) => row[1] === most)?.[0] ?? null
  const when = cellText(liveliest, bucket === 'week' ? 'day' : 'month')
  const what = (columns[1]?.title ?? '').toLowerCase()
  const counts = most === 1 ? what.replace(/s$/, '') : what
  return `The liveliest ${bucket} ${bucket === 'week' ? 'began on' : 'was'} ${when}, with ${numberText(most)} ${counts}.`
}

/** A third column says when something else took place. */
function marksOf({ columns, rows }: ReportTable, day: (row: Row) => string) {
  const what = (columns[2]?.title ?? '').toLowerCase()
  return rows
    .filter((row) => Number(row[2]) > 0)
    .map((row) => ({ date: day(row), label: `${row[2]} ${row[2] === 1 ? what.replace(/s$/, '') : what}` }))
}
