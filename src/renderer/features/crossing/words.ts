import { counted, numberText } from '@renderer/components/labels'
import type { OutputOf } from '@shared/contract'

export type By = 'location' | 'department'
export type Groups = OutputOf<'crossing.read'>[By]
export type Months = OutputOf<'crossing.read'>['months']
export type Imports = OutputOf<'crossing.read'>['imports']
/** How ties lay in a month; the index is null where they were too few, and so is what chance would give. */
export interface Point {
  month: string
  external: number
  internal: number
  index: number | null
  chance: number | null
}
/** Two groups, or one twice. */
export interface Cell {
  a: string
  b: string
}

export const byWords = {
  location: { one: 'place', other: 'places' },
  department: { one: 'department', other: 'departments' },
} as const

/** How much of what there is leads across, and how much chance would send across. */
export function readingOf({ external, internal, unknown, chance }: Groups, by: By): string {
  const ties = external + internal
  const across = `${numberText(external)} of ${counted(ties, 'tie')} ${external === 1 ? 'leads' : 'lead'} from one ${byWords[by].one} to another`
  const left =
    unknown === 0
      ? ''
      : ` ${counted(unknown, 'more tie')} ${unknown === 1 ? 'is' : 'are'} left out, as a ${by} is not known.`
  if (chance === null) return `${across}.${left}`
  return `${across}; if everybody met by chance, about ${numberText(Math.round((ties * (chance + 1)) / 2))} would.${left}`
}

/** What stands in a cell, and what chance would have put there. */
export function cellWords({ a, b }: Cell, ties: number, expected: number): string {
  const who = a === b ? `within ${a}` : `${a} and ${b}`
  return `${who}: ${counted(ties, 'tie')}, by chance ${chanceText(expected)}`
}

export function chanceText(expected: number): string {
  return expected > 0 && expected < 0.95 ? 'less than 1' : `about ${numberText(Math.round(expected))}`
}

/** How far from chance, −1 (none at all) to 1 (three times as many or more); 0 where too little could be expected. */
export function leaning(ties: number, expected: number): number {
  if (expected < 1 && ties < 1) return 0
  if (ties < expected) return ties / expected - 1
  return Math.min(1, (ties / Math.max(expected, 1) - 1) / 2)
}
