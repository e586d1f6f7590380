import type { Migration } from '../engine/migrate'

/**
 * Steps about a piece of knowledge, and steps that were proposed and are not to be taken.
 *
 * - `item_id` is the piece of knowledge that a step is about. When it is deleted the step goes into the trash with it.
 * - `dismissed_as` is why a step was not taken, as one of a few words, so that nothing about anybody is written here;
 *   NULL where it was. `taken_on` is the day on which that was decided.
 * - A dismissed step is proposed again from `until_on` on; NULL is when something new has happened that it is about.
 */
export const dismissedSteps: Migration = {
  number: 200,
  name: 'dismissed steps',
  sql: `
ALTER TABLE community_steps ADD COLUMN item_id INTEGER REFERENCES knowledge_items (id);
ALTER TABLE community_steps ADD COLUMN dismissed_as TEXT CHECK (dismissed_as <> '');
ALTER TABLE community_steps ADD COLUMN until_on TEXT
  CHECK (until_on IS NULL OR dismissed_as IS NOT NULL AND until_on > taken_on);
CREATE INDEX community_steps_of_item ON community_steps (item_id) WHERE item_id IS NOT NULL;
`,
}
