import type { Migration } from '../engine/migrate'

/**
 * Programs as they are run, and who is enrolled in them.
 *
 * - `mentor_places` and `mentee_places` are how many a program takes, NULL is open; `mentor_capacity` is how many mentees
 *   a mentor takes where the enrolment says nothing else.
 * - `support` and `matching` are JSON that their features own; NULL until somebody chose.
 * - `step` and `step_since` are those of the last move, and a command that moves writes both. Whoever is `closed` with a
 *   `left_reason` dropped out; without one they went through the program to its end.
 * - Time in each step, and the funnel, come from the moves alone. A move without `from_step` is the enrolment itself.
 * - A check without a role is asked of everybody in its step.
 */
export const programs: Migration = {
  number: 100,
  name: 'programs',
  sql: `
ALTER TABLE programs ADD COLUMN format TEXT NOT NULL DEFAULT 'one to one'
  CHECK (format IN ('one to one', 'group', 'peer', 'reverse', 'flash'));
ALTER TABLE programs ADD COLUMN status TEXT NOT NULL DEFAULT 'running'
  CHECK (status IN ('planned', 'running', 'closed'));
ALTER TABLE programs ADD COLUMN roles TEXT;
ALTER TABLE programs ADD COLUMN eligibility TEXT;
ALTER TABLE programs ADD COLUMN mentor_places INTEGER CHECK (mentor_places >= 0);
ALTER TABLE programs ADD COLUMN mentee_places INTEGER CHECK (mentee_places >= 0);
ALTER TABLE programs ADD COLUMN mentor_capacity INTEGER CHECK (mentor_capacity >= 1);
ALTER TABLE programs ADD COLUMN support TEXT CHECK (json_valid(support));
ALTER TABLE programs ADD COLUMN matching TEXT CHECK (json_valid(matching));
ALTER TABLE programs ADD COLUMN copied_from INTEGER REFERENCES programs (id);
ALTER TABLE programs ADD COLUMN created_at TEXT;
ALTER TABLE programs ADD COLUMN updated_at TEXT;
UPDATE programs SET status = 'closed' WHERE ends_on < date('now');

CREATE TABLE program_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  program_id INTEGER NOT NULL REFERENCES programs (id),
  step TEXT NOT NULL CHECK (step IN ('applied', 'screened', 'trained', 'ready', 'matched', 'closed')),
  role TEXT CHECK (role IN ('mentor', 'mentee', 'peer')),
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE INDEX program_checks_of_program ON program_checks (program_id, step, position);

CREATE TABLE enrolments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  program_id INTEGER NOT NULL REFERENCES programs (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  role TEXT NOT NULL CHECK (role IN ('mentor', 'mentee', 'peer')),
  step TEXT NOT NULL CHECK (step IN ('applied', 'screened', 'trained', 'ready', 'matched', 'closed')),
  step_since TEXT NOT NULL CHECK (julianday(step_since) IS NOT NULL),
  applied_on TEXT,
  capacity INTEGER CHECK (capacity >= 0),
  goals TEXT,
  note TEXT,
  left_reason TEXT CHECK (left_reason <> ''),
  import_id INTEGER REFERENCES imports (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (left_reason IS NULL OR step = 'closed')
) STRICT;
CREATE UNIQUE INDEX enrolments_of_program ON enrolments (program_id, member_id, role);
CREATE INDEX enrolments_of_member ON enrolments (member_id);
-- A column of the board is a range of it: who has waited longest comes first.
CREATE INDEX enrolments_by_step ON enrolments (program_id, step, step_since, id);

CREATE TABLE enrolment_moves (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  from_step TEXT CHECK (from_step IN ('applied', 'screened', 'trained', 'ready', 'matched', 'closed')),
  to_step TEXT NOT NULL CHECK (to_step IN ('applied', 'screened', 'trained', 'ready', 'matched', 'closed')),
  on_day TEXT NOT NULL CHECK (julianday(on_day) IS NOT NULL),
  reason TEXT CHECK (reason <> '')
) STRICT;
CREATE INDEX enrolment_moves_of_enrolment ON enrolment_moves (enrolment_id, id);

CREATE TABLE enrolment_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  enrolment_id INTEGER NOT NULL REFERENCES enrolments (id),
  check_id INTEGER NOT NULL REFERENCES program_checks (id),
  done_on TEXT NOT NULL CHECK (julianday(done_on) IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX enrolment_checks_of_enrolment ON enrolment_checks (enrolment_id, check_id);
CREATE INDEX enrolment_checks_of_check ON enrolment_checks (check_id);

-- What belonged to an enrolment or a program and was deleted.
CREATE INDEX changes_once_of_enrolment ON changes (json_extract(before, '$.enrolment_id'))
  WHERE kind = 'delete' AND table_name IN ('enrolment_moves', 'enrolment_checks');
CREATE INDEX changes_once_of_program ON changes (json_extract(before, '$.program_id'))
  WHERE kind = 'delete' AND table_name IN ('program_checks', 'enrolments');
`,
}
