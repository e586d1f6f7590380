import type { Reader } from '../engine/reader'
import type { GrowthTable } from '../queries/asks/growthTraces'
import { list, listed } from '../queries/conditions'
import { everyNumber } from '../queries/merging/mergedInto'
import { memberTraces } from '../queries/privacy/memberTraces'
import { type SupportTable, supportTables } from '../queries/support/supportTraces'
import { byGrowthTable } from './growth'

/** What is about the members who are being erased, with what is long gone and known from the history alone. */
export interface Belongings {
  /** Sessions they have ever been noted as attendees of. */
  sessions: Set<number>
  /** Action items that are theirs, or nobody's in one of their sessions. */
  actionItems: Set<number>
  skills: Set<number>
  /** How they were known under records that were merged into theirs. */
  identities: Set<number>
  /** Topics that they have ever offered or wanted. */
  topics: Set<number>
  consents: Set<number>
  communityMembers: Set<number>
  enrolments: Set<number>
  enrolmentMoves: Set<number>
  /** Rules about them and somebody else, with the reason. */
  pairRules: Set<number>
  /** Matches they are or were part of. */
  matches: Set<number>
  surveyResponses: Set<number>
  /** Their uses of knowledge, with what they told of them. */
  reuses: Set<number>
  support: Readonly<Record<SupportTable, Set<number>>>
  growth: Readonly<Record<GrowthTable, Set<number>>>
}

export function belongingsOf(db: Reader, ids: readonly number[]): Belongings {
  const traces = ids.map((id) => memberTraces(db, id))
  const all = (rows: (trace: (typeof traces)[number]) => number[]) => new Set(traces.flatMap(rows))
  const sessions = all((trace) => trace.sessions)
  const items = all((trace) => trace.own.action_items)
  for (const item of ownerless(db, [...sessions])) items.add(item)
  return {
    sessions,
    actionItems: items,
    skills: all((trace) => trace.own.member_skills),
    identities: all((trace) => trace.own.member_identities),
    topics: new Set(topicsOf(db, everyNumber(db, ids))),
    consents: all((trace) => trace.own.consents),
    communityMembers: all((trace) => trace.own.community_members),
    enrolments: all((trace) => trace.own.enrolments),
    enrolmentMoves: all((trace) => trace.own.enrolment_moves),
    pairRules: all((trace) => trace.own.pair_rules),
    matches: new Set(matchesOf(db, everyNumber(db, ids))),
    surveyResponses: all((trace) => trace.own.survey_responses),
    reuses: all((trace) => trace.own.knowledge_reuses),
    support: bySupportTable((table) => all((trace) => trace.own[table])),
    growth: byGrowthTable((table) => all((trace) => trace.own[table])),
  }
}

/** Something for each of the tables of match support. */
export function bySupportTable<T>(of: (table: SupportTable) => T): Record<SupportTable, T> {
  return Object.fromEntries(supportTables.map((table) => [table, of(table)])) as Record<SupportTable, T>
}

function matchesOf(db: Reader, ids: readonly number[]): number[] {
  return db.column<number>(
    `SELECT match_id FROM match_members WHERE member_id IN ${listed}
      UNION SELECT json_extract(before, '$.match_id') FROM changes
        WHERE table_name = 'match_members' AND kind = 'delete' AND json_extract(before, '$.member_id') IN ${listed}`,
    list(ids),
    list(ids),
  )
}

function topicsOf(db: Reader, ids: readonly number[]): number[] {
  return db.column<number>(
    `SELECT topic_id FROM member_skills WHERE member_id IN ${listed}
      UNION SELECT json_extract(before, '$.topic_id') FROM changes
        WHERE table_name = 'member_skills' AND kind = 'delete' AND json_extract(before, '$.member_id') IN ${listed}`,
    list(ids),
    list(ids),
  )
}

/** What nobody in particular was to do in these sessions: perhaps it is about the one who was there. */
function ownerless(db: Reader, sessions: readonly number[]): number[] {
  return db.column<number>(
    `SELECT id FROM action_items WHERE owner_id IS NULL AND session_id IN ${listed}
      UNION SELECT first_row FROM changes
        WHERE table_name = 'action_items' AND kind = 'delete' AND json_extract(before, '$.owner_id') IS NULL
          AND json_extract(before, '$.session_id') IN ${listed}`,
    list(sessions),
    list(sessions),
  )
}
