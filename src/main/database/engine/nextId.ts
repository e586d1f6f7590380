import type { Reader } from './reader'
import type { Writer } from './writer'

/** The id that the next row of a table with AUTOINCREMENT gets: ids are never used again. */
export function nextId(db: Reader, table: string): number {
  return (db.value<number>('SELECT seq FROM sqlite_sequence WHERE name = ?', table) ?? 0) + 1
}

/** Lets no row of a table get this number, or one below it, any more. */
export function keepNumbers(writer: Writer, table: string, highest: number): void {
  if (writer.value('SELECT 1 FROM sqlite_sequence WHERE name = ?', table) === undefined)
    writer.derive('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)', table, highest)
  else writer.derive('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?', highest, table)
}

/**
 * Where the history stays behind: a merge is known by the number of its command, and none to come may take it, or what
 * takes apart the merge would take back that one.
 */
export function keepMergeNumbers(writer: Writer): void {
  const last = writer.value<number | null>('SELECT max(command_id) FROM member_merges')
  if (typeof last === 'number') keepNumbers(writer, 'commands', last)
}
