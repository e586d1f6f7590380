import type { FieldChange } from '@shared/contract/history'
import { fromDayNumber } from '@shared/domain/calendar'
import type { ValueKind } from '@shared/domain/historyColumns'
import { columnWords, tableWords } from '@shared/domain/historyWords'
import type { SqlValue } from '../engine/reader'
import type { Image } from './images'
import type { Names } from './names'
import { wordDiff } from './wordDiff'

/** A column that differs between two images of a row. */
interface Difference {
  column: string
  label: string
  kind: ValueKind
  before: SqlValue
  after: SqlValue
}

/** The columns that somebody would want to read of, in the order in which the table is told. */
function differences(table: string, from: Image, to: Image): Difference[] {
  const { columns, hidden, confidential = [] } = tableWords(table)
  const untold = [...hidden, ...confidential]
  const named = [...Object.keys(columns), ...Object.keys(to ?? {}), ...Object.keys(from ?? {})]
  return [...new Set(named)].flatMap((column) => {
    const [before, after] = [from?.[column] ?? null, to?.[column] ?? null]
    if (untold.includes(column) || before === after || (isNothing(before) && isNothing(after))) return []
    return [{ column, ...columnWords(table, column), before, after }]
  })
}

/** The differences in words. */
export function fieldChanges(table: string, from: Image, to: Image, names: Names): FieldChange[] {
  return differences(table, from, to).map(({ label, kind, before, after }) => {
    const [old, now] = [inWords(before, kind, names), inWords(after, kind, names)]
    if (kind === 'long') {
      return { label, kind: 'text', before: null, after: null, diff: wordDiff(old ?? '', now ?? '') }
    }
    const isDate = kind === 'date' || kind === 'day'
    return { label, kind: isDate ? 'date' : 'text', before: old, after: now, diff: null }
  })
}

/** A stored value as it is read; null when there is none. */
export function inWords(value: SqlValue, kind: ValueKind, names: Names): string | null {
  if (kind === 'yes') return isNothing(value) || value === 0 ? 'no' : 'yes'
  if (isNothing(value)) return null
  switch (kind) {
    case 'text':
    case 'long':
    case 'date':
    case 'moment':
      return String(value)
    case 'day':
      return fromDayNumber(Number(value))
    case 'minutes':
      return `${value} min`
    case 'rating':
      return `${value} of 5`
    default:
      return names.of(kind, Number(value))
  }
}

function isNothing(value: SqlValue): boolean {
  return value === null || value === ''
}
