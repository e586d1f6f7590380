import { isCalendarDate } from '../calendar'
import type { WholeColumn, WholeValue } from './description'

/**
 * What is wrong with a value for a column, as the end of a sentence; null when it fits. What only the tables can tell,
 * such as a number that two records have, is not looked at.
 */
export function misfit(table: string, column: WholeColumn, value: unknown): string | null {
  if (value === null) return column.required ? 'may not be empty' : null
  switch (column.kind) {
    case 'whole number':
      return misfitNumber(table, column, value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'has to be a number'
    default:
      return typeof value === 'string' ? misfitText(column, value) : 'has to be a text'
  }
}

/** Figures in memory keep numbers of records, and days, in 32 bits. */
const largestNumber = 2 ** 31 - 1
/** The search sorts sessions by their day and the last 24 bits of a number, which are the session's. */
const largestSession = 2 ** 24 - 1

/** The highest number that a record of a table can have. */
export function largestId(table: string): number {
  return table === 'sessions' ? largestSession : largestNumber
}

function misfitNumber(table: string, { name, refers }: WholeColumn, value: unknown): string | null {
  if (!Number.isSafeInteger(value)) return 'has to be a whole number'
  const number = Number(value)
  const largest = largestId(name === 'id' ? table : (refers ?? ''))
  if ((name === 'id' || refers) && (number < 1 || number > largest))
    return `has to be from 1 to ${largest.toLocaleString('en')}`
  return Math.abs(number) > largestNumber ? 'is too large' : null
}

function misfitText({ kind, values }: WholeColumn, text: string): string | null {
  if (!text.isWellFormed()) return 'holds half of a character'
  if (values && !values.includes(text))
    return `has to be one of ${values.map((one) => `“${one}”`).join(', ')}`
  if (kind === 'date') return isCalendarDate(text) ? null : 'has to be a date such as 2026-11-23'
  if (kind === 'moment')
    return isMoment(text) ? null : 'has to be a date, or a date and time such as 2026-11-23T09:30:00Z'
  return kind === 'json' && !isJson(text) ? 'has to be JSON' : null
}

function isMoment(text: string): boolean {
  return isCalendarDate(text.slice(0, 10)) && (text.length === 10 || !Number.isNaN(Date.parse(text)))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What is refused in a value, shortened so that it can be shown. */
export function shown(value: WholeValue): string {
  const text = String(value)
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
}
