import type { Migration } from '../engine/migrate'

/**
 * What merging the copies of two coordinators goes by; see docs/two-coordinators.md.
 *
 * - `uid` of a command is random: two copies of a file give the same number to different commands. Those from before
 *   have none, and are known by number, moment and operation.
 * - `merged_commands` are the commands of other copies whose effect is in this one.
 * - `merged_rows` says which row here a record is that was made in another copy: `uid` names the command that made it,
 *   its table, and its number there. A record that was made in both has two.
 * - `merged_cells` says which command gave a field its value, when that came in by a merge: true for as long as nothing
 *   later than `command_id` has written the field. The column '*' stands for all that are not named.
 */
export const copies: Migration = {
  number: 240,
  name: 'copies',
  sql: `
ALTER TABLE commands ADD COLUMN uid TEXT;

CREATE TABLE merged_commands (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX merged_commands_by_uid ON merged_commands (uid);

CREATE TABLE merged_rows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  uid TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX merged_rows_by_uid ON merged_rows (uid);
CREATE INDEX merged_rows_of_row ON merged_rows (table_name, row_id);

CREATE TABLE merged_cells (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  uid TEXT NOT NULL,
  at TEXT NOT NULL,
  command_id INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX merged_cells_of_row ON merged_cells (table_name, row_id, column_name);
`,
}
