import type { RedactionLevel } from '../vocabulary'

/**
 * How a value of a column is said: a share is of 1, an index goes from −1 to 1, a day is
 * `YYYY-MM-DD` and a month `YYYY-MM`.
 */
export type CellKind = 'text' | 'count' | 'decimal' | 'index' | 'share' | 'day' | 'month'
export type Cell = string | number | null

/** A table whose first column says what each row is about. Null is unknown, or does not apply. */
export interface ReportTable {
  title: string
  columns: { title: string; kind: CellKind }[]
  rows: Cell[][]
  /** Rows that are not here, as in what is shown of a long list. */
  more: number
  /** As what its second column can be looked at: a bar for each row, or a column for each month. */
  picture: 'bars' | 'months' | null
}

export interface ReportSection {
  title: string
  sentences: string[]
  tables: ReportTable[]
}

/** The report of a program or a community as an ordered document, before any format. */
export interface Report {
  about: 'program' | 'community'
  title: string
  /** The program file's name. */
  programName: string
  /** The days that it is about, and the day it was made, in words. */
  period: string
  generatedOn: string
  reading: string
  redaction: RedactionLevel
  label: string
  note: string
  sections: ReportSection[]
}
