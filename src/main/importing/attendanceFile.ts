import { AppError } from '@shared/errors'
import { type AttendanceColumns, attendanceColumns, cameBy } from './attendanceColumns'
import { attendanceLists, firstJoining } from './attendanceLists'
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
 * Reads the attendance that Teams, Zoom, Google Meet, Webex or Meetup exports, in whatever language, encoding and shape; any other table with names
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
  const { lists, title, startText } = attendanceLists(records)
  const read = lists.map((list) => ({
    list,
    columns: attendanceColumns(list.heading.cells, list.rows),
  }))
  const people = peopleOf(read.map(({ list, columns }) => ({ rows: list.rows, columns })))
  if (people.length === 0) throw notAttendance(input.name)
  const isPromise = read.some(({ columns }) => columns.isPromise)
  const joining = isPromise ? null : (lists.map(firstJoining).find((text) => text !== null) ?? null)
  return { fileName: input.name, title, startText: startText ?? joining, isPromise, people }
}

function notAttendance(name: string): AppError {
  return new AppError(
    'unreadable-input',
    `In “${name}” there is no list of people. Download the attendance report of the meeting from Teams, the participants from Zoom, Google Meet or Webex, or the attendees from Meetup, and choose that file.`,
  )
}

interface Table {
  rows: readonly CsvRecord[]
  columns: AttendanceColumns
}

function peopleOf(tables: readonly Table[]): FoundAttendee[] {
  const found = new Map<string, FoundAttendee>()
  const byName = new Map<string, string>()
  const everybody = tables.flatMap(({ rows, columns }) => rows.flatMap((row) => personIn(row, columns) ?? []))
  for (const person of everybody) {
    const { names, email, minutes, absent, brought } = person
    const called = fold(names[0] ?? '')
    // Whoever has no address in one line is the one of that name who had it in another.
    const key = email?.toLowerCase() ?? byName.get(called) ?? called
    const known = found.get(key)
    if (known) {
      known.names = [...new Set([...known.names, ...names])]
      if (absent === null) known.absent = null
      known.brought += brought
      if (minutes !== null) known.minutes = (known.minutes ?? 0) + minutes
    } else found.set(key, person)
    if (email !== null && called !== '') byName.set(called, key)
  }
  return [...found.values()].map((one) => ({
    ...one,
    minutes: one.minutes === null ? null : Math.round(one.minutes),
  }))
}

/** Who stands in a row; null for nobody, and for who only waited to be let in. */
function personIn({ line, cells }: CsvRecord, columns: AttendanceColumns): FoundAttendee | null {
  const cell = (column: number | null) => (column === null ? '' : cleanLine(cells[column] ?? ''))
  if (cameBy(cell(columns.waiting)) === true) return null
  const whole = columns.parts === null ? '' : cleanLine(columns.parts.map(cell).join(' '))
  const names = [...new Set([...(whole === '' ? [] : [whole]), ...namesIn(cell(columns.name))])]
  // Some addresses are given with stars in them.
  const email = columns.emails.map(cell).find((value) => value.includes('@') && !value.includes('*')) ?? null
  if (names.length === 0 && email === null) return null
  const answer = cell(columns.answer)
  const absent = cameBy(answer) === false ? answer : null
  return {
    line,
    names,
    email,
    minutes: minutesOf(cell(columns.minutes), columns.wholeMinutes),
    absent,
    brought: absent === null ? Math.min(mostBrought, Number(cell(columns.guests)) || 0) : 0,
  }
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
