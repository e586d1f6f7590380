import type { Migration } from '../engine/migrate'

/**
 * How a community answers and how it grows: asks with their answers, invitations, and whether there is ground for one.
 *
 * - Who helped has reached out to who asked, and who invited to who was invited: each is a contact of known direction,
 *   one for each helper and day. `logged_by` is computed anew, since these follow from another record as well.
 * - An ask is open until somebody has answered it, or it is closed.
 * - An invitation without a day has not been spoken yet: somebody is thought of. Whoever is in no directory stands in it
 *   by name, until they accept. Where neither is known any more, it stays all the same: so many were invited.
 * - The answers of a readiness check are an object of numbers from 1 to 5 by the statement's key; without a community it
 *   is about an idea.
 */
export const growth: Migration = {
  number: 165,
  name: 'growth',
  sql: `
CREATE TABLE asks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  asker_id INTEGER NOT NULL REFERENCES members (id),
  text TEXT NOT NULL CHECK (text <> ''),
  asked_on TEXT NOT NULL CHECK (julianday(asked_on) IS NOT NULL),
  topic_id INTEGER REFERENCES topics (id),
  is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
  closed_on TEXT CHECK (julianday(closed_on) IS NOT NULL OR closed_on IS NULL),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX asks_of_community ON asks (community_id, asked_on, id);
CREATE INDEX asks_of_asker ON asks (asker_id);
CREATE INDEX asks_of_topic ON asks (topic_id) WHERE topic_id IS NOT NULL;

CREATE TABLE ask_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ask_id INTEGER NOT NULL REFERENCES asks (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  answered_on TEXT NOT NULL CHECK (julianday(answered_on) IS NOT NULL),
  means TEXT CHECK (means IN ('in person', 'video', 'phone', 'chat', 'e-mail', 'other')),
  helped TEXT CHECK (helped IN ('yes', 'partly', 'no')),
  note TEXT CHECK (note <> ''),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX ask_answers_of_ask ON ask_answers (ask_id, answered_on, id);
CREATE INDEX ask_answers_of_member ON ask_answers (member_id);

CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER NOT NULL REFERENCES communities (id),
  member_id INTEGER REFERENCES members (id),
  name TEXT CHECK (name <> ''),
  email TEXT CHECK (email <> ''),
  invited_by INTEGER REFERENCES members (id),
  invited_on TEXT CHECK (julianday(invited_on) IS NOT NULL OR invited_on IS NULL),
  answer TEXT CHECK (answer IN ('accepted', 'declined', 'later')),
  answered_on TEXT CHECK (julianday(answered_on) IS NOT NULL OR answered_on IS NULL),
  note TEXT CHECK (note <> ''),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX invitations_of_community ON invitations (community_id, id);
CREATE INDEX invitations_of_member ON invitations (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX invitations_by_inviter ON invitations (invited_by) WHERE invited_by IS NOT NULL;

CREATE TABLE readiness_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  community_id INTEGER REFERENCES communities (id),
  idea TEXT CHECK (idea <> ''),
  taken_on TEXT NOT NULL CHECK (julianday(taken_on) IS NOT NULL),
  who TEXT CHECK (who <> ''),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  note TEXT CHECK (note <> ''),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX readiness_checks_of_community ON readiness_checks (community_id, taken_on, id);

ALTER TABLE interactions ADD COLUMN ask_id INTEGER REFERENCES asks (id);
ALTER TABLE interactions ADD COLUMN invitation_id INTEGER REFERENCES invitations (id);
ALTER TABLE interactions DROP COLUMN logged_by;
ALTER TABLE interactions ADD COLUMN logged_by TEXT GENERATED ALWAYS AS (CASE
  WHEN coalesce(session_id, gathering_id, ask_id, invitation_id) IS NOT NULL THEN 'derived'
  WHEN import_id IS NOT NULL THEN 'import'
  ELSE 'hand'
END) VIRTUAL;
CREATE INDEX interactions_of_ask ON interactions (ask_id) WHERE ask_id IS NOT NULL;
CREATE INDEX interactions_of_invitation ON interactions (invitation_id) WHERE invitation_id IS NOT NULL;

-- What belonged to an ask, or to a community, and was deleted.
CREATE INDEX changes_once_of_ask ON changes (json_extract(before, '$.ask_id'))
  WHERE kind = 'delete' AND table_name = 'ask_answers';
CREATE INDEX changes_once_of_readiness ON changes (json_extract(before, '$.community_id'))
  WHERE kind = 'delete' AND table_name = 'readiness_checks';
`,
}
