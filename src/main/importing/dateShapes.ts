import type { DateOrder } from '@shared/domain/imports'
import { monthOf } from './monthNames'

/** Taking a written date apart, before anything is decided about the order of its numbers. */

export interface DateParts {
  /** The three numbers as they stand, the month's name already as its number. */
  numbers: readonly [number, number, number]
  /** How many digits the first and the last number have: four make a year. */
  firstDigits: number
  lastDigits: number
  /** Null when the order of the numbers has to come from elsewhere. */
  order: DateOrder | null
  /** Whether a first number of two digits may be a year: hardly ever before a slash, unless it is over 31. */
  yearMayLead: boolean
  /** What comes after the date, such as a time. */
  rest: string
}

const numeric =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,4})\s?([-/.\u2010-\u2012])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?(?:(?:[ T,]+|\s)(\S.*))?$/u
const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?$/
const spaces = /[\s\u00a0\u202f]+/g
const timeStart =
  /(?:^|[\sT,])(?:(?:at|um|a|alle|ore|om|as|à|às|a las)\s+)?(\d{1,2}(?:[:h]\d{2}|\.\d{2}\s?uhr|\s?[ap]\.?\s?m\b).*)$/iu

/** The parts of a date with or without a time, or null for anything that is no full date. */
export function dateParts(cell: string): DateParts | null {
  const text = cell.replace(spaces, ' ').trim()
  return numericParts(text) ?? compactParts(text) ?? namedParts(text)
}

function numericParts(text: string): DateParts | null {
  const found = numeric.exec(text)
  if (found === null) return null
  const [, first = '', separator, middle = '', last = '', rest = ''] = found
  const yearMayLead = first.length >= 2 && last.length <= 2 && (separator !== '/' || Number(first) > 31)
  const parts = {
    numbers: [Number(first), Number(middle), Number(last)] as const,
    firstDigits: first.length,
    lastDigits: last.length,
    yearMayLead,
    rest,
  }
  if (first.length === 4) return last.length <= 2 ? { ...parts, order: 'ymd' } : null
  if (first.length === 3 || last.length === 1 || last.length === 3) return null
  return { ...parts, order: null }
}

function compactParts(text: string): DateParts | null {
  const found = compact.exec(text)
  if (found === null) return null
  const [, year, month, day, hour, minute, second = '00', zone = ''] = found
  const rest = hour === undefined ? '' : `${hour}:${minute}:${second}${zone}`
  const numbers = [Number(year), Number(month), Number(day)] as const
  return written(numbers, 'ymd', 2, rest)
}

/** `12 Mar 2024`, `7-Feb-22`, `Tuesday, March 12, 2024 at 2:05 PM`, `12. März 2024`, `12 de marzo de 2024`. */
function namedParts(text: string): DateParts | null {
  if (text.length > 60 || !/\p{L}{3}/u.test(text)) return null
  const time = timeStart.exec(text)
  const date = time === null ? text : text.slice(0, time.index)
  const words = date
    .split(/[\s,./\-\u2010-\u2012]+/u)
    .filter((word) => word !== '' && !/^(?:de|del|of|the|le|el|il|den|der|am)$/i.test(word))
  // The weekday in front is one word, or two as in "quinta-feira".
  while (words.length > 3 && words.length < 6 && /^\p{L}+$/u.test(words[0] ?? '')) words.shift()
  const [first = '', middle = '', last = '', more] = words
  if (more !== undefined || last === '') return null
  const rest = time?.[1] ?? ''
  const month = monthOf(middle)
  if (month !== null) return dayOrYearFirst(first, month, last, rest)
  const leading = monthOf(first)
  const day = dayNumber(middle)
  if (leading === null || day === null || !isYear(last)) return null
  const year = yearDigits(last)
  return written([leading, day, Number(year)], 'mdy', year.length, rest)
}

function dayOrYearFirst(first: string, month: number, last: string, rest: string): DateParts | null {
  if (/^\d{4}$/.test(first)) {
    const day = dayNumber(last)
    return day === null ? null : written([Number(first), month, day], 'ymd', 2, rest)
  }
  const day = dayNumber(first)
  if (day === null || !isYear(last)) return null
  const year = yearDigits(last)
  return written([day, month, Number(year)], 'dmy', year.length, rest)
}

/** A date that says itself which number is which. */
function written(
  numbers: DateParts['numbers'],
  order: DateOrder,
  lastDigits: number,
  rest: string,
): DateParts {
  return { numbers, firstDigits: order === 'ymd' ? 4 : 2, lastDigits, order, yearMayLead: false, rest }
}

function dayNumber(word: string): number | null {
  const found = /^(\d{1,2})(?:st|nd|rd|th|er|e|º|°|ª)?$/i.exec(word)
  return found === null ? null : Number(found[1])
}

function isYear(word: string): boolean {
  return /^['’]?(?:\d{2}|\d{4})$/.test(word)
}

function yearDigits(word: string): string {
  return word.replace(/^['’]/, '')
}
