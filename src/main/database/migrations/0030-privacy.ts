import type { Migration } from '../engine/migrate'

/**
 * Consent, erased members, and erased notes.
 *
 * - An erased member stays as a row without anything personal, so that every count and every figure stays true.
 * - Notes that were erased are no notes that somebody still has to write: `notes_erased_at` tells them apart.
 * - Each answer about consent is kept; the last one by its date is the current one, and a member has one of each purpose.
 * - Who is to be kept (`keep_because`) is passed over by the retention rules.
 */
export const privacy: Migration = {
  number: 30,
  name: 'privacy',
  sql: `
ALTER TABLE members ADD COLUMN erased_at TEXT;
ALTER TABLE members ADD COLUMN keep_because TEXT CHECK (keep_because <> '');
ALTER TABLE members ADD COLUMN keep_since TEXT;
CREATE INDEX members_erased ON members (id) WHERE erased_at IS NOT NULL;

ALTER TABLE sessions ADD COLUMN notes_erased_at TEXT;
DROP INDEX sessions_without_notes;
CREATE INDEX sessions_without_notes ON sessions (search_key) WHERE notes = '' AND notes_erased_at IS NULL;

CREATE TABLE consents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  member_id INTEGER NOT NULL REFERENCES members (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('records', 'notes', 'reports', 'contact')),
  answer TEXT NOT NULL CHECK (answer IN ('given', 'refused', 'withdrawn')),
  answered_on TEXT NOT NULL,
  how TEXT CHECK (how <> ''),
  is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX consents_of_member ON consents (member_id, purpose, answered_on, id);
CREATE UNIQUE INDEX consents_current ON consents (purpose, member_id) WHERE is_current = 1;
CREATE INDEX consents_by_answer ON consents (purpose, answer, member_id) WHERE is_current = 1;
`,
}
