import { AppError } from '@shared/errors'

/** How many records of each table were read. */
export class Counts {
  private readonly counts = new Map<string, number>()

  add(table: string): void {
    this.counts.set(table, this.of(table) + 1)
  }

  of(table: string): number {
    return this.counts.get(table) ?? 0
  }
}

/**
 * @param expected what the export says itself; a table that it does not speak of may have any number
 * @throws AppError `unreadable-input` when there are others
 */
export function assertCounts(name: string, counts: Counts, expected: Readonly<Record<string, number>>): void {
  for (const [table, count] of Object.entries(expected)) {
    const found = counts.of(table)
    if (found === count) continue
    const many = (number: number) => number.toLocaleString('en')
    throw new AppError(
      'unreadable-input',
      `“${name}” says that it holds ${many(count)} lines of ${table}, and there are ${many(found)}. A part of it is missing, or was added by something else: export it once more, or correct “counts” at its beginning.`,
    )
  }
}
