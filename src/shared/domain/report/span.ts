/** The days that a report is about, both included; a null start is the beginning of everything. */
export interface ReportSpan {
  from: string | null
  /** Never later than today: nothing is said of what is to come. */
  until: string
}

export function spanOf(from: string | null, to: string | null, today: string): ReportSpan {
  return { from, until: to === null || to > today ? today : to }
}

export function isIn({ from, until }: ReportSpan, day: string | null): day is string {
  return day !== null && day <= until && (from === null || day >= from)
}
