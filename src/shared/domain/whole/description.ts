/** What a program file holds, as the formats that it leaves in see it: made from its tables, so that it is always whole. */

/** What stands in a column. `date` is a calendar date, `moment` one or an instant, `json` a text that is JSON. */
export type WholeKind = 'whole number' | 'number' | 'text' | 'date' | 'moment' | 'json'

export interface WholeColumn {
  name: string
  kind: WholeKind
  /** Never unknown. */
  required: boolean
  /** The only texts that there are, where they are a closed list. */
  values: readonly string[] | null
  /** The table of which it holds a record's number. */
  refers: string | null
  /** A text of its own in Markdown, which may stand in a file of its own. */
  isNote: boolean
}

export interface WholeTable {
  name: string
  /** The number of the record first. */
  columns: readonly WholeColumn[]
  /** Where a line of it only says that a record of another table has this one, such as who was at a session. */
  joins: { of: string; column: string; other: string } | null
}

export interface WholeDescription {
  /** Number of the newest migration of the tables. */
  version: number
  /** Those first that others refer to. */
  tables: readonly WholeTable[]
}

export type WholeValue = string | number | null

/** The number of the format itself: another one is read otherwise. */
export const wholeFormat = { name: 'coppice-program', version: 1 } as const

/** What is said of an export before its records. */
export interface WholeHeader {
  format: typeof wholeFormat.name
  formatVersion: typeof wholeFormat.version
  /** Number of the newest migration of the tables that follow. */
  schemaVersion: number
  /** When it was written. */
  exportedAt: string
  /** When the program's first file was made: it tells one program from another. */
  programBegan: string | null
  privateTexts: 'included' | 'left out'
  /** The highest number that a record of each table ever had: no other record may get it. */
  highestIds: Readonly<Record<string, number>>
  /** How many records of each table follow. */
  counts: Readonly<Record<string, number>>
}

/** The manifest of an exported folder. */
export interface FolderHeader extends WholeHeader {
  /** Whether notes stand in their tables, or each in a Markdown file. */
  notes: 'in the tables' | 'in files'
  /** How many files of notes there are. */
  noteFiles: number
}

export const manifestName = 'coppice.json'
export const tablesFolder = 'tables'
export const notesFolder = 'notes'

/**
 * Where the notes of a record stand in an exported folder, by its number and, where it has one, its day: nothing that
 * anybody has written is part of a path.
 */
export function noteFile(table: WholeTable, row: readonly WholeValue[]): string[] {
  const [id] = row
  const at = table.columns.findIndex(({ kind, required }) => kind === 'date' && required)
  const day = row[at]
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return [table.name, `${id}.md`]
  return [table.name, day.slice(0, 4), `${day}-${id}.md`]
}
