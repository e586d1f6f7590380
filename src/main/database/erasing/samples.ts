import type { Writer } from '../engine/writer'

/** For its plans SQLite keeps some values of each index: names and addresses among them. */
export function eraseSamples(writer: Writer): void {
  const there = writer.value("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat4'") !== undefined
  if (there) writer.derive('DELETE FROM sqlite_stat4')
}
