import { countWords, monthWords, utcDate } from '../summaryWords'
import { type Cell, type CellKind, leans } from './report'

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "one goal was", "seven goals were", "12 goals were". */
export function countedWords(count: number, one: string, many = `${one}s`): string {
  return `${countWords(count)} ${count === 1 ? one : many}`
}

/** "two of seven last talks", "all seven last talks", "both last talks", "none of seven last talks", "the one last talk". */
export function partWords(part: number, all: number, one: string, many = `${one}s`): string {
  if (part === all && all === 2) return `both ${many}`
  if (part === all) return all === 1 ? `the one ${one}` : `all ${countedWords(all, one, many)}`
  return `${part === 0 ? 'none' : countWords(part)} of ${countedWords(all, one, many)}`
}

/** Hours to a tenth, and from a hundred on to the hour. */
export function hoursOf(minutes: number): number {
  const hours = minutes / 60
  return hours < 100 ? Math.round(hours * 10) / 10 : Math.round(hours)
}

export function percentWords(part: number, whole: number): string {
  return `${Math.round((part / whole) * 100)} %`
}

/** To a tenth, or as many places, with the minus sign of typography. */
export function decimalWords(value: number, places = 1): string {
  return value
    .toLocaleString('en-GB', { maximumFractionDigits: places })
    .replace('-', '−')
    .replace(/^−0$/, '0')
}

const shortFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** "9 Nov 2026", which a column of a table has room for. */
function shortDay(day: string): string {
  const date = utcDate(day)
  return date === null ? day : shortFormat.format(date)
}

/** Whether a column of a kind is read, and not compared: it begins where lines begin. */
export function isTextKind(kind: CellKind): boolean {
  return kind === 'text' || kind === 'month'
}

function leanWords(lean: number): string {
  if (lean === leans.never) return 'never'
  if (lean < leans.even) return 'less'
  return lean > leans.even ? 'more' : 'as chance'
}

/** A value of a table as it is read; empty where it is not known. */
export function cellText(cell: Cell, kind: CellKind): string {
  if (cell === null) return ''
  if (typeof cell === 'string')
    return kind === 'day' ? shortDay(cell) : kind === 'month' ? monthWords(cell) : cell
  switch (kind) {
    case 'share':
      return percentWords(cell, 1)
    case 'index':
      return decimalWords(cell, 2)
    case 'change':
      return cell > 0 ? `+${decimalWords(cell)}` : decimalWords(cell)
    case 'lean':
      return leanWords(cell)
    default:
      return decimalWords(cell)
  }
}

/** What stands behind "every": "day", "two days". */
export function everyDays(days: number): string {
  return days === 1 ? 'day' : countedWords(days, 'day')
}
