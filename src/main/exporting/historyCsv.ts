import type { OutputOf } from '@shared/contract'
import type { HistoryCommand } from '@shared/contract/history'
import { areaOf, commandKindWords } from '@shared/domain/historyWords'
import type { CsvCell } from './csvText'

type Change = OutputOf<'history.changes'>['changes'][number]

export const historyCsvHeader = [
  'line',
  'when',
  'kind',
  'area',
  'what',
  'reason',
  'record',
  'change',
  'field',
  'before',
  'after',
]

/** What a command changed, one row a field; a command that says nothing more has a row of its own. */
export function historyCsvRows(command: HistoryCommand, changes: readonly Change[]): CsvCell[][] {
  const { id, at, kind, operation, summary, reason } = command
  const line = [id, at, commandKindWords[kind], areaOf(operation), summary, reason]
  return changes.flatMap(({ name, what, fields }) => {
    const told = fields.filter(({ label }) => label !== null)
    if (told.length === 0) return what === 'changed' ? [] : [[...line, name, what, null, null, null]]
    return told.map(({ label, words }) => [...line, name, what, label, words.before, words.after])
  })
}
