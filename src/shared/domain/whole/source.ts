import type { WholeDescription, WholeHeader, WholeTable, WholeValue } from './description'

export type WholeRow = readonly WholeValue[]

/** What is written of a program file, all of it as it was at one moment. */
export interface WholeSource {
  readonly description: WholeDescription
  readonly header: WholeHeader
  /** The records of a table by their numbers, in batches; values in the order of its columns. */
  rows(table: WholeTable): Iterable<readonly WholeRow[]>
  /**
   * The same, each with the names of the records that it refers to: one more value for each column of `namedColumns`.
   */
  namedRows(table: WholeTable): Iterable<readonly WholeRow[]>
  /** What records of a table have, by the number of the record: for each table that joins, the names. */
  joined(
    table: WholeTable,
    ids: readonly number[],
  ): ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>
}

/** Columns that hold the number of a record which has a name. */
export function namedColumns(table: WholeTable, { tables }: WholeDescription): string[] {
  const hasName = (other: string | null) =>
    tables.some(({ name, columns }) => name === other && columns.some((column) => column.name === 'name'))
  return table.columns.filter(({ refers }) => hasName(refers)).map(({ name }) => name)
}

export interface WholeProgress {
  done: number
  total: number
}

export interface WholeOptions {
  onProgress(progress: WholeProgress): void
  /** Throws when nobody wants it any more. */
  assertWanted(): void
}
