import { tableWords } from '@shared/domain/historyWords'
import type { WholeColumn, WholeTable } from '@shared/domain/whole/description'
import {
  leftOutText,
  ofPrivateRecords,
  privateColumns,
  privateWhen,
  settingsOfFile,
  toldColumns,
} from '@shared/domain/whole/privacy'
import { writtenColumns } from '../queries/privacy/writtenColumns'

/** What of a table leaves, as SQL about its rows `t`. */

/** The columns as they leave, in their order. */
export function columnsSql(table: WholeTable, privateTexts: boolean): string[] {
  return table.columns.map((column) => {
    const name = `t."${column.name}"`
    if (privateTexts) return name
    if (isPrivateColumn(table, column)) return 'NULL'
    const isPrivate = privateWhen[table.name]
    if (isPrivate === undefined || !isSaid(table, column)) return name
    const instead = column.required ? `iif(${name} = '', '', '${leftOutText}')` : 'NULL'
    return `iif(${isPrivate}, ${instead}, ${name})`
  })
}

/** Which rows leave. */
export function keptSql(table: WholeTable, privateTexts: boolean): string {
  if (table.name === 'settings')
    return settingsOfFile.map((pattern) => `t."key" NOT LIKE '${pattern}'`).join(' AND ')
  if (privateTexts) return '1'
  // Without what it was kept for there is nothing left of it.
  if (table.columns.some((column) => column.required && isPrivateColumn(table, column))) return '0'
  const column = ofPrivateRecords[table.name]
  if (column === undefined) return '1'
  const parent = table.columns.find(({ name }) => name === column)?.refers
  return `t."${column}" NOT IN (SELECT id FROM "${parent}" WHERE confidentiality = 'private')`
}

/** How many records hold something that is left out unless it is asked for. */
export function privateSql(table: WholeTable): string {
  const isPrivate = privateWhen[table.name]
  if (isPrivate !== undefined) return isPrivate
  const columns = table.columns.filter((column) => isPrivateColumn(table, column))
  return columns.length === 0 ? '0' : columns.map(({ name }) => `t."${name}" IS NOT NULL`).join(' OR ')
}

function isPrivateColumn({ name: table }: WholeTable, { name }: WholeColumn): boolean {
  const { confidential = [] } = tableWords(table)
  return confidential.includes(name) || (privateColumns[table] ?? []).includes(name)
}

function isSaid({ name: table }: WholeTable, { name }: WholeColumn): boolean {
  return (writtenColumns[table] ?? []).includes(name) || toldColumns.includes(name)
}
