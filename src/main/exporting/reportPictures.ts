import { leans, type ReportTable } from '@shared/domain/report/report'
import { type Bar, timeBars } from './timeChart'

/** The columns of the chart over time that a table can be looked at as; none where it is not of that kind. */
export function chartBars({ picture, rows }: ReportTable): Bar[] {
  if (picture !== 'weeks' && picture !== 'months') return []
  const steps = rows.map((row) => ({ start: String(row[0]), value: Number(row[1]) }))
  return timeBars(steps, picture === 'weeks' ? 'week' : 'month')
}

/** What one of its columns counts, such as "session". */
export function chartNoun({ columns }: ReportTable): string {
  return (columns[1]?.title ?? '').toLowerCase().replace(/s$/, '')
}

/** The colours of cells by what is there against chance, as `RRGGBB`; those of `report.css` on white. */
export const leanShades: readonly (readonly [lean: number, colour: string])[] = [
  [leans.never, 'E0D3C1'],
  [leans.less, 'F4EFE9'],
  [leans.even, 'E0EAE3'],
  [leans.more, 'ADC8B4'],
]
