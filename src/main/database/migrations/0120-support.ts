import type { Migration } from '../engine/migrate'

/**
 * How matches are accompanied: check-ins, what they work towards, pauses, and how they end.
 *
 * - When a check-in is due is computed from the program's plan and the last contact; it is stored nowhere but on the
 *   check-in that settled it: `due_on` and `preset` are what was due when it was logged, NULL when nothing was.
 * - A snooze puts off the check-in that is due with one person; whatever contact comes after it makes it void.
 * - A goal is open while it is neither reached nor dropped.
 * - A match is paused and resumed, closed and reopened by moves; its own status is that of the last.
 * - A closure is being led while `closed_on` is NULL. One that was reopened stays, with why.
 */
export const support: Migration = {
  number: 120,
  name: 'support',
  sql: `
CREATE TABLE check_ins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  made_on TEXT NOT NULL CHECK (julianday(made_on) IS NOT NULL),
  means TEXT CHECK (means IN ('in person', 'video', 'phone', 'chat', 'e-mail', 'other')),
  depth TEXT NOT NULL CHECK (depth IN ('quick', 'in depth')),
  minutes INTEGER CHECK (minutes >= 0),
  notes TEXT NOT NULL,
  confidentiality TEXT NOT NULL CHECK (confidentiality IN ('private', 'pair', 'shareable')),
  due_on TEXT,
  preset TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX check_ins_of_match ON check_ins (match_id, member_id, made_on);
CREATE INDEX check_ins_of_member ON check_ins (member_id);

CREATE TABLE snoozes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  member_id INTEGER NOT NULL REFERENCES members (id),
  made_on TEXT NOT NULL CHECK (julianday(made_on) IS NOT NULL),
  until_on TEXT NOT NULL CHECK (until_on > made_on),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX snoozes_of_match ON snoozes (match_id, member_id, id);
CREATE INDEX snoozes_of_member ON snoozes (member_id);

CREATE TABLE match_moves (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  from_status TEXT NOT NULL CHECK (from_status IN ('proposed', 'active', 'paused', 'completed', 'ended early')),
  to_status TEXT NOT NULL CHECK (to_status IN ('proposed', 'active', 'paused', 'completed', 'ended early')),
  on_day TEXT NOT NULL CHECK (julianday(on_day) IS NOT NULL),
  reason TEXT CHECK (reason <> '')
) STRICT;
CREATE INDEX match_moves_of_match ON match_moves (match_id, id);

CREATE TABLE goals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  owner_id INTEGER REFERENCES members (id),
  text TEXT NOT NULL CHECK (text <> ''),
  due_on TEXT,
  reached_on TEXT,
  dropped_on TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (reached_on IS NULL OR dropped_on IS NULL)
) STRICT;
CREATE INDEX goals_of_match ON goals (match_id);
CREATE INDEX goals_of_owner ON goals (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX goals_open ON goals (due_on) WHERE reached_on IS NULL AND dropped_on IS NULL;

CREATE TABLE milestones (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_id INTEGER NOT NULL REFERENCES goals (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  due_on TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX milestones_of_goal ON milestones (goal_id, position);

ALTER TABLE action_items ADD COLUMN goal_id INTEGER REFERENCES goals (id);
CREATE INDEX action_items_of_goal ON action_items (goal_id) WHERE goal_id IS NOT NULL;

CREATE TABLE closures (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  match_id INTEGER NOT NULL REFERENCES matches (id),
  anticipated INTEGER NOT NULL CHECK (anticipated IN (0, 1)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  begun_on TEXT NOT NULL CHECK (julianday(begun_on) IS NOT NULL),
  ends_on TEXT NOT NULL CHECK (julianday(ends_on) IS NOT NULL),
  contact_rule TEXT,
  closed_on TEXT,
  reopened_on TEXT,
  reopened_because TEXT
) STRICT;
CREATE INDEX closures_of_match ON closures (match_id, id);
CREATE INDEX closures_being_led ON closures (ends_on) WHERE closed_on IS NULL;

CREATE TABLE closure_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  closure_id INTEGER NOT NULL REFERENCES closures (id),
  kind TEXT NOT NULL CHECK (kind IN ('interview', 'celebration')),
  member_id INTEGER REFERENCES members (id),
  done_on TEXT,
  afterwards TEXT CHECK (afterwards IN ('rematch', 'end')),
  notes TEXT NOT NULL
) STRICT;
CREATE INDEX closure_steps_of_closure ON closure_steps (closure_id, id);
CREATE INDEX closure_steps_of_member ON closure_steps (member_id) WHERE member_id IS NOT NULL;

-- What belonged to a match, a goal or a closure and was deleted.
CREATE INDEX changes_once_of_support ON changes (json_extract(before, '$.match_id'))
  WHERE kind = 'delete' AND table_name IN ('check_ins', 'snoozes', 'match_moves', 'goals', 'closures');
CREATE INDEX changes_once_of_goal ON changes (json_extract(before, '$.goal_id'))
  WHERE kind = 'delete' AND table_name = 'milestones';
CREATE INDEX changes_once_of_closure ON changes (json_extract(before, '$.closure_id'))
  WHERE kind = 'delete' AND table_name = 'closure_steps';
`,
}
