import { table } from '../../report/parts'
import type { ReportTable } from '../../report/report'
import { otherReasons } from '../smallGroups'
import type { Tally } from '../tally'

/** How often which reason was given, as a table; none where none can be told. */
export function reasonsTable(title: string, counted: string, reasons: readonly Tally[]): ReportTable[] {
  if (reasons.every(({ of }) => of === otherReasons)) return []
  return [
    table(title, {
      columns: [
        { title: 'Reason', kind: 'text' },
        { title: counted, kind: 'count' },
      ],
      rows: reasons.map(({ of, count }) => [of, count]),
      picture: 'bars',
    }),
  ]
}
