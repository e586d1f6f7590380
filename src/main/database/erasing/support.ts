import { erasedText } from '@shared/domain/erasure'
import { closingReasons, contactRules } from '@shared/domain/support/closure'
import type { Row, SqlValue } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { type SupportTable, supportTables } from '../queries/support/supportTraces'
import { blankRows } from './blank'

/** When somebody was talked with, and that a goal was reached, goes on counting; what was said goes. */
export function eraseSupport(
  writer: Writer,
  rows: Readonly<Record<SupportTable, ReadonlySet<number>>>,
): void {
  blankRows(writer, supportTables, rows, erasedSupport)
}

/** What is left of a row, or of an image of it: one of the usual reasons says nothing of anybody in particular. */
export function erasedSupport(table: SupportTable, row: Row): Row {
  switch (table) {
    case 'check_ins':
    case 'closure_steps':
      return { notes: '' }
    case 'snoozes':
    case 'flag_snoozes':
      return { reason: erasedText }
    case 'match_moves':
      return { reason: usual(row.reason, closingReasons, null) }
    case 'goals':
    case 'milestones':
      return { text: erasedText }
    case 'closures':
      return {
        reason: usual(row.reason, closingReasons, erasedText),
        contact_rule: usual(row.contact_rule, contactRules, null),
        reopened_because: null,
      }
  }
}

function usual(value: SqlValue | undefined, known: readonly string[], otherwise: string | null): SqlValue {
  return typeof value === 'string' && known.includes(value) ? value : otherwise
}
