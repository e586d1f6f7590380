import type { ReportSection, ReportTable } from './report'

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
