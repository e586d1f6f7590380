import type { Migration } from '../engine/migrate'

/**
 * What two people are compared by, and what was proposed.
 *
 * - `languages` is a list of names with commas between them, the way it is typed; nothing looks for one of them by SQL.
 * - `hours` is when somebody has time, on their own clock and as it is typed, such as "Mon 9-12, Thu 14-17".
 * - `level`: of a skill that is offered how well, of one that is wanted how much somebody wants to learn it.
 * - The four `style_` answers say where somebody stands between two ways of working, 1 to 5. They are of the enrolment,
 *   as the goals are: a year later they may be others.
 * - A rule of two that has to be a pair names the mentor first; two who are kept apart have no order. Without a
 *   program it holds in all.
 * - `reasons` of a match are the fit of the two and what it came of, in words, as they were when it was accepted.
 * - A kept run is what a proposal depended on, whole, and `outcome` what came of it, so that it can be solved again
 *   and compared whatever has become of its people. Those that were accepted say when.
 */
export const matching: Migration = {
  number: 110,
  name: 'matching',
  sql: `
ALTER TABLE members ADD COLUMN time_zone TEXT CHECK (time_zone <> '');
ALTER TABLE members ADD COLUMN seniority INTEGER CHECK (seniority BETWEEN 1 AND 5);
ALTER TABLE members ADD COLUMN manager_id INTEGER REFERENCES members (id);
ALTER TABLE members ADD COLUMN languages TEXT CHECK (languages <> '');
ALTER TABLE members ADD COLUMN hours TEXT CHECK (hours <> '');
CREATE INDEX members_of_manager ON members (manager_id) WHERE manager_id IS NOT NULL;
ALTER TABLE member_skills ADD COLUMN level INTEGER CHECK (level BETWEEN 1 AND 5);
ALTER TABLE matches ADD COLUMN reasons TEXT CHECK (json_valid(reasons));
ALTER TABLE enrolments ADD COLUMN style_plan INTEGER CHECK (style_plan BETWEEN 1 AND 5);
ALTER TABLE enrolments ADD COLUMN style_rhythm INTEGER CHECK (style_rhythm BETWEEN 1 AND 5);
ALTER TABLE enrolments ADD COLUMN style_advice INTEGER CHECK (style_advice BETWEEN 1 AND 5);
ALTER TABLE enrolments ADD COLUMN style_talk INTEGER CHECK (style_talk BETWEEN 1 AND 5);

CREATE TABLE wishes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  kind TEXT NOT NULL CHECK (kind IN ('wish', 'veto')),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX wishes_of_enrolment ON wishes (enrolment_id, kind, position);
CREATE INDEX wishes_for_member ON wishes (member_id);

CREATE TABLE pair_rules (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  program_id INTEGER REFERENCES programs (id),
  kind TEXT NOT NULL CHECK (kind IN ('apart', 'must')),
  first_id INTEGER NOT NULL REFERENCES members (id),
  second_id INTEGER NOT NULL REFERENCES members (id),
  reason TEXT CHECK (reason <> ''),
  created_at TEXT NOT NULL,
  CHECK (first_id <> second_id)
) STRICT;
CREATE INDEX pair_rules_of_program ON pair_rules (program_id, kind);
CREATE INDEX pair_rules_of_first ON pair_rules (first_id);
CREATE INDEX pair_rules_of_second ON pair_rules (second_id);

CREATE TABLE match_runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  program_id INTEGER NOT NULL REFERENCES programs (id),
  made_at TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  run TEXT NOT NULL CHECK (json_valid(run)),
  outcome TEXT NOT NULL CHECK (json_valid(outcome)),
  accepted_at TEXT
) STRICT;
CREATE INDEX match_runs_of_program ON match_runs (program_id, id);

-- What belonged to an enrolment and was deleted, its wishes too.
DROP INDEX changes_once_of_enrolment;
CREATE INDEX changes_once_of_enrolment ON changes (json_extract(before, '$.enrolment_id'))
  WHERE kind = 'delete' AND table_name IN ('enrolment_moves', 'enrolment_checks', 'wishes');
`,
}
