import type { Migration } from '../engine/migrate'

/**
 * Signs of trouble in a match that the coordinator knows of and has set aside, with why.
 *
 * - Whether a sign is there is computed from the records, as ever; a row only keeps it from being shown until a day, or
 *   until something new has happened since `made_on` that it is about.
 * - `shown_again_on` is the day on which somebody wanted to see it before that; NULL where nobody did.
 * - Check-ins that nobody made are put off in `snoozes`, by person.
 */
export const flagSnoozes: Migration = {
  number: 163,
  name: 'flag snoozes',
  sql: `
CREATE TABLE flag_snoozes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  made_on TEXT NOT NULL CHECK (julianday(made_on) IS NOT NULL),
  until_on TEXT NOT NULL CHECK (until_on > made_on),
  reason TEXT NOT NULL CHECK (reason <> ''),
  shown_again_on TEXT CHECK (shown_again_on IS NULL OR julianday(shown_again_on) IS NOT NULL)
) STRICT;
CREATE INDEX flag_snoozes_of_match ON flag_snoozes (match_id, kind, id);

-- What belonged to a match and was deleted.
CREATE INDEX changes_once_of_flag ON changes (json_extract(before, '$.match_id'))
  WHERE kind = 'delete' AND table_name = 'flag_snoozes';
`,
}
