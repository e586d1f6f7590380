import type { WholeDescription, WholeHeader, WholeTable, WholeValue } from './description'

/** Where something stands in what is read, as the beginning of a sentence. */
export type WholePlace = () => string

/** What takes in the records of an export, one by one. */
export interface WholeSink {
  /** Hears first what it is. @returns the tables that follow. @throws AppError for a version that it does not know. */
  begin(header: WholeHeader): WholeDescription
  /** @throws AppError that says where it is and what is wrong with it. */
  add(table: WholeTable, row: readonly WholeValue[], place: WholePlace): void
}
