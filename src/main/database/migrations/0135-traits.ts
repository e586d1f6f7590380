import type { Migration } from '../engine/migrate'

/**
 * What somebody told about themselves for the matching of one program only, and in what of it they ask for a partner
 * like themselves: a list of `{ trait, value, asks }`. It is of the enrolment, as it was told for that program, and
 * goes with it; there is no index, as nobody is ever looked for by it.
 */
export const traits: Migration = {
  number: 135,
  name: 'traits',
  sql: `
ALTER TABLE enrolments ADD COLUMN traits TEXT CHECK (json_valid(traits));
`,
}
