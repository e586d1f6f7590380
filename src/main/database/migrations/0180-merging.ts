import type { Migration } from '../engine/migrate'

/**
 * Two records of one person that became one, and pairs that look alike and are two people.
 *
 * - `member_merges` says which record was merged into a member, and by which command: with it the two can be taken apart
 *   again, and whoever erases the member erases what the history knows of the other record as well. `gone_id` points
 *   at nobody: numbers of members are never given out again. The command is known by its number alone, since the
 *   history may be shortened.
 * - `member_identities` is how a member was known under a record that was merged, so that the next import of the same
 *   file finds them. Nothing of it is shown as theirs.
 * - In `distinct_members` the smaller number comes first.
 */
export const merging: Migration = {
  number: 180,
  name: 'merging',
  sql: `
CREATE TABLE member_merges (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES members (id),
  gone_id INTEGER NOT NULL,
  gone_created_at TEXT NOT NULL,
  command_id INTEGER NOT NULL,
  merged_at TEXT NOT NULL
) STRICT;
CREATE INDEX member_merges_of_member ON member_merges (member_id);
CREATE UNIQUE INDEX member_merges_of_gone ON member_merges (gone_id);
CREATE INDEX member_merges_of_command ON member_merges (command_id);

CREATE TABLE member_identities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES members (id),
  name TEXT NOT NULL CHECK (name <> ''),
  email TEXT,
  external_id TEXT,
  organisation TEXT,
  location TEXT,
  department TEXT
) STRICT;
CREATE INDEX member_identities_of_member ON member_identities (member_id);

CREATE TABLE distinct_members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first_id INTEGER NOT NULL REFERENCES members (id),
  second_id INTEGER NOT NULL REFERENCES members (id),
  said_at TEXT NOT NULL,
  CHECK (first_id < second_id)
) STRICT;
CREATE UNIQUE INDEX distinct_members_of_pair ON distinct_members (first_id, second_id);
CREATE INDEX distinct_members_of_second ON distinct_members (second_id);
`,
}
