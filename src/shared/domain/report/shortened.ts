import type { Report } from './report'

/** The report with no more than so many rows in each table. */
export function shortened(report: Report, most: number): Report {
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      tables: section.tables.map((table) => ({
        ...table,
        rows: table.rows.slice(0, most),
        more: Math.max(0, table.rows.length - most),
      })),
    })),
  }
}
