import type Database from 'better-sqlite3-multiple-ciphers'
import { mergeSearchIndexes, packNextChunk } from './derived'
import { Writer } from './engine/writer'

/**
 * One small step of what the writer does when nobody waits for it, some milliseconds long: the search indexes are
 * merged, the rows of the activity packed, and at the end the log of pages is copied into the file. A save that had to
 * do that copying itself would take ten times as long.
 *
 * @returns whether there is more to do.
 */
export function tidyUp(connection: Database.Database): boolean {
  if (mergeSearchIndexes(connection) || packChunk(connection)) return true
  connection.pragma('wal_checkpoint(PASSIVE)')
  return false
}

function packChunk(connection: Database.Database): boolean {
  const pack = connection.transaction(() => packNextChunk(new Writer(connection, null, [], '')))
  return pack.immediate()
}
