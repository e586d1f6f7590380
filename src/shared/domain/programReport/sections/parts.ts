import type { ReportSection, ReportTable } from '../report'
import { otherReasons } from '../smallGroups'
import type { Tally } from '../tally'

/** What a report says of a part; empty sentences are left out. */
export function section(title: string, sentences: readonly string[], tables: ReportTable[]): ReportSection {
  return { title, sentences: sentences.filter((sentence) => sentence !== ''), tables }
}

/** A table of which all but the title is to be given where it is not the usual. */
export function table(
  title: string,
  parts: Pick<ReportTable, 'columns' | 'rows'> & Partial<ReportTable>,
): ReportTable {
  return { title, more: 0, picture: null, ...parts }
}

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
