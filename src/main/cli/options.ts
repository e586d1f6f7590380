import { isCalendarDate } from '@shared/domain/calendar'
import { InvalidArgumentError, Option } from 'commander'

/** Parsers of options; a value that does not fit ends the command with their sentence. */

export function wholeNumber(text: string): number {
  const number = Number(text)
  if (/^\d{1,9}$/.test(text)) return number
  throw new InvalidArgumentError('Give a whole number.')
}

export function positiveNumber(text: string): number {
  const number = wholeNumber(text)
  if (number > 0) return number
  throw new InvalidArgumentError('Give a whole number above zero.')
}

export function calendarDate(text: string): string {
  if (isCalendarDate(text)) return text
  throw new InvalidArgumentError('Give a date as year-month-day, such as 2026-11-23.')
}

/** For an option that may be given several times. */
export function collected(text: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), text]
}

export function programFileOption(): Option {
  return new Option('-f, --file <file>', 'the program file').makeOptionMandatory()
}

export function jsonOption(): Option {
  return new Option('--json', 'answer with JSON')
}
