import { AppError } from '@shared/errors'
import { type AttendanceColumns, attendanceColumns, cameBy, isHeading } from './attendanceColumns'
import { minutesOf } from './attendanceMinutes'
import { type CsvRecord, recordsOf } from './csv'
import { detectEncoding, readText } from './decode'
import { detectDelimiter } from './delimiter'
import type { Stop } from './inputErrors'
import { statInput } from './openInput'
import { cleanLine, fold } from './textValues'

/** Somebody in a list of attendance, once, however often they joined. */
export interface FoundAttendee {
  /** Physical line on which they come first, from 1. */
  line: number
  /** What they may be called, the likeliest first. */
  names: string[]
  email: string | null
  /** All the time they were there together; null where the file does not say. */
  minutes: number | null
  /** The file's word for it that they were not there; null where they were. */
  absent: string | null
  /** How many people without a name came with them. */
  brought: number
}

/** What a meeting tool says of who was there. */
export interface AttendanceFile {
  fileName: string
  title: string | null
  /** When it began, as it stands in the file: which number is the day, no file says. */
  startText: string | null
  /** Whether it only says who meant to come. */
  isPromise: boolean
  people: FoundAttendee[]
}

/** A list of attendance is read as a whole; one beyond that is none. */
const largest = 20_000_000

/**
 * Reads the attendance that Teams, Zoom or Meetup exports, in whatever language, encoding and shape; any other table with names
 * will do as well. Whoever joined again is counted once.
 *
 * @throws AppError `unreadable-input` with what to do, `file-not-found`, `cancelled`.
 */
export async function readAttendance(path: string, stop: Stop): Promise<AttendanceFile> {
  const input = await statInput(path, stop)
  if (input.bytes > largest) throw notAttendance(input.name)
  const encoding = await detectEncoding(input, stop)
  let text = ''
  for await (const part of readText(input, encoding, stop)) text += part.text
  // Teams separates by tabs whatever the file is called, and its first lines have none.
  const tabs = text.split('\n').filter((line) => line.includes('\t')).length
  const delimiter = tabs > 1 ? '\t' : detectDelimiter(text)
  const records = recordsOf(text, delimiter).filter(({ fault }) => fault === null)
  const { heading, rows, before } = listIn(records) ?? {}
  if (!heading || !rows || rows.length === 0) throw notAttendance(input.name)
  const columns = attendanceColumns(heading.cells, rows)
  const people = peopleOf(columns, rows)
  if (people.length === 0) throw notAttendance(input.name)
  return { fileName: input.name, ...aboutMeeting(before ?? []), isPromise: columns.isPromise, people }
}

function notAttendance(name: string): AppError {
  return new AppError(
    'unreadable-input',
    `In “${name}” there is no list of people. Download the attendance report of the meeting from Teams, the participants from Zoom or the attendees from Meetup, and choose that file.`,
  )
}

interface List {
  heading: CsvRecord
  rows: CsvRecord[]
  /** What stands above it. */
  before: CsvRecord[]
}

/** Of the numbered sections of Teams the second lists everybody once, the third every joining. */
function listIn(records: readonly CsvRecord[]): List | null {
  const starts = records.flatMap(({ cells }, index) => (isSection(cells) ? [index] : []))
  if (starts.length > 0) {
    const before = records.slice(0, starts[1] ?? starts[0])
    for (const [place, start] of starts.entries()) {
      if (place === 0) continue
      const [heading, ...rows] = records.slice(start + 1, starts[place + 1] ?? records.length)
      if (heading && rows.length > 0) return { heading, rows, before }
    }
    return null
  }
  const first = records.findIndex(({ cells }) => isHeading(cells))
  // The meeting itself may stand above, as a table of one row.
  const at = isHeading(records[first + 2]?.cells ?? []) ? first + 2 : first
  const heading = records[at]
  return heading ? { heading, rows: records.slice(at + 1), before: records.slice(0, at) } : null
}

/** `2. Participants`, alone in its line. */
function isSection(cells: readonly string[]): boolean {
  const filled = cells.map(cleanLine).filter((cell) => cell !== '')
  return filled.length === 1 && /^\d+\.\s*\D/.test(filled[0] ?? '')
}

const dated = /\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}.*\d{1,2}[:.]\d{2}/

/** The title and the beginning, out of lines of key and value or of a table of one row. */
function aboutMeeting(before: readonly CsvRecord[]): Pick<AttendanceFile, 'title' | 'startText'> {
  const lines = before.map(({ cells }) => cells.map(cleanLine)).filter((cells) => !isSection(cells))
  const pairs = lines.filter((cells) => cells.filter((cell) => cell !== '').length === 2)
  const values = pairs.length > 0 ? pairs.map(([, value = '']) => value) : (lines[1] ?? [])
  const startText = values.find((value) => dated.test(value)) ?? null
  // A table of one row begins with the number of the meeting.
  const title = pairs.length > 0 ? values[0] : values[1]
  return { title: title && !dated.test(title) ? title : null, startText }
}

function peopleOf(columns: AttendanceColumns, rows: readonly CsvRecord[]): FoundAttendee[] {
  const found = new Map<string, FoundAttendee>()
  const byName = new Map<string, string>()
  for (const { line, cells } of rows) {
    const cell = (column: number | null) => (column === null ? '' : cleanLine(cells[column] ?? ''))
    const names = namesIn(cell(columns.name))
    const email = columns.emails.map(cell).find((value) => value.includes('@')) ?? null
    const [name] = names
    if (name === undefined && email === null) continue
    const minutes = minutesOf(cell(columns.minutes), columns.wholeMinutes)
    const answer = cell(columns.answer)
    const absent = cameBy(answer) === false ? answer : null
    const brought = absent === null ? Math.min(mostBrought, Number(cell(columns.guests)) || 0) : 0
    const called = name === undefined ? '' : fold(name)
    // Whoever has no address in one line is the one of that name who had it in another.
    const key = email?.toLowerCase() ?? byName.get(called) ?? called
    const known = found.get(key)
    if (known) {
      known.names = [...new Set([...known.names, ...names])]
      if (absent === null) known.absent = null
      known.brought += brought
      if (minutes !== null) known.minutes = (known.minutes ?? 0) + minutes
    } else found.set(key, { line, names, email, minutes, absent, brought })
    if (email !== null && called !== '') byName.set(called, key)
  }
  return [...found.values()].map((one) => ({
    ...one,
    minutes: one.minutes === null ? null : Math.round(one.minutes),
  }))
}

/** Of one person; a larger number is no number of guests. */
const mostBrought = 20

/** `Mira (Mira Okafor)` was renamed in the meeting; `Mira Okafor (Guest)` says what she was there. */
function namesIn(cell: string): string[] {
  const [, outside = '', inside = ''] = /^(.*?)\s*\(([^()]*)\)\s*$/.exec(cell) ?? []
  const parts = outside === '' ? [cell] : [...(inside.includes(' ') ? [inside] : []), outside]
  // A name that somebody wrote the other way round: "Okafor, Mira".
  const turned = parts.flatMap((part) => {
    const [family, given, ...more] = part.split(',').map(cleanLine)
    return family && given && more.length === 0 ? [`${given} ${family}`, part] : [part]
  })
  return turned.filter((name) => name !== '')
}
