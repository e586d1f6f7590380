import type { Migration } from '../engine/migrate'

/** Finds the sessions whose notes or agenda link to knowledge, without reading every note. */
export const linkedNotes: Migration = {
  number: 190,
  name: 'linked-notes',
  sql: `
CREATE INDEX sessions_with_links ON sessions (search_key) WHERE instr(notes, '[[') > 0 OR instr(agenda, '[[') > 0;
`,
}
