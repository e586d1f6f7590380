import { minutesOf } from './attendanceMinutes'
import type { CsvRecord } from './csv'
import { bareWords, cleanLine } from './textValues'

/** Where in a list of attendance what stands. */
interface AttendanceColumns {
  name: number | null
  /** The likeliest first: the address of a mailbox before that of an account. */
  emails: number[]
  minutes: number | null
  /** Whether the minutes are whole numbers, as the heading says. */
  wholeMinutes: boolean
}

/** What the column of names is called: "Full Name", "Vollständiger Name", "Nombre", "Participant". */
const names =
  /\b(name|names|nom|nome|nombre|naam|navn|namn|nimi|nazwa|nazwisko|imie|jmeno|meno|nev|numele?|adi?|isim|participant|participants|teilnehmer|teilnehmende|participante|partecipante|deelnemer|attendee|who)\b|имя|имена|ім|όνομα|氏名|名前|姓名|名称|이름/

const mails = /mail|courriel|correo|почт|пошт|メール|邮|郵|메일/

/** A line of headings: at least two, of which one is what people are called, and none holds figures. */
export function isHeading(cells: readonly string[]): boolean {
  const words = cells.map(bareWords).filter((cell) => cell !== '')
  if (words.length < 2 || words.some((cell) => /\d{2}/.test(cell))) return false
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
  const called = columns.find((column) => names.test(words[column] ?? '') && !emails.includes(column))
  return {
    name: called ?? columns.find((column) => !emails.includes(column)) ?? null,
    emails: [...new Set([...byHeading, ...emails])],
    minutes: whole ?? spoken ?? null,
    wholeMinutes: whole !== undefined,
  }
}

const isWhole = (text: string) => /^\d{1,5}$/.test(text)
