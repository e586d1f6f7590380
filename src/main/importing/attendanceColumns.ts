import { minutesOf } from './attendanceMinutes'
import type { CsvRecord } from './csv'
import { memberColumns } from './memberColumns'
import { bareWords, cleanLine } from './textValues'

/** Where in a list of attendance what stands. */
export interface AttendanceColumns {
  name: number | null
  /** Where given and family name stand apart. */
  parts: readonly [given: number, family: number] | null
  /** The likeliest first: the address of a mailbox before that of an account. */
  emails: number[]
  minutes: number | null
  /** Whether the minutes are whole numbers, as the heading says. */
  wholeMinutes: boolean
  /** Who came, or without such a column who said that they would. */
  answer: number | null
  /** Whether `answer` is only what people said beforehand. */
  isPromise: boolean
  /** How many people without a name somebody brought. */
  guests: number | null
  /** Whether the row tells of waiting to be let in. */
  waiting: number | null
}

/** What the column of names is called: "Full Name", "Vollständiger Name", "Nombre", "Participant". */
const names =
  /\b(name|names|nom|nome|nombre|naam|navn|namn|nimi|nazwa|nazwisko|imie|jmeno|meno|nev|numele?|adi?|isim|participant|participants|teilnehmer|teilnehmende|participante|partecipante|deelnemer|attendee|who)\b|имя|имена|ім|όνομα|氏名|名前|姓名|名称|이름/

/** Also of names, but of something else. */
const otherNames = /\b(?:meeting|topic|event|host|room|device|webinar|organi[sz]er)\b/

const givenNames = new Set(memberColumns.exact.givenName.split('|'))
const familyNames = new Set(memberColumns.exact.familyName.split('|'))

const mails = /mail|courriel|correo|почт|пошт|メール|邮|郵|메일/

/** A line of headings: at least two, of which one is what people are called, and none holds figures. */
export function isHeading(cells: readonly string[]): boolean {
  const words = cells.map(bareWords).filter((cell) => cell !== '')
  if (words.length < 2 || words.some((cell) => /\d{2}|^\d+$/.test(cell))) return false
  return words.some((cell) => names.test(cell))
}

/** Headings are in any language, so what stands below them decides where they leave it open. */
export function attendanceColumns(
  headings: readonly string[],
  rows: readonly CsvRecord[],
): AttendanceColumns {
  const words = headings.map(bareWords)
  const share = (column: number, is: (text: string) => boolean) => {
    const filled = rows.map(({ cells }) => cleanLine(cells[column] ?? '')).filter((cell) => cell !== '')
    return filled.length === 0 ? 0 : filled.filter(is).length / filled.length
  }
  const columns = words.map((_, column) => column)
  const emails = columns.filter((column) => share(column, (text) => text.includes('@')) >= 0.5)
  const byHeading = columns.filter((column) => mails.test(words[column] ?? ''))
  const whole = columns.find(
    (column) => /minut|minuut|минут|хвилин|分|분/.test(words[column] ?? '') && share(column, isWhole) >= 0.5,
  )
  const spoken = columns.find((column) => share(column, (text) => minutesOf(text, false) !== null) >= 0.5)
  const parts = partsIn(words)
  const isName = (column: number) => names.test(words[column] ?? '') && !emails.includes(column)
  const called = columns.find(
    (column) => isName(column) && !otherNames.test(words[column] ?? '') && !parts?.includes(column),
  )
  const other = parts === null ? columns.find((column) => !emails.includes(column)) : undefined
  return {
    name: called ?? columns.find((column) => isName(column) && parts === null) ?? other ?? null,
    parts,
    emails: [...new Set([...byHeading, ...emails])],
    minutes: whole ?? spoken ?? null,
    wholeMinutes: whole !== undefined,
    ...answerIn(words, columns, share),
    guests:
      columns.find((column) => /^guests?$/.test(words[column] ?? '') && share(column, isWhole) === 1) ?? null,
    waiting: columns.find((column) => /\bwaiting room\b/.test(words[column] ?? '')) ?? null,
  }
}

function partsIn(words: readonly string[]): AttendanceColumns['parts'] {
  const given = words.findIndex((word) => givenNames.has(word))
  const family = words.findIndex((word) => familyNames.has(word))
  return given === -1 || family === -1 ? null : [given, family]
}

type Share = (column: number, is: (text: string) => boolean) => number

/** A column of nothing but yes and no, by what it is called; what is marked afterwards before what was promised. */
function answerIn(
  words: readonly string[],
  columns: readonly number[],
  share: Share,
): Pick<AttendanceColumns, 'answer' | 'isPromise'> {
  const called = (heading: RegExp) =>
    columns.find(
      (column) => heading.test(words[column] ?? '') && share(column, (text) => cameBy(text) !== null) === 1,
    )
  const marked = called(
    /^(?:attendance|attended|present|came|showed up|checked in|anwesend|teilgenommen|asistio|presente?)$/,
  )
  const promised = called(/\b(?:rsvp|going|response|antwort|zusage|reponse|respuesta)\b/)
  return { answer: marked ?? promised ?? null, isPromise: marked === undefined && promised !== undefined }
}

const yes =
  /^(?:yes|y|ja|oui|si|sim|true|1|x|attended|attending|present|came|going|checked in|accepted|anwesend|teilgenommen|asistio|presente?)$/
const no =
  /^(?:no|n|nein|non|nao|nee|false|0|no show|absent|absente?|not attending|not going|did not attend|declined|waitlist(?:ed)?|maybe|cancell?ed|abwesend)$/

/** Whether a word says that somebody came; null where it says neither. Whoever only may come has not. */
export function cameBy(text: string): boolean | null {
  const words = text.trim() === '✓' || text.trim() === '✔' ? 'x' : bareWords(text)
  if (yes.test(words)) return true
  return no.test(words) ? false : null
}

const isWhole = (text: string) => /^\d{1,5}$/.test(text)
