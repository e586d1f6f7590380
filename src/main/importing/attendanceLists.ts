import { isHeading } from './attendanceColumns'
import type { CsvRecord } from './csv'
import { bareWords, cleanLine } from './textValues'

/** People under their headings. */
interface List {
  heading: CsvRecord
  rows: CsvRecord[]
}

/** What a file of attendance is made of. */
export interface AttendanceLists {
  lists: List[]
  title: string | null
  /** When the meeting began, as it stands in the file; null where it says so with each person only. */
  startText: string | null
}

/** The lists of people in a file, without those that tell the same people again. Empty where there is none. */
export function attendanceLists(records: readonly CsvRecord[]): AttendanceLists {
  const numbered = sections(records, isNumbered)
  if (numbered) {
    // Of the numbered sections of Teams the second lists everybody once, the third every joining.
    const [summary = [], ...others] = numbered.parts
    const list = others.map(listOf).find((one) => one !== null)
    return { lists: list ? [list] : [], ...aboutMeeting(summary) }
  }
  // A webinar of Zoom has hosts, panelists and attendees apart.
  const called = sections(records, isCalled)
  if (called) {
    return { lists: called.parts.flatMap((part) => listOf(part) ?? []), ...aboutMeeting(called.before) }
  }
  const at = headingIn(records)
  const list = at === -1 ? null : listOf(records.slice(at))
  return { lists: list ? [list] : [], ...aboutMeeting(records.slice(0, Math.max(0, at))) }
}

/** What stands before the first line that begins a section, and behind each of them. */
function sections(records: readonly CsvRecord[], begins: (only: string) => boolean) {
  const starts = records.flatMap(({ cells }, index) => (begins(onlyCell(cells) ?? '') ? [index] : []))
  if (starts.length === 0) return null
  const parts = starts.map((start, place) => records.slice(start + 1, starts[place + 1] ?? records.length))
  return { before: records.slice(0, starts[0]), parts }
}

/** `2. Participants` */
const isNumbered = (only: string) => /^\d+\.\s*\D/.test(only)

/** `Attendee Details` */
const isCalled = (only: string) =>
  /^(?:host|panelist|attendee) details$|^other attended$/.test(bareWords(only))

/** What stands alone in its line. */
function onlyCell(cells: readonly string[]): string | null {
  const filled = filledCells(cells)
  return filled.length === 1 ? (filled[0] ?? null) : null
}

function filledCells(cells: readonly string[]): string[] {
  return cells.map(cleanLine).filter((cell) => cell !== '')
}

function listOf([heading, ...rows]: readonly CsvRecord[]): List | null {
  return heading && rows.length > 0 ? { heading, rows } : null
}

/** The line above the people: of several that look like it the widest, as lines of key and value stand before it. */
function headingIn(records: readonly CsvRecord[]): number {
  const first = records.findIndex(({ cells }) => isHeading(cells))
  if (first === -1) return -1
  // The meeting itself may stand above, as a table of one row.
  if (isHeading(records[first + 2]?.cells ?? [])) return first + 2
  if (filledCells(records[first]?.cells ?? []).length > 2) return first
  const wide = records.findIndex(({ cells }) => isHeading(cells) && filledCells(cells).length > 2)
  return wide === -1 ? first : wide
}

const dated =
  /\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}.*\d{1,2}[:.]\d{2}|(?:\p{L}{3,}\.?\s\d{1,2},?|\d{1,2}\.?\s\p{L}{3,}\.?)\s\d{4}.*\d{1,2}[:.]\d{2}/u

/** How a column, or a line of key and value, is called that has what the meeting was about, or when it began. */
const topics = /^(?:topic|thema|sujet|tema|argomento|onderwerp)\b/
const starts = /\bstart\b/

/** The title and the beginning, out of lines of key and value or of a table of one row. */
function aboutMeeting(before: readonly CsvRecord[]): Pick<AttendanceLists, 'title' | 'startText'> {
  const lines = before.map(({ cells }) => cells.map(cleanLine))
  const table = lines.findIndex((cells) => cells.some((cell) => topics.test(bareWords(cell))))
  const headings = (lines[table] ?? []).map(bareWords)
  const isTable = headings.filter((heading) => heading !== '').length > 2
  const pairs = lines.filter((cells) => filledCells(cells).length === 2)
  const values = isTable ? (lines[table + 1] ?? []) : pairs.map(([, value = '']) => value)
  const startText =
    (isTable
      ? values.find((value, column) => starts.test(headings[column] ?? '') && dated.test(value))
      : null) ??
    values.find((value) => dated.test(value)) ??
    null
  const title = isTable ? values[headings.findIndex((heading) => topics.test(heading))] : titleIn(pairs)
  return { title: title && !dated.test(title) ? title : null, startText }
}

/** The first value that is a text, as figures of the meeting may stand above its title. */
function titleIn(pairs: readonly string[][]): string | undefined {
  return pairs.map(([, value = '']) => value).find((value) => !/^\d*$/.test(value))
}

/** When somebody came first, where the columns say when people came. */
export function firstJoining({ heading, rows }: List): string | null {
  const column = heading.cells.findIndex((cell) =>
    /\b(?:join|joined|timestamp|start)\b/.test(bareWords(cell)),
  )
  // Some write dates as formulas, so that Excel leaves them as they are.
  const time = ({ cells }: CsvRecord) => cleanLine((cells[column] ?? '').replace(/^="(.*)"$/, '$1'))
  const times = column === -1 ? [] : rows.map(time)
  return times.find((time) => dated.test(time)) ?? null
}
