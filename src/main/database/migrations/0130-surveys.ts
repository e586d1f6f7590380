import type { Migration } from '../engine/migrate'

/**
 * Surveys and what was answered.
 *
 * - `scale` is JSON: statements, the scale they are answered on, and how answers become scores (domain/surveys). Once
 *   somebody has answered it never changes: another version is made, which says in `version_of` what it comes from.
 * - `item` is the place of the statement in the scale, from 0; `value` the answer as it was given, from 1, before any
 *   turning round. What was not answered has no row.
 * - Without a member it was answered without a name, or by somebody who was erased.
 */
export const surveys: Migration = {
  number: 130,
  name: 'surveys',
  sql: `
CREATE TABLE survey_templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (json_valid(scale)),
  version INTEGER NOT NULL CHECK (version >= 1),
  version_of INTEGER REFERENCES survey_templates (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX survey_templates_by_version ON survey_templates (version_of);

CREATE TABLE survey_responses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  template_id INTEGER NOT NULL REFERENCES survey_templates (id),
  program_id INTEGER REFERENCES programs (id),
  match_id INTEGER REFERENCES matches (id),
  member_id INTEGER REFERENCES members (id),
  answered_on TEXT NOT NULL CHECK (julianday(answered_on) IS NOT NULL),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX survey_responses_of_template ON survey_responses (template_id, program_id, answered_on, id);
CREATE INDEX survey_responses_of_program ON survey_responses (program_id);
CREATE INDEX survey_responses_of_match ON survey_responses (match_id);
CREATE INDEX survey_responses_of_member ON survey_responses (member_id);

CREATE TABLE survey_answers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  response_id INTEGER NOT NULL REFERENCES survey_responses (id),
  item INTEGER NOT NULL CHECK (item >= 0),
  value INTEGER NOT NULL CHECK (value >= 1)
) STRICT;
CREATE UNIQUE INDEX survey_answers_of_response ON survey_answers (response_id, item);

-- What belonged to a response and was deleted.
CREATE INDEX changes_once_of_response ON changes (json_extract(before, '$.response_id'))
  WHERE kind = 'delete' AND table_name = 'survey_answers';
`,
}
