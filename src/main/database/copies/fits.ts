import { columnWords, tableWords } from '@shared/domain/historyWords'
import { misfit } from '@shared/domain/whole/values'
import { AppError } from '@shared/errors'
import type { Reader, SqlValue } from '../engine/reader'
import { describeFile } from '../whole/describe'
import type { MergePlan } from './threeWay'

/**
 * Whoever can change a file can put anything into it: what the tables would take, and the windows and figures could not
 * bear, is held back by the rules that an import goes by.
 *
 * @throws AppError `unreadable-input`
 */
export function assertFits(db: Reader, { decisions, conflicts }: MergePlan): void {
  const columns = new Map(
    describeFile(db).tables.flatMap(({ name: table, columns: all }) =>
      all.map((column) => [`${table} ${column.name}`, column] as const),
    ),
  )
  const check = (table: string, name: string, value: SqlValue) => {
    const column = columns.get(`${table} ${name}`)
    const problem = column ? misfit(table, column, value) : null
    if (problem !== null) throw unfit(table, name, problem)
  }
  for (const { entry, values } of decisions)
    for (const [name, value] of Object.entries(values)) check(entry.table, name, value)
  for (const { entry, column, theirs } of conflicts) if (column !== null) check(entry.table, column, theirs)
}

function unfit(table: string, column: string, problem: string): AppError {
  return new AppError(
    'unreadable-input',
    `It holds what Coppice would never have written: “${columnWords(table, column).label}” of a ${tableWords(table).one} ${problem}. Nothing of it was taken in. Ask your colleague whether something else has changed the file.`,
  )
}
