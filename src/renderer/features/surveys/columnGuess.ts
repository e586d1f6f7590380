import type { SurveyColumn } from '@shared/contract/surveys'
import type { DateOrder, Inspection } from '@shared/domain/imports'
import type { Scale } from '@shared/domain/surveys/scale'

/**
 * What the columns of a form tool's file are: statements by their words, who and when by their headings, and what is
 * left with answers of the scale in the order of the statements, where there are as many as statements without a column.
 */
export function guessedColumns(
  { columns, mapping }: Pick<Inspection, 'columns' | 'mapping'>,
  { anchors, items }: Pick<Scale, 'anchors' | 'items'>,
): SurveyColumn[] {
  const texts = items.map(({ text }) => bare(text))
  const guesses: SurveyColumn[] = columns.map(({ name }) => {
    const at = texts.indexOf(bare(name))
    return at === -1 ? null : at
  })
  const isOpen = (index: number) => guesses[index] === null
  const who = ['email', 'name'].map((field) =>
    mapping.findIndex((one, index) => one === field && isOpen(index)),
  )
  const person = who.find((index) => index !== -1)
  if (person !== undefined) guesses[person] = 'person'
  const on = columns.findIndex(
    ({ name }, index) => isOpen(index) && /\b(?:time ?stamp|date|submitted|completed|day)\b/i.test(name),
  )
  if (on !== -1) guesses[on] = 'on'
  const missing = texts.flatMap((_, at) => (guesses.includes(at) ? [] : [at]))
  const words = new Set(anchors.map(bare))
  const isAnswer = (sample: string) => /^\d{1,2}(?!\d)/.test(sample.trim()) || words.has(bare(sample))
  const rest = columns.flatMap(({ samples }, index) =>
    isOpen(index) && samples.length > 0 && samples.every(isAnswer) ? [index] : [],
  )
  if (rest.length === missing.length) {
    for (const [place, index] of rest.entries()) guesses[index] = missing[place] ?? null
  }
  return guesses
}

/** Letters and figures only: forms put numbers, brackets and full stops around a statement. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/^\W*\d+[.)]\s*/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** In which order the dates of a column stand, where one of them gives it away; day before month else. */
export function guessedOrder(samples: readonly string[]): DateOrder {
  for (const sample of samples) {
    const [, first, second] = /^\s*(\d{1,4})\D(\d{1,2})\D/.exec(sample) ?? []
    if (first !== undefined && first.length === 4) return 'ymd'
    if (Number(first) > 12) return 'dmy'
    if (Number(second) > 12) return 'mdy'
  }
  return 'dmy'
}
