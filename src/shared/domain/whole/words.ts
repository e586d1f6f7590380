import { columnWords, tableWords } from '../historyWords'
import { tableMeanings, untoldColumns } from './meanings'

/** What a table holds, in a sentence; null where nobody has said it. */
export function tableMeaning(table: string): string | null {
  return Object.hasOwn(tableMeanings, table) ? (tableMeanings[table] ?? null) : null
}

/** What a column holds, in a few words: as the history calls it, or for what no history tells, as it is called here. */
export function columnMeaning(table: string, column: string): string | null {
  if (Object.hasOwn(tableWords(table).columns, column)) return columnWords(table, column).label
  for (const of of [table, 'every table']) {
    const words = Object.hasOwn(untoldColumns, of) ? untoldColumns[of] : undefined
    if (words && Object.hasOwn(words, column)) return words[column] ?? null
  }
  return null
}
