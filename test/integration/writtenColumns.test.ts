import { writtenColumns } from '@main/database/queries/privacy/writtenColumns'
import { expect, test } from 'vitest'
import { openTestFile } from './support'

/** Text columns in which nobody can be named: dates, closed lists, numbers and names of the program's own. */
const closed: Readonly<Record<string, readonly string[]>> = {
  settings: ['key'],
  members: [
    'status',
    'role',
    'time_zone',
    'joined_on',
    'archived_at',
    'created_at',
    'updated_at',
    'erased_at',
    'keep_since',
  ],
  member_skills: ['side'],
  member_merges: ['gone_created_at', 'merged_at'],
  distinct_members: ['said_at'],
  // What a program's support calendar and matching are set to are closed lists and numbers.
  programs: ['starts_on', 'ends_on', 'format', 'status', 'support', 'matching', 'created_at', 'updated_at'],
  program_checks: ['step', 'role'],
  enrolments: ['role', 'step', 'step_since', 'applied_on', 'created_at', 'updated_at'],
  enrolment_moves: ['from_step', 'to_step', 'on_day'],
  enrolment_checks: ['done_on'],
  wishes: ['kind'],
  pair_rules: ['kind', 'created_at'],
  match_runs: ['made_at', 'outcome', 'accepted_at'],
  survey_templates: ['created_at', 'updated_at'],
  survey_responses: ['answered_on', 'created_at'],
  matches: ['status', 'started_on', 'ended_on'],
  match_members: ['side'],
  check_ins: ['made_on', 'means', 'depth', 'confidentiality', 'due_on', 'preset', 'created_at', 'updated_at'],
  snoozes: ['made_on', 'until_on'],
  flag_snoozes: ['kind', 'made_on', 'until_on', 'shown_again_on'],
  match_moves: ['from_status', 'to_status', 'on_day'],
  goals: ['due_on', 'reached_on', 'dropped_on', 'created_at', 'updated_at'],
  milestones: ['due_on', 'done_on'],
  closures: ['begun_on', 'ends_on', 'closed_on', 'reopened_on'],
  closure_steps: ['kind', 'done_on', 'afterwards'],
  sessions: ['held_on', 'medium', 'confidentiality', 'created_at', 'updated_at', 'notes_erased_at'],
  action_items: ['due_on', 'done_on'],
  communities: ['stage', 'began_on', 'ended_on', 'created_at', 'updated_at'],
  community_stages: ['stage', 'since_on'],
  community_members: ['joined_on', 'left_on'],
  community_steps: ['part', 'kind', 'taken_on', 'dismissed_as', 'until_on', 'created_at'],
  gatherings: ['kind', 'held_on', 'starts_at', 'status', 'created_at', 'updated_at'],
  gathering_series: ['rule', 'begins_on', 'planned_until', 'ended_on', 'created_at'],
  asks: ['asked_on', 'closed_on', 'created_at', 'updated_at'],
  ask_answers: ['answered_on', 'means', 'helped', 'created_at'],
  invitations: ['invited_on', 'answer', 'answered_on', 'created_at', 'updated_at'],
  // The answers are numbers.
  readiness_checks: ['taken_on', 'answers', 'created_at', 'updated_at'],
  interactions: ['at', 'logged_by'],
  knowledge_items: ['kind', 'state', 'state_since', 'review_on', 'written_at', 'created_at', 'updated_at'],
  knowledge_versions: ['written_at'],
  // What is in a file is as it came in, in Base64.
  knowledge_files: ['media_type', 'content', 'added_at'],
  knowledge_reuses: ['used_on', 'created_at', 'updated_at'],
  imports: ['at', 'kind'],
  saved_views: ['screen'],
  // Closed lists and numbers of records; the logo is a picture in Base64.
  report_templates: ['settings', 'logo', 'created_at', 'updated_at'],
  drafts: ['key', 'updated_at'],
  consents: ['purpose', 'answer', 'answered_on', 'recorded_at'],
  commands: ['at', 'operation', 'kind', 'counts', 'area', 'uid'],
  merged_commands: ['uid', 'at'],
  merged_rows: ['table_name', 'uid'],
  merged_cells: ['table_name', 'column_name', 'uid', 'at'],
  changes: ['kind', 'table_name'],
  trash: ['table_name'],
  migrations: ['name', 'checksum', 'applied_at'],
  record_counts: ['kind'],
  // The words are those of the rows that are packed, and go with them: they are looked at in `interactions.kind`.
  activity_chunks: ['source', 'words'],
}

test('every text column of the schema is known to hold what people write, or is known not to', () => {
  const file = openTestFile()
  try {
    const columns = file.read((db) =>
      db.all<{ table: string; column: string }>(
        `SELECT t.name AS "table", c.name AS "column"
          FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
          WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT'`,
      ),
    )
    const known = (lists: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(lists).flatMap(([table, names]) => names.map((column) => `${table}.${column}`))
    expect([...known(writtenColumns), ...known(closed)].sort()).toEqual(
      columns.map(({ table, column }) => `${table}.${column}`).sort(),
    )
  } finally {
    file.close()
  }
})
