import { isKnownHeading } from './columns'
import { looksLike, share } from './columnValues'
import type { CsvRecord } from './csv'

const looksAt = 40

/**
 * Which of a file's first records holds the headings: the one in which most cells are known headings, else the
 * first full-width one if it looks like headings. Null when the file starts with data at once.
 */
export function findHeader(records: readonly CsvRecord[]): CsvRecord | null {
  const first = records.slice(0, looksAt).filter(({ fault }) => fault === null)
  const width = commonest(first.map(({ cells }) => cells.length))
  const firstWide = first.find(({ cells }) => cells.length === width)
  let best: CsvRecord | null = null
  let bestKnown = 0
  for (const record of first) {
    const filled = record.cells.filter((cell) => cell.trim() !== '')
    const known = filled.filter((cell) => cell.length < 400 && isKnownHeading(cell)).length
    // One known word may be anybody's role or department; it only counts where headings usually stand.
    const enough = known > 1 ? known >= filled.length / 5 : record === firstWide
    if (known > bestKnown && enough && !filled.some(isData)) {
      best = record
      bestKnown = known
    }
  }
  return best ?? headerByForm(first, width)
}

function headerByForm(records: readonly CsvRecord[], width: number): CsvRecord | null {
  const index = records.findIndex(({ cells }) => cells.length === width)
  const record = records[index]
  if (record === undefined || width < 2) return null
  const filled = record.cells.filter((cell) => cell.trim() !== '')
  if (filled.length < width / 2 || filled.some(isData)) return null
  if (new Set(filled.map((cell) => cell.toLowerCase())).size < filled.length * 0.8) return null
  // Headings differ in kind from what stands under them; a list of names from its first row on does not.
  const below = records.slice(index + 1, index + 21)
  const differs = record.cells.some((heading, column) => {
    const values = below.map(({ cells }) => cells[column] ?? '')
    const names = share(values, looksLike.fullName) >= 0.5 && !looksLike.fullName(heading)
    return names || share(values, isData) >= 0.5
  })
  return differs ? record : null
}

/** The number that is there most often, the first of several; 0 when there is none. */
export function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

function isData(cell: string): boolean {
  const text = cell.trim()
  return looksLike.email(text) || looksLike.date(text) || /^[+-]?\d[\d.,\s:/-]*$/.test(text)
}
