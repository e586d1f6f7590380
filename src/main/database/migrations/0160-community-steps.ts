import type { Migration } from '../engine/migrate'

/**
 * Steps that the coordinator took for a community because a part of its aliveness was weak.
 *
 * - `kind` and the people it names say what it was; there is no text, so that nothing about anybody is written here.
 * - `value_then` is what the part said on that day, from 0 to 1; NULL where it had no value yet. What it says later is
 *   computed from the contacts, as ever.
 */
export const communitySteps: Migration = {
  number: 160,
  name: 'community steps',
  sql: `
CREATE TABLE community_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  part TEXT NOT NULL CHECK (part <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  member_id INTEGER REFERENCES members (id),
  other_id INTEGER REFERENCES members (id),
  taken_on TEXT NOT NULL CHECK (julianday(taken_on) IS NOT NULL),
  value_then REAL CHECK (value_then BETWEEN 0 AND 1),
  created_at TEXT NOT NULL,
  CHECK (other_id IS NULL OR member_id IS NOT NULL AND member_id <> other_id)
) STRICT;
CREATE INDEX community_steps_of_community ON community_steps (community_id, taken_on);
CREATE INDEX community_steps_of_member ON community_steps (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX community_steps_of_other ON community_steps (other_id) WHERE other_id IS NOT NULL;
`,
}
