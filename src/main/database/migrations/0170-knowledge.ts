import type { Migration } from '../engine/migrate'

/**
 * The knowledge base: what sessions and communities have brought up, written down so that others find and use it.
 *
 * - An item is linked to by its title, as `[[Title]]`: who is called what is seen to by the command that saves, since
 *   an erasure or a merge may have to give two items the same name for a while.
 * - `session_id` is the session out of whose notes it was made.
 * - `knowledge_versions` holds the texts that were written over: version `number` was written at `written_at`. The
 *   text of today, and when it was written, is in the item itself.
 * - A reuse says who used it when. What came of it is told as a value-creation story, in up to five parts (Wenger,
 *   Trayner and de Laat): one that was not told is NULL. From each author to the user it is a contact.
 * - What a file holds is kept as Base64, so that the history can keep it as it keeps all else.
 */
export const knowledge: Migration = {
  number: 170,
  name: 'knowledge',
  sql: `
CREATE TABLE knowledge_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'in review', 'endorsed', 'retired')),
  state_since TEXT NOT NULL CHECK (julianday(state_since) IS NOT NULL),
  community_id INTEGER REFERENCES communities (id),
  session_id INTEGER REFERENCES sessions (id),
  review_on TEXT CHECK (julianday(review_on) IS NOT NULL OR review_on IS NULL),
  written_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX knowledge_items_by_title ON knowledge_items (title COLLATE NOCASE);
CREATE INDEX knowledge_items_by_change ON knowledge_items (updated_at, id);
CREATE INDEX knowledge_items_of_community ON knowledge_items (community_id) WHERE community_id IS NOT NULL;
CREATE INDEX knowledge_items_of_session ON knowledge_items (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX knowledge_items_by_review ON knowledge_items (review_on) WHERE review_on IS NOT NULL;

CREATE TABLE knowledge_authors (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
  member_id INTEGER NOT NULL REFERENCES members (id)
) STRICT;
CREATE UNIQUE INDEX knowledge_authors_of_item ON knowledge_authors (item_id, member_id);
CREATE INDEX knowledge_authors_of_member ON knowledge_authors (member_id);

CREATE TABLE knowledge_topics (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
  topic_id INTEGER NOT NULL REFERENCES topics (id)
) STRICT;
CREATE UNIQUE INDEX knowledge_topics_of_item ON knowledge_topics (item_id, topic_id);
CREATE INDEX knowledge_topics_by_topic ON knowledge_topics (topic_id);

CREATE TABLE knowledge_versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
  number INTEGER NOT NULL CHECK (number > 0),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX knowledge_versions_of_item ON knowledge_versions (item_id, number);

CREATE TABLE knowledge_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  content TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX knowledge_files_of_item ON knowledge_files (item_id);

CREATE TABLE knowledge_reuses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES knowledge_items (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  used_on TEXT NOT NULL CHECK (julianday(used_on) IS NOT NULL),
  immediate TEXT CHECK (immediate <> ''),
  potential TEXT CHECK (potential <> ''),
  applied TEXT CHECK (applied <> ''),
  realised TEXT CHECK (realised <> ''),
  reframing TEXT CHECK (reframing <> ''),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX knowledge_reuses_of_item ON knowledge_reuses (item_id, used_on);
CREATE INDEX knowledge_reuses_of_member ON knowledge_reuses (member_id, used_on);

ALTER TABLE interactions ADD COLUMN reuse_id INTEGER REFERENCES knowledge_reuses (id);
CREATE INDEX interactions_of_reuse ON interactions (reuse_id) WHERE reuse_id IS NOT NULL;
ALTER TABLE interactions DROP COLUMN logged_by;
ALTER TABLE interactions ADD COLUMN logged_by TEXT GENERATED ALWAYS AS (CASE
  WHEN coalesce(session_id, gathering_id, ask_id, invitation_id, reuse_id) IS NOT NULL THEN 'derived'
  WHEN import_id IS NOT NULL THEN 'import'
  ELSE 'hand'
END) VIRTUAL;

INSERT INTO record_counts (kind, records) VALUES ('knowledge_items', 0);

CREATE VIRTUAL TABLE knowledge_search USING fts5 (
  title, topics, body,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
-- Merging is done in small steps when the writer is idle, as for the other search indexes.
INSERT INTO knowledge_search (knowledge_search, rank) VALUES ('automerge', 0), ('crisismerge', 1000);

-- What belonged to an item and was deleted.
CREATE INDEX changes_once_of_knowledge ON changes (json_extract(before, '$.item_id'))
  WHERE kind = 'delete' AND table_name IN (
    'knowledge_authors', 'knowledge_topics', 'knowledge_versions', 'knowledge_files', 'knowledge_reuses'
  );
`,
}
