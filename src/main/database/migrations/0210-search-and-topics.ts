import type { Migration } from '../engine/migrate'

/**
 * Searching everything at once, and topics that stand under one another.
 *
 * - `record_search` indexes what has no index of its own: gatherings, communities, programs, asks and action items. A
 *   row is numbered by the number of the kind, times two to the 40th, and the record's id: those of a kind are a range.
 * - A topic's `parent_id` is the topic it belongs under; that nothing stands under itself is seen to by the command.
 */
export const searchAndTopics: Migration = {
  number: 210,
  name: 'search-and-topics',
  sql: `
ALTER TABLE topics ADD COLUMN parent_id INTEGER REFERENCES topics (id);
CREATE INDEX topics_by_parent ON topics (parent_id) WHERE parent_id IS NOT NULL;

CREATE VIRTUAL TABLE record_search USING fts5 (
  title, body,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO record_search (record_search, rank) VALUES ('automerge', 0), ('crisismerge', 1000);
INSERT INTO record_search (rowid, title, body)
  SELECT 1 * 1099511627776 + id, title, concat_ws(char(10), place, notes) FROM gatherings ORDER BY id;
INSERT INTO record_search (rowid, title, body)
  SELECT 2 * 1099511627776 + id, name, concat_ws(char(10), domain, purpose, public_spaces, private_spaces)
    FROM communities ORDER BY id;
INSERT INTO record_search (rowid, title, body) SELECT 3 * 1099511627776 + id, name, purpose FROM programs ORDER BY id;
INSERT INTO record_search (rowid, title, body) SELECT 4 * 1099511627776 + id, NULL, text FROM asks ORDER BY id;
INSERT INTO record_search (rowid, title, body) SELECT 5 * 1099511627776 + id, NULL, text FROM action_items ORDER BY id;
`,
}
