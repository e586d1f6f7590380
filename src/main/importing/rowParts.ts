import type { DateOrder, ImportPlan } from '@shared/domain/imports'
import { type DateProblem, isDaySerial, momentOfSerial, type ReadMoment, readMoment } from './dateValues'
import { cleanLine, knownLine } from './textValues'

/** What is common to reading rows of all kinds. */

/** A row as a candidate, or the sentence that says why it cannot be one. */
export type RowReader<C> = (cells: readonly string[], line: number) => C | string

/** The columns that a plan gives to a field, in the file's order. */
export function columnsOf(plan: ImportPlan, field: string): number[] {
  return plan.mapping.flatMap((mapped, index) => (mapped === field ? [index] : []))
}

/** The first column of a field, or -1; -1 reads as an empty cell everywhere. */
export function columnOf(plan: ImportPlan, field: string): number {
  return plan.mapping.indexOf(field)
}

/** Thrown inside a row reader; becomes the reason for which the row is rejected. */
export class RowProblem extends Error {
  override readonly name = 'RowProblem'
}

/** Turns a reader that throws `RowProblem` into one that answers its sentence. */
export function rowReader<C>(read: (cells: readonly string[], line: number) => C): RowReader<C> {
  return (cells, line) => {
    try {
      return read(cells, line)
    } catch (thrown) {
      if (thrown instanceof RowProblem) return thrown.message
      throw thrown
    }
  }
}

/** Makes the sentence about a value: `“31/02/2026” in “Joined” is not a day that exists.` */
export function problemIn(plan: ImportPlan, column: number, cell: string, problem: string): RowProblem {
  const text = cleanLine(cell)
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return new RowProblem(`“${shown}” in “${plan.columns[column] ?? ''}” ${problem}`)
}

const orderWords: Readonly<Record<DateOrder, string>> = {
  dmy: ' (the day comes first in this file)',
  mdy: ' (the month comes first in this file)',
  ymd: '',
}

/** Reads the date of a column; null when the cell says nothing. */
export function momentReader(plan: ImportPlan, column: number): (cell: string) => ReadMoment | null {
  const serial = plan.serialDateColumns.includes(column)
  return (cell) => {
    const text = knownLine(cell)
    if (text === '') return null
    if (serial && isDaySerial(text)) return momentOfSerial(text)
    const moment = readMoment(text, plan.dateOrder)
    if (typeof moment === 'string') throw problemIn(plan, column, cell, dateSentence(moment, plan.dateOrder))
    return moment
  }
}

function dateSentence(problem: DateProblem, order: DateOrder | null): string {
  if (problem === 'no such day') {
    return `is not a day that exists${order === null ? '' : orderWords[order]}.`
  }
  if (problem === 'no such time') return 'has a time that no clock shows.'
  if (problem === 'two readings')
    return 'can be read in two ways: say whether the day or the month comes first.'
  return 'is not a full date with day, month and year.'
}

export const longestLine = 500
export const longestText = 1_000_000

/** Rejects a text that no field holds. */
export function within(plan: ImportPlan, column: number, text: string, longest: number): string {
  if (text.length <= longest) return text
  throw problemIn(plan, column, text, `is longer than ${longest.toLocaleString('en-GB')} characters.`)
}

const rememberedWords = 500

/** Reads a column of few different words: each word is only looked at once. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = read(text)
    if (known.size < rememberedWords) known.set(text, value)
    return value
  }
}
