import { counted } from '@renderer/components/labels'
import { type Cell, leans, type ReportTable } from '@shared/domain/report/report'
import { cellText, isTextKind } from '@shared/domain/report/words'
import classes from './Report.module.css'

/** A table of a report, with a bar for each row or shaded cells where it can be looked at as that. */
export function ReportTableView({ table, titled }: { table: ReportTable; titled: boolean }) {
  const { title, columns, rows, more, picture } = table
  const most = Math.max(1, ...rows.map((row) => Number(row[1])))
  return (
    <>
      <table
        className={classes.table}
        data-wide={columns.length > 7 || undefined}
        data-matrix={picture === 'matrix' || undefined}
        aria-label={titled ? undefined : title}
      >
        {titled ? <caption>{title}</caption> : null}
        <thead>
          <tr>
            {columns.map(({ title: head, kind }, at) => (
              <th
                key={head}
                scope="col"
                data-numeric={isTextKind(kind) ? undefined : true}
                colSpan={picture === 'bars' && at === 0 ? 2 : 1}
                dir={kind === 'lean' ? 'auto' : undefined}
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
                <td
                  key={head}
                  data-numeric={isTextKind(kind) ? undefined : true}
                  data-lean={kind === 'lean' ? leanOf(row[at + 1] ?? null) : undefined}
                >
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

function leanOf(cell: Cell): string {
  return Object.entries(leans).find(([, lean]) => lean === cell)?.[0] ?? 'unknown'
}
