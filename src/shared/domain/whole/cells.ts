import { isFormula } from '../spreadsheetText'

/**
 * Texts in the cells of an exported table, so that no spreadsheet computes them and each is read back as it was. An
 * empty cell is unknown, or empty where nothing can be unknown; an apostrophe stands before what begins like a formula
 * or with an apostrophe, and alone for an empty text that could be unknown.
 */
export function cellOf(text: string | null, required: boolean): string {
  if (text === null) return ''
  if (text === '') return required ? '' : "'"
  return needsGuard(text) ? `'${text}` : text
}

/** An apostrophe that nobody put there as a guard stays. */
export function textOf(cell: string, required: boolean): string | null {
  if (cell === '') return required ? '' : null
  if (!cell.startsWith("'")) return cell
  const rest = cell.slice(1)
  return rest === '' || needsGuard(rest) ? rest : cell
}

function needsGuard(text: string): boolean {
  return text.startsWith("'") || isFormula(text)
}
