import type { Migration } from '../engine/migrate'

/**
 * What reading the history needs, and the trash.
 *
 * - `is_final`: a command that can never be taken back, such as an erasure. Everything up to it has become final with
 *   it: undo stops there.
 * - `operation` of an undo or a redo is that of the command it is about; `kind` says which of the three it is.
 * - `counts` is how many records of which table a command changed, as JSON: a command may have hundreds of thousands.
 * - `before` of a change is JSON or NULL for ever: indexes read it. An image that has to be forgotten becomes '{}'.
 * - `trash` is a table of records like any other, so that undo and redo keep it true. What was deleted is in the
 *   images of the command that deleted it. For what was deleted before there was a trash, its line is put behind the
 *   other changes of that command, as if the command had written it.
 */
export const history: Migration = {
  number: 20,
  name: 'history',
  sql: `
ALTER TABLE commands ADD COLUMN reason TEXT;
ALTER TABLE commands ADD COLUMN is_final INTEGER NOT NULL DEFAULT 0 CHECK (is_final IN (0, 1));
ALTER TABLE commands ADD COLUMN counts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE commands ADD COLUMN area TEXT
  GENERATED ALWAYS AS (substr(operation, 1, instr(operation, '.') - 1)) VIRTUAL;

UPDATE commands SET operation = (
  WITH RECURSIVE chain (operation, reverses) AS (
    SELECT c.operation, c.reverses FROM commands c WHERE c.id = commands.reverses
    UNION ALL
    SELECT c.operation, c.reverses FROM chain JOIN commands c ON c.id = chain.reverses
  )
  SELECT operation FROM chain WHERE reverses IS NULL
) WHERE reverses IS NOT NULL;

UPDATE commands SET counts = counted.counts FROM (
  SELECT command_id, json_group_object(table_name, records) AS counts FROM (
    SELECT command_id, table_name, sum(last_row - first_row + 1) AS records
    FROM (SELECT DISTINCT command_id, table_name, first_row, last_row FROM changes)
    GROUP BY command_id, table_name
  ) GROUP BY command_id
) AS counted WHERE counted.command_id = commands.id;

CREATE INDEX commands_by_time ON commands (at);
CREATE INDEX commands_by_area ON commands (area, at);
CREATE INDEX commands_taken_back ON commands (kind, at) WHERE kind <> 'do';
CREATE INDEX commands_final ON commands (id) WHERE is_final = 1;

-- A bulk insert is one line for all of its rows.
CREATE INDEX changes_of_range ON changes (table_name, last_row, first_row) WHERE first_row < last_row;
-- What belonged to a record and was deleted; what still does is in its own table.
CREATE INDEX changes_once_of_session ON changes (json_extract(before, '$.session_id'))
  WHERE kind = 'delete' AND table_name IN ('session_attendees', 'session_topics', 'action_items');
CREATE INDEX changes_once_of_member ON changes (json_extract(before, '$.member_id'))
  WHERE kind = 'delete' AND table_name = 'member_skills';

CREATE TABLE trash (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  -- The command that deleted the record.
  command_id INTEGER NOT NULL REFERENCES commands (id)
) STRICT;
CREATE UNIQUE INDEX trash_of_record ON trash (table_name, row_id);
CREATE INDEX trash_of_command ON trash (command_id);

INSERT INTO trash (table_name, row_id, command_id)
  SELECT 'sessions', latest.first_row, latest.command_id
  FROM (
    SELECT first_row, command_id, max(id) FROM changes
    WHERE table_name = 'sessions' AND kind = 'delete' GROUP BY first_row
  ) AS latest
  JOIN commands c ON c.id = latest.command_id
  WHERE c.operation = 'sessions.remove' AND c.kind <> 'undo'
    AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = latest.first_row)
  ORDER BY latest.command_id;
INSERT INTO changes (command_id, kind, table_name, first_row, last_row)
  SELECT command_id, 'insert', 'trash', id, id FROM trash;
`,
}
