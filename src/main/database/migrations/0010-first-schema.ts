import type { Migration } from '../engine/migrate'

/**
 * Members, formal mentoring, sessions, communities and interactions, with the record of every change.
 *
 * - Records have AUTOINCREMENT ids: an id in a note's mention must never come to mean somebody else.
 * - Nothing cascades: each row that goes is deleted by a command, so that undo can bring it back.
 * - NULL is "unknown"; it is never stored as '' or 0.
 * - A session's `search_key` sorts by date and then by id, so that the search index, whose rows it numbers,
 *   can give the newest notes first without sorting all hits.
 */
export const firstSchema: Migration = {
  number: 10,
  name: 'first-schema',
  sql: `
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE members (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  sort_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  status TEXT NOT NULL CHECK (status IN ('prospect', 'invited', 'active', 'alumni')),
  role TEXT NOT NULL CHECK (role IN ('mentor', 'mentee', 'both', 'neither')),
  job_title TEXT,
  organisation TEXT,
  location TEXT,
  department TEXT,
  capacity INTEGER CHECK (capacity >= 0),
  joined_on TEXT,
  external_id TEXT,
  about TEXT,
  invited_by INTEGER REFERENCES members (id),
  import_id INTEGER REFERENCES imports (id),
  archived_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- The directory by name, with what it is filtered by, so that a page deep down reads no member that it skips.
CREATE INDEX members_by_sort_name ON members (sort_name COLLATE NOCASE, id, status, role, location, department)
  WHERE archived_at IS NULL;
CREATE INDEX members_by_email ON members (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX members_by_invited_by ON members (invited_by, joined_on, archived_at) WHERE invited_by IS NOT NULL;
CREATE INDEX members_facets ON members (archived_at, status, role, location, department);

CREATE TABLE topics (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;
CREATE UNIQUE INDEX topics_by_name ON topics (name COLLATE NOCASE);

CREATE TABLE member_skills (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES members (id),
  topic_id INTEGER NOT NULL REFERENCES topics (id),
  side TEXT NOT NULL CHECK (side IN ('offered', 'wanted'))
) STRICT;
CREATE UNIQUE INDEX member_skills_of_member ON member_skills (member_id, side, topic_id);
CREATE INDEX member_skills_by_topic ON member_skills (topic_id, member_id, side);

CREATE TABLE programs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  cadence_days INTEGER CHECK (cadence_days > 0)
) STRICT;

CREATE TABLE matches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  program_id INTEGER NOT NULL REFERENCES programs (id),
  status TEXT NOT NULL CHECK (status IN ('proposed', 'active', 'paused', 'completed', 'ended early')),
  started_on TEXT,
  ended_on TEXT,
  cadence_days INTEGER CHECK (cadence_days > 0)
) STRICT;
CREATE INDEX matches_of_program ON matches (program_id);

CREATE TABLE match_members (
  id INTEGER PRIMARY KEY,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee', 'peer'))
) STRICT;
CREATE UNIQUE INDEX match_members_of_match ON match_members (match_id, member_id);
CREATE INDEX match_members_of_member ON match_members (member_id);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER REFERENCES matches (id),
  held_on TEXT NOT NULL CHECK (julianday(held_on) IS NOT NULL),
  minutes INTEGER CHECK (minutes >= 0),
  medium TEXT CHECK (medium IN ('in person', 'video', 'phone', 'chat', 'e-mail', 'other')),
  title TEXT,
  agenda TEXT,
  notes TEXT NOT NULL,
  confidentiality TEXT NOT NULL CHECK (confidentiality IN ('private', 'pair', 'shareable')),
  rating INTEGER CHECK (rating BETWEEN 1 AND 5),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  search_key INTEGER NOT NULL GENERATED ALWAYS AS (CAST(julianday(held_on) AS INTEGER) * 16777216 + id) VIRTUAL
) STRICT;
-- Newest first, with what lists are filtered by. A key is unique as it is: its last 24 bits are the id.
CREATE INDEX sessions_by_search_key ON sessions (search_key, medium, confidentiality);
CREATE INDEX sessions_without_notes ON sessions (search_key) WHERE notes = '';
CREATE INDEX sessions_of_match ON sessions (match_id, held_on) WHERE match_id IS NOT NULL;

CREATE TABLE session_attendees (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  member_id INTEGER NOT NULL REFERENCES members (id)
) STRICT;
CREATE UNIQUE INDEX session_attendees_of_session ON session_attendees (session_id, member_id);
CREATE INDEX session_attendees_of_member ON session_attendees (member_id);

CREATE TABLE session_topics (
  id INTEGER PRIMARY KEY,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  topic_id INTEGER NOT NULL REFERENCES topics (id)
) STRICT;
CREATE UNIQUE INDEX session_topics_of_session ON session_topics (session_id, topic_id);
CREATE INDEX session_topics_by_topic ON session_topics (topic_id);

CREATE TABLE action_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id INTEGER NOT NULL REFERENCES sessions (id),
  owner_id INTEGER REFERENCES members (id),
  text TEXT NOT NULL CHECK (text <> ''),
  due_on TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX action_items_of_session ON action_items (session_id);
CREATE INDEX action_items_of_owner ON action_items (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX action_items_open ON action_items (due_on) WHERE done_on IS NULL;

CREATE TABLE communities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  domain TEXT NOT NULL,
  purpose TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
  rhythm_days INTEGER CHECK (rhythm_days > 0)
) STRICT;
CREATE UNIQUE INDEX communities_by_name ON communities (name COLLATE NOCASE);

CREATE TABLE community_members (
  id INTEGER PRIMARY KEY,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  role TEXT,
  joined_on TEXT
) STRICT;
CREATE UNIQUE INDEX community_members_of_community ON community_members (community_id, member_id);
CREATE INDEX community_members_of_member ON community_members (member_id);

-- One dated contact: \`from\` reached out to \`to\`, or, where \`directed\` is 0, the two met.
-- \`day\` is whole days since 1970-01-01 in the program's time zone.
CREATE TABLE interactions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_id INTEGER NOT NULL REFERENCES members (id),
  to_id INTEGER NOT NULL REFERENCES members (id),
  directed INTEGER NOT NULL CHECK (directed IN (0, 1)),
  day INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  community_id INTEGER REFERENCES communities (id),
  session_id INTEGER REFERENCES sessions (id),
  import_id INTEGER REFERENCES imports (id),
  CHECK (from_id <> to_id)
) STRICT;
CREATE INDEX interactions_by_day ON interactions (day);
CREATE INDEX interactions_from ON interactions (from_id, day, to_id);
CREATE INDEX interactions_to ON interactions (to_id, day, from_id);
CREATE INDEX interactions_of_session ON interactions (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('members', 'sessions', 'interactions')),
  file_name TEXT NOT NULL,
  added INTEGER NOT NULL,
  merged INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  rejected INTEGER NOT NULL
) STRICT;

CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  screen TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  state TEXT NOT NULL
) STRICT;

-- What is being typed and not yet saved. Not a record: no command, no history.
CREATE TABLE drafts (
  key TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  operation TEXT NOT NULL,
  summary TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  -- The command whose effect an undo or a redo takes back, and the one that took this one's effect back.
  reverses INTEGER REFERENCES commands (id),
  reversed_by INTEGER REFERENCES commands (id)
) STRICT;
CREATE INDEX commands_standing ON commands (kind, id) WHERE reversed_by IS NULL;

-- An insert needs no image (the row is there); an update keeps the columns it wrote over, a delete the whole row.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES commands (id),
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  table_name TEXT NOT NULL,
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  before TEXT
) STRICT;
CREATE INDEX changes_of_command ON changes (command_id, id);
CREATE INDEX changes_of_row ON changes (table_name, first_row);

CREATE VIRTUAL TABLE session_search USING fts5 (
  title, agenda, notes,
  content = 'sessions', content_rowid = 'search_key',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE member_search USING fts5 (
  name, email, job_title, organisation, location, department, skills,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
-- Merging is done in small steps when the writer is idle: the default would make one unlucky save wait for seconds.
INSERT INTO session_search (session_search, rank) VALUES ('automerge', 0), ('crisismerge', 1000);
INSERT INTO member_search (member_search, rank) VALUES ('automerge', 0), ('crisismerge', 1000);
`,
}
