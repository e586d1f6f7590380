import type { Reader, Row } from '../engine/reader'
import type { Image } from './images'

/** Rows of another table that are part of a record: they come and go with it. */
export interface Part {
  table: string
  /** The column that says whose they are. */
  parent: string
  /** Where the rows say no more than that something belongs to it: how that is called, and where its number stands. */
  list?: { label: string | ((row: Row) => string); column: string; of: string }
  /** SQL that is true for the changes in which a deleted row of it is kept; an index is made for just that. */
  kept: string
}

/** Rows that say no more than which `of` belong to the record, under this label. */
function named(table: string, parent: string, label: string, column: string, of: string, kept: string): Part {
  return { table, parent, list: { label, column, of }, kept }
}

const keptOfSession =
  "kind = 'delete' AND table_name IN ('session_attendees', 'session_topics', 'action_items')"

const keptOfEnrolment = "kind = 'delete' AND table_name IN ('enrolment_moves', 'enrolment_checks', 'wishes')"
const keptOfMatch =
  "kind = 'delete' AND table_name IN ('check_ins', 'snoozes', 'match_moves', 'goals', 'closures')"

const keptOfCommunity =
  "kind = 'delete' AND table_name IN ('community_stages', 'community_members', 'gatherings')"

const keptOfKnowledge = `kind = 'delete' AND table_name IN (
    'knowledge_authors', 'knowledge_topics', 'knowledge_versions', 'knowledge_files', 'knowledge_reuses'
  )`

/** What the records that have a history are made of. */
export const partsOf: Readonly<Record<string, readonly Part[]>> = {
  sessions: [
    named('session_attendees', 'session_id', 'Attendees', 'member_id', 'members', keptOfSession),
    named('session_topics', 'session_id', 'Topics', 'topic_id', 'topics', keptOfSession),
    { table: 'action_items', parent: 'session_id', kept: keptOfSession },
  ],
  members: [
    {
      table: 'member_skills',
      parent: 'member_id',
      list: {
        label: ({ side }) => (side === 'offered' ? 'Skills offered' : 'Skills wanted'),
        column: 'topic_id',
        of: 'topics',
      },
      kept: "kind = 'delete' AND table_name = 'member_skills'",
    },
    { table: 'consents', parent: 'member_id', kept: "kind = 'delete' AND table_name = 'consents'" },
  ],
  programs: [
    {
      table: 'program_checks',
      parent: 'program_id',
      kept: "kind = 'delete' AND table_name IN ('program_checks', 'enrolments')",
    },
  ],
  enrolments: [
    named('enrolment_checks', 'enrolment_id', 'Checked off', 'check_id', 'program_checks', keptOfEnrolment),
    { table: 'enrolment_moves', parent: 'enrolment_id', kept: keptOfEnrolment },
    {
      table: 'wishes',
      parent: 'enrolment_id',
      list: {
        label: ({ kind }) => (kind === 'wish' ? 'Wished for' : 'Does not want'),
        column: 'member_id',
        of: 'members',
      },
      kept: keptOfEnrolment,
    },
  ],
  survey_responses: [
    {
      table: 'survey_answers',
      parent: 'response_id',
      kept: "kind = 'delete' AND table_name = 'survey_answers'",
    },
  ],
  matches: [
    named(
      'match_members',
      'match_id',
      'Members',
      'member_id',
      'members',
      "kind = 'delete' AND table_name = 'match_members'",
    ),
    { table: 'match_moves', parent: 'match_id', kept: keptOfMatch },
    { table: 'check_ins', parent: 'match_id', kept: keptOfMatch },
    { table: 'snoozes', parent: 'match_id', kept: keptOfMatch },
    {
      table: 'flag_snoozes',
      parent: 'match_id',
      kept: "kind = 'delete' AND table_name = 'flag_snoozes'",
    },
    { table: 'goals', parent: 'match_id', kept: keptOfMatch },
    { table: 'closures', parent: 'match_id', kept: keptOfMatch },
  ],
  communities: [
    { table: 'community_stages', parent: 'community_id', kept: keptOfCommunity },
    { table: 'community_members', parent: 'community_id', kept: keptOfCommunity },
    {
      table: 'readiness_checks',
      parent: 'community_id',
      kept: "kind = 'delete' AND table_name = 'readiness_checks'",
    },
  ],
  gatherings: [
    named(
      'gathering_attendees',
      'gathering_id',
      'Who was there',
      'member_id',
      'members',
      "kind = 'delete' AND table_name = 'gathering_attendees'",
    ),
  ],
  asks: [{ table: 'ask_answers', parent: 'ask_id', kept: "kind = 'delete' AND table_name = 'ask_answers'" }],
  knowledge_items: [
    named('knowledge_authors', 'item_id', 'Authors', 'member_id', 'members', keptOfKnowledge),
    named('knowledge_topics', 'item_id', 'Topics', 'topic_id', 'topics', keptOfKnowledge),
    { table: 'knowledge_versions', parent: 'item_id', kept: keptOfKnowledge },
    { table: 'knowledge_files', parent: 'item_id', kept: keptOfKnowledge },
    { table: 'knowledge_reuses', parent: 'item_id', kept: keptOfKnowledge },
  ],
  goals: [
    {
      table: 'milestones',
      parent: 'goal_id',
      kept: "kind = 'delete' AND table_name = 'milestones'",
    },
  ],
  closures: [
    {
      table: 'closure_steps',
      parent: 'closure_id',
      kept: "kind = 'delete' AND table_name = 'closure_steps'",
    },
  ],
}

/** What the rows of a table are part of, by the column that says so. */
const wholes: Readonly<Record<string, readonly [column: string, table: string]>> = {
  session_attendees: ['session_id', 'sessions'],
  session_topics: ['session_id', 'sessions'],
  action_items: ['session_id', 'sessions'],
  interactions: ['session_id', 'sessions'],
  member_skills: ['member_id', 'members'],
  consents: ['member_id', 'members'],
  member_merges: ['member_id', 'members'],
  member_identities: ['member_id', 'members'],
  program_checks: ['program_id', 'programs'],
  enrolments: ['program_id', 'programs'],
  enrolment_moves: ['enrolment_id', 'enrolments'],
  enrolment_checks: ['enrolment_id', 'enrolments'],
  wishes: ['enrolment_id', 'enrolments'],
  survey_responses: ['template_id', 'survey_templates'],
  survey_answers: ['response_id', 'survey_responses'],
  match_members: ['match_id', 'matches'],
  match_moves: ['match_id', 'matches'],
  check_ins: ['match_id', 'matches'],
  snoozes: ['match_id', 'matches'],
  flag_snoozes: ['match_id', 'matches'],
  goals: ['match_id', 'matches'],
  closures: ['match_id', 'matches'],
  milestones: ['goal_id', 'goals'],
  closure_steps: ['closure_id', 'closures'],
  community_members: ['community_id', 'communities'],
  community_stages: ['community_id', 'communities'],
  gatherings: ['community_id', 'communities'],
  gathering_series: ['community_id', 'communities'],
  gathering_attendees: ['gathering_id', 'gatherings'],
  community_steps: ['community_id', 'communities'],
  asks: ['community_id', 'communities'],
  ask_answers: ['ask_id', 'asks'],
  invitations: ['community_id', 'communities'],
  readiness_checks: ['community_id', 'communities'],
  knowledge_authors: ['item_id', 'knowledge_items'],
  knowledge_topics: ['item_id', 'knowledge_items'],
  knowledge_versions: ['item_id', 'knowledge_items'],
  knowledge_files: ['item_id', 'knowledge_items'],
  knowledge_reuses: ['item_id', 'knowledge_items'],
}

/** The record that a row is part of; null for what stands by itself. */
export function wholeOf(table: string, image: Image): { table: string; id: number; column: string } | null {
  const [column, whole] = (Object.hasOwn(wholes, table) ? wholes[table] : undefined) ?? []
  const id = column === undefined ? null : image?.[column]
  if (column === undefined || whole === undefined || typeof id !== 'number') return null
  return { table: whole, id, column }
}

/** Whether the rows of a table only tie others together: their names say all there is. */
export function isTie(table: string): boolean {
  return Object.values(partsOf).some((parts) => parts.some((part) => part.table === table && part.list))
}

/** The numbers of all rows that are part of a record, or ever were; a number may have been another's for a while. */
export function partRows(db: Reader, { table, parent, kept }: Part, id: number): number[] {
  const gone = db.all<{ table: string; row: number }>(
    `SELECT DISTINCT table_name AS "table", first_row AS row FROM changes
      WHERE ${kept} AND json_extract(before, '$.${parent}') = ?`,
    id,
  )
  const there = db.column<number>(`SELECT id FROM ${table} WHERE ${parent} = ?`, id)
  return [...new Set([...there, ...gone.filter((row) => row.table === table).map(({ row }) => row)])]
}
