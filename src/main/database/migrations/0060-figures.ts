import type { Migration } from '../engine/migrate'

/**
 * Figures that are asked all the time, kept beside the records so that they cost the same in a file of any size.
 * They are derived: every command keeps them true, nobody writes to them otherwise, and no history is kept of them.
 *
 * - `record_counts`: how many records there are of a kind; of members, those who are in the directory.
 * - `contact_days`: how many interactions there were on a day. With it, no question needs interactions by day, and
 *   each of them is spared an index that is written at every save.
 * - `match_rhythms`: of each active match with a cadence, from when on its next session is due, and from when on it
 *   counts as quiet; days since 1970-01-01. The rule is in `shared/domain/cadence`: a new one needs a migration.
 * - `activity_chunks`: what the charts need of many rows at a time, as `columns/packing` packs it. A chunk that is there
 *   is true; one that is not, because its rows were changed or are too few, is read from the rows themselves.
 *
 * The directory is sorted and counted in memory now, so that two of its indexes are only a burden.
 */
export const figures: Migration = {
  number: 60,
  name: 'figures',
  sql: `
DROP INDEX members_by_sort_name;
DROP INDEX members_facets;

CREATE TABLE record_counts (
  kind TEXT PRIMARY KEY,
  records INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO record_counts (kind, records)
  SELECT 'members', count(*) FROM members WHERE archived_at IS NULL
  UNION ALL SELECT 'sessions', count(*) FROM sessions
  UNION ALL SELECT 'matches', count(*) FROM matches
  UNION ALL SELECT 'communities', count(*) FROM communities
  UNION ALL SELECT 'interactions', count(*) FROM interactions;

CREATE TABLE contact_days (
  day INTEGER PRIMARY KEY,
  contacts INTEGER NOT NULL
) STRICT;
INSERT INTO contact_days (day, contacts) SELECT day, count(*) FROM interactions GROUP BY day;
DROP INDEX interactions_by_day;

CREATE TABLE match_rhythms (
  match_id INTEGER PRIMARY KEY,
  due_day INTEGER NOT NULL,
  quiet_day INTEGER NOT NULL
) STRICT;
INSERT INTO match_rhythms (match_id, due_day, quiet_day)
  SELECT id, since + cadence, since + cadence * 3 / 2 + 1 FROM (
    SELECT ma.id, coalesce(ma.cadence_days, p.cadence_days) AS cadence, CAST(floor(julianday(max(
      coalesce((SELECT max(held_on) FROM sessions WHERE match_id = ma.id), ''), coalesce(ma.started_on, '')
    )) - 2440587.5) AS INTEGER) AS since
    FROM matches ma JOIN programs p ON p.id = ma.program_id WHERE ma.status = 'active'
  ) WHERE since IS NOT NULL AND cadence IS NOT NULL;
CREATE INDEX match_rhythms_due ON match_rhythms (due_day, match_id, quiet_day);

CREATE TABLE activity_chunks (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  chunk INTEGER NOT NULL,
  packed BLOB NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX activity_chunks_of_source ON activity_chunks (source, chunk);
`,
}
