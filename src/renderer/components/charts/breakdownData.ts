import type { Cell, ChartTable } from './chartTable'
import { formatNumber, formatShare, type Locale, type Unit } from './formats'

export interface BreakdownItem {
  /** Null is unknown: nobody wrote it down. */
  name: string | null
  value: number
}

export interface BreakdownBar {
  name: string
  value: number
  /** Part of all, from 0 to 1; 0 when there is nothing at all. */
  share: number
  kind: 'named' | 'others' | 'unknown'
}

const UNKNOWN = 'unknown'

/** Largest first, equal ones by name, and what is unknown last. */
function sortBreakdown(items: readonly BreakdownItem[], locale: Locale): BreakdownItem[] {
  const order = new Intl.Collator(locale, { numeric: true })
  return [...items].sort((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
    return b.value - a.value || order.compare(a.name, b.name)
  })
}

/**
 * The bars to draw: at most `most` with a name, of which the last stands for all smaller ones together, then
 * the unknown in a bar of its own, so that it never passes for a place or a department.
 */
export function breakdownBars(items: readonly BreakdownItem[], most: number, locale: Locale): BreakdownBar[] {
  const sorted = sortBreakdown(items, locale)
  const total = sum(sorted)
  const bar = (name: string, value: number, kind: BreakdownBar['kind']): BreakdownBar => ({
    name,
    value,
    share: total === 0 ? 0 : value / total,
    kind,
  })
  const named = sorted.flatMap(({ name, value }) => (name === null ? [] : [bar(name, value, 'named')]))
  const unknown = sum(sorted.filter(({ name }) => name === null))
  const shown = named.length > most ? named.slice(0, most - 1) : named
  const rest = named.slice(shown.length)
  return [
    ...shown,
    ...(rest.length > 0 ? [bar(`${rest.length} others`, sum(rest), 'others')] : []),
    ...(unknown > 0 ? [bar(UNKNOWN, unknown, 'unknown')] : []),
  ]
}

/** Every item with its share in percent; nothing is grouped. */
export function breakdownTable(
  items: readonly BreakdownItem[],
  heading: string,
  unit: Unit,
  locale: Locale,
): ChartTable {
  const sorted = sortBreakdown(items, locale)
  const total = sum(sorted)
  return {
    columns: [
      { label: heading, kind: 'text' },
      {
        label: capitalised(unit.other),
        kind: 'number',
        show: (cell: Cell) => formatNumber(Number(cell), locale),
      },
      { label: 'Share (%)', kind: 'number', show: (cell: Cell) => formatShare(Number(cell) / 100, locale) },
    ],
    rows: sorted.map(({ name, value }) => [name ?? UNKNOWN, value, percent(value, total)]),
  }
}

function percent(value: number, total: number): number | null {
  return total === 0 ? null : Math.round((value / total) * 1000) / 10
}

function sum(items: readonly { value: number }[]): number {
  return items.reduce((total, { value }) => total + value, 0)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
