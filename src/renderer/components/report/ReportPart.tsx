import { TimeSeriesChart } from '@renderer/components/charts/TimeSeriesChart'
import { counted } from '@renderer/components/labels'
import { bucketEnd } from '@shared/domain/calendar'
import type { ReportSection, ReportTable } from '@shared/domain/report/report'
import { cellText } from '@shared/domain/report/words'
import classes from './Report.module.css'

/** One part of the report: its sentences, and the tables behind them. */
export function ReportPart({ part, today }: { part: ReportSection; today: string }) {
  return (
    <section className={classes.part} aria-label={part.title}>
      <h2>{part.title}</h2>
      {part.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {part.tables.map((table) =>
        table.picture === 'months' ? (
          <Months key={table.title} table={table} today={today} />
        ) : (
          <Table
            key={table.title}
            table={table}
            titled={part.tables.length > 1 && table.title !== part.title}
          />
        ),
      )}
    </section>
  )
}

function Table({ table, titled }: { table: ReportTable; titled: boolean }) {
  const { title, columns, rows, more, picture } = table
  const most = Math.max(1, ...rows.map((row) => Number(row[1])))
  return (
    <>
      <table
        className={classes.table}
        data-wide={columns.length > 7 || undefined}
        aria-label={titled ? undefined : title}
      >
        {titled ? <caption>{title}</caption> : null}
        <thead>
          <tr>
            {columns.map(({ title: head, kind }, at) => (
              <th
                key={head}
                scope="col"
                data-numeric={isNumeric(kind) || undefined}
                colSpan={picture === 'bars' && at === 0 ? 2 : 1}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(([key, row]) => (
            <tr key={key}>
              <th scope="row">{cellText(row[0] ?? null, 'text')}</th>
              {picture === 'bars' ? (
                <td className={classes.bar} aria-hidden="true">
                  <i style={{ width: `${(Number(row[1]) / most) * 100}%` }} />
                </td>
              ) : null}
              {columns.slice(1).map(({ title: head, kind }, at) => (
                <td key={head} data-numeric={isNumeric(kind) || undefined}>
                  {cellText(row[at + 1] ?? null, kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className={classes.more}>{counted(more, 'more row')} in the exported report.</p> : null}
    </>
  )
}

/** Two rows may say the same. */
function keyed(rows: ReportTable['rows']): [key: string, row: ReportTable['rows'][number]][] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const said = JSON.stringify(row)
    const times = (seen.get(said) ?? 0) + 1
    seen.set(said, times)
    return [`${said} ${times}`, row]
  })
}

function isNumeric(kind: ReportTable['columns'][number]['kind']): boolean {
  return kind !== 'text' && kind !== 'month'
}

function Months({ table: { title, columns, rows }, today }: { table: ReportTable; today: string }) {
  const day = (row: ReportTable['rows'][number] | undefined) => `${row?.[0] ?? today.slice(0, 7)}-01`
  const series = (at: number) => ({
    name: columns[at]?.title ?? '',
    points: rows.map((row) => ({ on: day(row), value: Number(row[at]) })),
  })
  const most = Math.max(0, ...rows.map((row) => Number(row[1])))
  const liveliest = rows.find((row) => row[1] === most)?.[0] ?? null
  return (
    <div className={classes.chart}>
      <TimeSeriesChart
        title={title}
        headingLevel={3}
        reading={`The liveliest month was ${cellText(liveliest, 'month')}, with ${counted(most, 'session')}.`}
        series={[series(1), { ...series(3), mark: 'line' }]}
        from={day(rows[0])}
        to={bucketEnd(day(rows.at(-1)), 'month')}
        bucket="month"
        today={today}
        height={200}
      />
    </div>
  )
}
