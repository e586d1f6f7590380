import { formatRange } from '@renderer/components/charts/formats'
import { addDays } from '@shared/domain/calendar'
import type { Network } from './colours'

/** Ties with a contact in any of the weeks from the first to the last. */
export function tiesWithin({ ties }: Network, first: number, last: number): Network['ties'] {
  return ties.filter(({ weeks }) => weeks.some((week) => week >= first && week <= last))
}

/** Whom each has ties with, in the order of names. */
export function contactsOf(people: number, ties: Network['ties']): number[][] {
  const found = Array.from({ length: people }, (): number[] => [])
  for (const { a, b } of ties) {
    found[a]?.push(b)
    found[b]?.push(a)
  }
  for (const others of found) others.sort((one, other) => one - other)
  return found
}

/** So many weeks from one on, in words. */
export function weeksText(weeks: readonly string[], first: number, length: number): string {
  const from = weeks[first] ?? ''
  const to = weeks[Math.min(weeks.length - 1, first + length - 1)] ?? ''
  return formatRange(from, addDays(to, 6), undefined)
}
