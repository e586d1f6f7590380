import { type ColumnMapping, type ImportField, type ImportKind, importFields } from '@shared/domain/imports'
import { AppError } from '@shared/errors'

export interface MappedColumn {
  /** Index of the column. */
  column: number
  /** Null leaves the column out. */
  field: string | null
}

/**
 * Reads the command line's `--map field=column,…`. A field is named as in `importFields` or by its label;
 * `ignore` leaves a column out. A column is named as in the file, in any case, or by its number: `#3`. A comma
 * inside a column's name is no problem as long as no field and `=` follow it. Throws `invalid-input`.
 */
export function parseMapOption(
  text: string,
  columns: readonly { name: string }[],
  kind: ImportKind,
): MappedColumn[] {
  const names = importFields[kind].flatMap(({ field, label }) => [field, label]).concat('ignore')
  const starts = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text
    .split(new RegExp(`,(?=\\s*(?:${starts})\\s*=)`, 'i'))
    .filter((part) => part.trim() !== '')
    .map((part) => mappedColumn(part, columns, kind))
}

function mappedColumn(part: string, columns: readonly { name: string }[], kind: ImportKind): MappedColumn {
  const equals = part.indexOf('=')
  if (equals === -1) {
    throw new AppError('invalid-input', `“${part.trim()}” says no column: write it as field=column.`, 'map')
  }
  const fieldName = part.slice(0, equals).trim()
  const field = fieldName.toLowerCase() === 'ignore' ? null : fieldNamed(fieldName, kind)
  return { column: columnNamed(part.slice(equals + 1).trim(), columns), field }
}

function fieldNamed(name: string, kind: ImportKind): string {
  const wanted = name.toLowerCase()
  const fields: readonly ImportField[] = importFields[kind]
  const found = fields.find(
    ({ field, label }) => field.toLowerCase() === wanted || label.toLowerCase() === wanted,
  )
  if (found !== undefined) return found.field
  const known = fields.map(({ field }) => field).join(', ')
  throw new AppError(
    'invalid-input',
    `There is no field “${name}” for ${kind}. There are: ${known}, ignore.`,
    'map',
  )
}

function columnNamed(name: string, columns: readonly { name: string }[]): number {
  const exact = columns.findIndex((column) => column.name === name)
  if (exact !== -1) return exact
  const alike = columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase())
  if (alike !== -1) return alike
  const number = /^#(\d+)$/.exec(name)
  if (number !== null && columns[Number(number[1]) - 1] !== undefined) return Number(number[1]) - 1
  const known = columns.map((column) => `“${column.name}”`).join(', ')
  throw new AppError('invalid-input', `The file has no column “${name}”. It has: ${known}.`, 'map')
}

/**
 * Puts what the user said over the guesses. A field that is named goes to the named columns alone, whatever was
 * guessed for it.
 */
export function applyMapping(guessed: ColumnMapping, mapped: readonly MappedColumn[]): ColumnMapping {
  const named = new Set(mapped.map(({ field }) => field).filter((field) => field !== null))
  const mapping = guessed.map((field) => (field !== null && named.has(field) ? null : field))
  for (const { column, field } of mapped) mapping[column] = field
  return mapping
}
