import type { Reader, Row } from './reader'

/**
 * A figure or index that has to stay true to some tables. It hears of every change of those tables, whoever makes
 * it (a command, an import, an undo), inside the same transaction.
 */
export interface Derivation {
  readonly tables: readonly string[]
  /** One row was inserted (`before` null), updated, or deleted (`after` null). */
  changed(db: Deriver, table: string, before: Row | null, after: Row | null): void
  /** Rows `first` to `last` of a table were inserted in bulk; nobody was told what was changed in them before that. */
  inserted(db: Deriver, table: string, first: number, last: number): void
  /** The transaction is about to commit. */
  settle(db: Deriver): void
}

/** What a derivation may do: read, and write to its own tables without a trace in the history. */
export interface Deriver extends Reader {
  derive(sql: string, ...parameters: unknown[]): void
}
