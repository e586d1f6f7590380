import type { Migration } from '../engine/migrate'

/**
 * Reports that were designed once and are made again.
 *
 * - `settings` is JSON: which report, its sections in their order, the period, whom it is about by number, what is left
 *   out, and the format. It refers to no record by a key: a template whose program was deleted stays, and says so.
 * - Words that somebody wrote have columns of their own, so that an erasure finds them.
 * - The logo is a data address of a PNG or JPEG, so that the history can keep it as it keeps all else.
 */
export const reportTemplates: Migration = {
  number: 230,
  name: 'report templates',
  sql: `
CREATE TABLE report_templates (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  title TEXT NOT NULL,
  opening TEXT NOT NULL,
  closing TEXT NOT NULL,
  logo TEXT CHECK (logo <> ''),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
`,
}
