/** How often one thing occurs. */
export interface Tally {
  of: string
  count: number
}

/** The most frequent first, those of the same number by name. */
export function tallyOf(values: readonly string[]): Tally[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([of, count]) => ({ of, count }))
    .sort((one, other) => other.count - one.count || (one.of < other.of ? -1 : 1))
}
