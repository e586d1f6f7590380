import type { Reader } from '../engine/reader'
import { recordTables, type Table } from '../salvage/tables'
import { stayingTables } from '../whole/describe'

/** Tables that a merge leaves as they are, and why. A test sees that every other table takes part. */
export const leftOut: Readonly<Record<string, string>> = {
  settings: 'each copy has its own',
  saved_views: 'how somebody likes to look at their lists',
  report_templates: 'their settings name records by the numbers of this copy',
  match_runs: 'proposals that one coordinator tries out; the matches that come of them are merged',
  member_merges: 'by which command of this very file two members became one',
}

/** The tables that are merged, those first that others refer to. */
export function mergedTables(db: Reader): Table[] {
  return recordTables(db).filter(({ name }) => !stayingTables.includes(name) && !Object.hasOwn(leftOut, name))
}

/** Rows that tie others together are known by what they tie: both sides may make the same. */
export const naturalKeys: Readonly<Record<string, readonly string[]>> = {
  member_skills: ['member_id', 'side', 'topic_id'],
  match_members: ['match_id', 'member_id'],
  session_attendees: ['session_id', 'member_id'],
  session_topics: ['session_id', 'topic_id'],
  community_members: ['community_id', 'member_id'],
  gathering_attendees: ['gathering_id', 'member_id'],
  knowledge_authors: ['item_id', 'member_id'],
  knowledge_topics: ['item_id', 'topic_id'],
  enrolment_checks: ['enrolment_id', 'check_id'],
  survey_answers: ['response_id', 'item'],
  distinct_members: ['first_id', 'second_id'],
}

/** Two that are tied in no order: the smaller number comes first, and numbers differ between copies. */
export const unordered: readonly string[] = ['distinct_members']

/** Records made in both copies that are one, since there can be only one of them. */
export const sameWhen: Readonly<Record<string, readonly string[]>> = {
  topics: ['name'],
  communities: ['name'],
  enrolments: ['program_id', 'member_id', 'role'],
}

/** Columns that only mean something together: they come from one side. */
export const together: Readonly<Record<string, readonly (readonly string[])[]>> = {
  members: [
    ['name', 'sort_name'],
    ['status', 'archived_at'],
    ['keep_because', 'keep_since'],
  ],
  sessions: [['notes', 'notes_erased_at']],
  matches: [['status', 'started_on', 'ended_on']],
  enrolments: [['step', 'step_since', 'left_reason']],
  goals: [['reached_on', 'dropped_on']],
  closures: [['closed_on', 'reopened_on', 'reopened_because']],
  gatherings: [['status', 'held_on', 'starts_at']],
  gathering_series: [['rule', 'begins_on', 'planned_until', 'ended_on']],
  community_steps: [
    ['member_id', 'other_id'],
    ['taken_on', 'dismissed_as', 'until_on'],
  ],
  invitations: [
    ['member_id', 'name', 'email', 'invited_by'],
    ['answer', 'answered_on'],
  ],
  knowledge_items: [
    ['state', 'state_since'],
    ['title', 'body', 'written_at'],
  ],
  snoozes: [['made_on', 'until_on']],
  flag_snoozes: [['made_on', 'until_on']],
  pair_rules: [['first_id', 'second_id']],
}

/** Lines of which the last counts, by what they belong to: they are put into one order that all copies agree on. */
export const sequences: Readonly<Record<string, string>> = {
  enrolment_moves: 'enrolment_id',
  match_moves: 'match_id',
  community_stages: 'community_id',
}

/** What follows from other rows, and is made anew after a merge. */
export const following: Readonly<Record<string, readonly string[]>> = {
  consents: ['is_current'],
  knowledge_versions: ['number'],
}

/** Two changes of these say nothing that a person would have to decide. */
export const silent: readonly string[] = ['created_at', 'updated_at', 'position', 'sort_name', 'recorded_at']
