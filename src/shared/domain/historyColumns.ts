/** What the words of the history are made of. */

/** How a value is read. `long` is a text of many lines, of which only the differences are told. */
export type ValueKind =
  | 'text'
  | 'long'
  | 'date'
  | 'moment'
  | 'day'
  | 'minutes'
  | 'rating'
  | 'yes'
  | ReferenceTo
/** The number of a record of another table, which is told by its name. */
type ReferenceTo =
  | 'members'
  | 'topics'
  | 'matches'
  | 'programs'
  | 'communities'
  | 'sessions'
  | 'imports'
  | 'enrolments'
  | 'program_checks'
  | 'survey_templates'
  | 'survey_responses'
  | 'goals'
  | 'closures'
  | 'gatherings'
  | 'gathering_series'
  | 'asks'
  | 'invitations'
  | 'knowledge_items'
  | 'knowledge_reuses'

export interface ColumnWords {
  label: string
  kind: ValueKind
}

export interface TableWords {
  one: string
  many: string
  columns: Readonly<Record<string, ColumnWords>>
  /** Columns that say nothing to anybody. */
  hidden: readonly string[]
  /** Columns told for one purpose alone: no history, however full, tells what stands in them. */
  confidential?: readonly string[]
}

export const text = (label: string): ColumnWords => ({ label, kind: 'text' })
export const as = (kind: ValueKind, label: string): ColumnWords => ({ label, kind })
export const stamps = ['id', 'created_at', 'updated_at']
