import { type Delimiter, delimiters } from '@shared/domain/imports'
import { recordsOf } from './csv'

const sampleChars = 65_536

/**
 * The character between a file's values: the one that cuts most records of the beginning into equally many
 * cells, the more the better. Quoted values are looked through, so commas and line ends in them do not count.
 * Excel's own hint, a first line such as `sep=;`, is believed. A comma when nothing cuts anything.
 */
export function detectDelimiter(text: string): Delimiter {
  const hinted = /^"?sep=(.)"?\s*[\r\n]/i.exec(text)?.[1]
  for (const delimiter of delimiters) if (delimiter === hinted) return delimiter
  const sample = beginning(text)
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const score = evenness(sample, delimiter)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** 0 to 1: the share of records that have the commonest number of cells, worth more the more cells there are. */
function evenness(sample: string, delimiter: Delimiter): number {
  const records = recordsOf(sample, delimiter)
  const widths = new Map<number, number>()
  for (const { cells, fault } of records) {
    if (fault === null && cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  }
  let best = 0
  for (const [width, count] of widths) best = Math.max(best, (count / records.length) * (1 - 1 / width))
  return best
}

/** Whole lines from the beginning, as far as there are any. */
function beginning(text: string): string {
  if (text.length <= sampleChars) return text
  const end = Math.max(text.lastIndexOf('\n', sampleChars), text.lastIndexOf('\r', sampleChars))
  return text.slice(0, end > 0 ? end : sampleChars)
}
