import type { WholeDescription, WholeTable, WholeValue } from '@shared/domain/whole/description'
import type { WholePlace } from '@shared/domain/whole/sink'
import { shown } from '@shared/domain/whole/values'
import { AppError } from '@shared/errors'
import type { Reader, SqlValue } from '../engine/reader'

/** A connection to tables that are being filled. */
export interface Filling {
  readonly db: Reader
  run(sql: string, ...values: SqlValue[]): void
}

/** Puts a record into its table. @throws AppError that says where it is and why it cannot be there */
export function addRecord(
  { run }: Filling,
  { name, columns }: WholeTable,
  row: readonly WholeValue[],
  place: WholePlace,
): void {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  try {
    run(`INSERT INTO "${name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`, ...row)
  } catch (thrown) {
    const why = refusal(thrown)
    if (why === null) throw thrown
    throw new AppError('unreadable-input', `${place()}: ${why}.`)
  }
}

/** What the tables do not take, in words; null for what has nothing to do with the record. */
function refusal(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null
  const detail = thrown.message.replace(/^.*constraint failed: /, '')
  switch (thrown.code) {
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
    case 'SQLITE_CONSTRAINT_ROWID':
      return 'there is a record of this number already'
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return `there is one like it already (${detail})`
    case 'SQLITE_CONSTRAINT_CHECK':
      return `a value is none that may stand there (${detail.slice(0, 200)})`
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return `a value is missing (${detail})`
    case 'SQLITE_TOOBIG':
      return 'it is too long'
    default:
      return null
  }
}

/** @throws AppError for a record that refers to one that is not there */
export function assertReferences({ db }: Filling, { tables }: WholeDescription): void {
  const [broken] = db.all<{ table: string; rowid: number; parent: string; fkid: number }>(
    'SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check LIMIT 1',
  )
  if (!broken) return
  const { table, rowid, parent, fkid } = broken
  const column =
    db.value<string>('SELECT "from" FROM pragma_foreign_key_list(?) WHERE id = ?', table, fkid) ?? ''
  const known = tables.some(({ name }) => name === table)
  const value = known ? db.value<number>(`SELECT "${column}" FROM "${table}" WHERE id = ?`, rowid) : null
  throw new AppError(
    'unreadable-input',
    `${table} ${rowid}: ${column} is ${shown(value ?? null)}, and there is no such record in ${parent}.`,
  )
}
