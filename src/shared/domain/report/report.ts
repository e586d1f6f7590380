import type { RedactionLevel } from '../vocabulary'
import type { ReportWording } from './design'

/**
 * How a value of a column is said: a share is of 1, an index goes from −1 to 1, a change has its sign, a lean is one of
 * `leans`, a day is `YYYY-MM-DD` and a month `YYYY-MM`.
 */
export type CellKind = 'text' | 'count' | 'decimal' | 'index' | 'share' | 'change' | 'lean' | 'day' | 'month'

/** What is there against what chance would give. */
export const leans = { never: 0, less: 0.5, even: 1, more: 2 } as const
export type Cell = string | number | null

/** A table whose first column says what each row is about. Null is unknown, or does not apply. */
export interface ReportTable {
  title: string
  columns: { title: string; kind: CellKind }[]
  rows: Cell[][]
  /** Rows that are not here, as in what is shown of a long list. */
  more: number
  /**
   * As what it can be looked at: its second column as a bar for each row, or as a column for each week or month; or all
   * but the first as shaded cells.
   */
  picture: 'bars' | 'weeks' | 'months' | 'matrix' | null
}

export interface ReportSection {
  title: string
  sentences: string[]
  tables: ReportTable[]
}

/** The report of a program, a community, coverage or an import as an ordered document, before any format. */
export interface Report {
  about: 'program' | 'community' | 'coverage' | 'import'
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
  wording: ReportWording
}

/** What a report is made of besides its records. */
export interface Circumstances {
  programName: string
  generatedOn: string
  redaction: RedactionLevel
  /** Which sections are in it, in their order; all where nobody says. */
  sections?: readonly string[] | null
  wording?: ReportWording
}
