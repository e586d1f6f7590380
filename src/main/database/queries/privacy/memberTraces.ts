import type { Reader } from '../../engine/reader'
import { type GrowthTable, growthTraces } from '../asks/growthTraces'
import { list, listed } from '../conditions'
import { everyNumber } from '../merging/mergedInto'
import { inOrder, rowsEver } from '../rowsEver'
import { type SupportTable, supportTraces } from '../support/supportTraces'

/**
 * The rows that belong to a member, those that are gone included: what was deleted is known from the record of
 * changes, which keeps a deleted row whole.
 */
export interface MemberTraces {
  /** Ids of sessions that the member has ever been noted as an attendee of. */
  sessions: number[]
  /** Ids by table of rows that say something of the member alone. */
  own: Readonly<Record<OwnTable, number[]>>
}

const owners = {
  member_skills: 'member_id',
  consents: 'member_id',
  match_members: 'member_id',
  community_members: 'member_id',
  action_items: 'owner_id',
  enrolments: 'member_id',
  survey_responses: 'member_id',
  gathering_attendees: 'member_id',
  knowledge_authors: 'member_id',
  knowledge_reuses: 'member_id',
  member_identities: 'member_id',
} as const
export type OwnTable =
  | keyof typeof owners
  | keyof typeof ofEnrolments
  | 'pair_rules'
  | 'community_steps'
  | 'survey_answers'
  | SupportTable
  | GrowthTable

/** What belongs to a member through an enrolment. */
const ofEnrolments = {
  enrolment_moves: 'enrolment_id',
  enrolment_checks: 'enrolment_id',
  wishes: 'enrolment_id',
} as const

export function memberTraces(db: Reader, id: number): MemberTraces {
  const attended = db.column<number>('SELECT session_id FROM session_attendees WHERE member_id = ?', id)
  // What was another record's before the two were merged is theirs as well.
  const ids = everyNumber(db, [id])
  const own = (table: keyof typeof owners) => rowsEver(db, table, owners[table], ids)
  const enrolments = own('enrolments')
  const inEnrolments = (table: keyof typeof ofEnrolments) =>
    rowsEver(db, table, ofEnrolments[table], enrolments)
  const responses = own('survey_responses')
  const removed = db.column<number>(
    `SELECT json_extract(before, '$.session_id') FROM changes
      WHERE table_name = 'session_attendees' AND kind = 'delete' AND json_extract(before, '$.member_id') IN ${listed}`,
    list(ids),
  )
  return {
    sessions: inOrder([...attended, ...removed]),
    own: {
      member_skills: own('member_skills'),
      consents: own('consents'),
      match_members: own('match_members'),
      community_members: own('community_members'),
      action_items: own('action_items'),
      enrolments,
      enrolment_moves: inEnrolments('enrolment_moves'),
      enrolment_checks: inEnrolments('enrolment_checks'),
      wishes: inEnrolments('wishes'),
      pair_rules: onEitherSide(db, 'pair_rules', ['first_id', 'second_id'], ids),
      community_steps: onEitherSide(db, 'community_steps', ['member_id', 'other_id'], ids),
      gathering_attendees: own('gathering_attendees'),
      knowledge_authors: own('knowledge_authors'),
      knowledge_reuses: own('knowledge_reuses'),
      member_identities: own('member_identities'),
      survey_responses: responses,
      survey_answers: rowsEver(db, 'survey_answers', 'response_id', responses),
      ...supportTraces(db, ids),
      ...growthTraces(db, ids),
    },
  }
}

function onEitherSide(
  db: Reader,
  table: OwnTable,
  sides: readonly string[],
  ids: readonly number[],
): number[] {
  return inOrder(sides.flatMap((side) => rowsEver(db, table, side, ids)))
}

export interface Change {
  id: number
  command: number
  table: string
  first: number
  last: number
  before: string | null
}

const columns =
  'id, command_id AS command, table_name AS "table", first_row AS first, last_row AS last, before'

/** Every recorded change of these rows of a table. */
export function changesOf(db: Reader, table: string, ids: readonly number[]): Change[] {
  if (ids.length === 0) return []
  const single = db.all<Change>(
    `SELECT ${columns} FROM changes WHERE table_name = ? AND first_row IN ${listed} AND last_row = first_row`,
    table,
    list(ids),
  )
  // Rows that came many at a time have one line for all of them, and such lines are few.
  const many = db
    .all<Change>(`SELECT ${columns} FROM changes WHERE table_name = ? AND last_row > first_row`, table)
    .filter(({ first, last }) => ids.some((id) => id >= first && id <= last))
  return [...single, ...many]
}
