import { columnWords, tableWords } from '@shared/domain/historyWords'
import type { WholeColumn, WholeDescription, WholeKind, WholeTable } from '@shared/domain/whole/description'
import { columnMeaning, tableMeaning } from '@shared/domain/whole/words'

const kindWords: Record<WholeKind, string> = {
  'whole number': 'whole number',
  number: 'number',
  text: 'text',
  date: 'date, YYYY-MM-DD',
  moment: 'date, or date and time (ISO 8601)',
  json: 'text that is JSON',
}

/** Every table and column in words, as Markdown. */
export function dataDictionary({ version, tables }: WholeDescription): string {
  const sorted = tables.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  const parts = sorted.map((table) =>
    [
      `## ${table.name}`,
      `${tableMeaning(table.name) ?? ''} One line is one ${tableWords(table.name).one}.`,
      [
        '| column | what it is | what stands in it |',
        '| --- | --- | --- |',
        ...table.columns.map((column) => columnLine(table, column)),
      ].join('\n'),
    ].join('\n\n'),
  )
  return `${[
    '# Data dictionary of a Coppice program file',
    `Every table and column that an export holds, as of version ${version} of the tables. “May be empty” means that it may ` +
      'be unknown. The history, the trash, what is being typed and what can be computed from the rest are not exported.',
    ...parts,
  ].join('\n\n')}\n`
}

function columnLine(table: WholeTable, column: WholeColumn): string {
  return `| \`${column.name}\` | ${columnMeaning(table.name, column.name) ?? ''} | ${contentWords(table.name, column)} |`
}

function contentWords(table: string, column: WholeColumn): string {
  const { values, refers, required, isNote } = column
  const what = refers
    ? `the \`id\` of a record of [${refers}](#${refers})`
    : values
      ? `one of ${values.map((value) => `“${value}”`).join(', ')}`
      : isNote
        ? 'text in Markdown'
        : numberWords(table, column)
  return required ? what : `${what}; may be empty`
}

/** What a number counts, where the history knows it. */
function numberWords(table: string, { name, kind }: WholeColumn): string {
  if (kind !== 'whole number') return kindWords[kind]
  switch (columnWords(table, name).kind) {
    case 'minutes':
      return 'whole number of minutes'
    case 'yes':
      return '1 for yes, 0 for no'
    case 'day':
      return 'whole days since 1970-01-01'
    default:
      return kindWords[kind]
  }
}
