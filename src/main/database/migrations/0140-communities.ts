import type { Migration } from '../engine/migrate'

/**
 * Communities with the history of their stages, who left them, and their gatherings with who was there.
 *
 * - `communities.stage` is that of the latest line in `community_stages`; one from before there were such lines has none.
 * - Whoever left a community keeps their line in it, with the day; who comes back has none any more.
 * - A gathering is on a day, by the clock of the place where it is held; the hour may be unknown. What is private of it
 *   is the space: it was not open to everybody of the community.
 * - The gatherings of a series are planned ahead as records of their own, up to `planned_until`; the rule (RFC 5545)
 *   says which days follow.
 * - `is_guest` was there without being a member of the community then; `guests` counts those who are in no directory.
 * - Of a directed interaction, `from_id` says who reached out, and `logged_by` how it came to be known: it follows from
 *   another record, came in from a file, or was noted by hand. It is computed, so that it cannot be wrong.
 * - What an import was of is no closed list any more: another kind needs no other table.
 */
export const communities: Migration = {
  number: 140,
  name: 'communities',
  sql: `
ALTER TABLE communities ADD COLUMN sponsor_id INTEGER REFERENCES members (id);
ALTER TABLE communities ADD COLUMN coordinator_id INTEGER REFERENCES members (id);
ALTER TABLE communities ADD COLUMN began_on TEXT CHECK (julianday(began_on) IS NOT NULL OR began_on IS NULL);
ALTER TABLE communities ADD COLUMN ended_on TEXT CHECK (julianday(ended_on) IS NOT NULL OR ended_on IS NULL);
ALTER TABLE communities ADD COLUMN public_spaces TEXT CHECK (public_spaces <> '');
ALTER TABLE communities ADD COLUMN private_spaces TEXT CHECK (private_spaces <> '');
ALTER TABLE communities ADD COLUMN created_at TEXT;
ALTER TABLE communities ADD COLUMN updated_at TEXT;
CREATE INDEX communities_by_sponsor ON communities (sponsor_id) WHERE sponsor_id IS NOT NULL;
CREATE INDEX communities_by_coordinator ON communities (coordinator_id) WHERE coordinator_id IS NOT NULL;

CREATE TABLE community_stages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  stage TEXT NOT NULL CHECK (stage IN ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  since_on TEXT NOT NULL CHECK (julianday(since_on) IS NOT NULL),
  note TEXT CHECK (note <> '')
) STRICT;
CREATE INDEX community_stages_of_community ON community_stages (community_id, since_on, id);

ALTER TABLE community_members ADD COLUMN left_on TEXT;

CREATE TABLE gathering_series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  begins_on TEXT NOT NULL CHECK (julianday(begins_on) IS NOT NULL),
  planned_until TEXT NOT NULL CHECK (julianday(planned_until) IS NOT NULL),
  ended_on TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX gathering_series_of_community ON gathering_series (community_id);

CREATE TABLE gatherings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  series_id INTEGER REFERENCES gathering_series (id),
  title TEXT CHECK (title <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('meeting', 'webinar', 'visit', 'project', 'other')),
  held_on TEXT NOT NULL CHECK (julianday(held_on) IS NOT NULL),
  starts_at TEXT CHECK (starts_at GLOB '[0-2][0-9]:[0-5][0-9]'),
  minutes INTEGER CHECK (minutes > 0),
  place TEXT CHECK (place <> ''),
  is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
  status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
  host_id INTEGER REFERENCES members (id),
  notes TEXT NOT NULL,
  guests INTEGER NOT NULL CHECK (guests >= 0),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX gatherings_of_community ON gatherings (community_id, held_on, id);
CREATE INDEX gatherings_of_series ON gatherings (series_id, held_on) WHERE series_id IS NOT NULL;
CREATE INDEX gatherings_by_host ON gatherings (host_id) WHERE host_id IS NOT NULL;
CREATE INDEX gatherings_planned ON gatherings (held_on) WHERE status = 'planned';

CREATE TABLE gathering_attendees (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  gathering_id INTEGER NOT NULL REFERENCES gatherings (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  minutes INTEGER CHECK (minutes >= 0),
  is_guest INTEGER NOT NULL CHECK (is_guest IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX gathering_attendees_of_gathering ON gathering_attendees (gathering_id, member_id);
CREATE INDEX gathering_attendees_of_member ON gathering_attendees (member_id);

ALTER TABLE interactions ADD COLUMN gathering_id INTEGER REFERENCES gatherings (id);
ALTER TABLE interactions ADD COLUMN logged_by TEXT GENERATED ALWAYS AS (CASE
  WHEN session_id IS NOT NULL OR gathering_id IS NOT NULL THEN 'derived'
  WHEN import_id IS NOT NULL THEN 'import'
  ELSE 'hand'
END) VIRTUAL;
CREATE INDEX interactions_of_gathering ON interactions (gathering_id) WHERE gathering_id IS NOT NULL;

CREATE TABLE imports_open (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  file_name TEXT NOT NULL,
  added INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  rejected INTEGER NOT NULL
) STRICT;
INSERT INTO imports_open SELECT id, at, kind, file_name, added, merged, skipped, rejected FROM imports;
-- No number is given twice, that of an import which was undone included.
DELETE FROM sqlite_sequence WHERE name = 'imports_open';
INSERT INTO sqlite_sequence (name, seq) SELECT 'imports_open', seq FROM sqlite_sequence WHERE name = 'imports';
DROP TABLE imports;
ALTER TABLE imports_open RENAME TO imports;

-- What belonged to a community or a gathering and was deleted.
CREATE INDEX changes_once_of_community ON changes (json_extract(before, '$.community_id'))
  WHERE kind = 'delete' AND table_name IN ('community_stages', 'community_members', 'gatherings');
CREATE INDEX changes_once_of_gathering ON changes (json_extract(before, '$.gathering_id'))
  WHERE kind = 'delete' AND table_name = 'gathering_attendees';
`,
}
