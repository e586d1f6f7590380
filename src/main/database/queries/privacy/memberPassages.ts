import type { MemberRecord } from '@shared/domain/memberRecord'
import { isNaming, type Replacing } from '@shared/domain/replaceNames'
import { stopIf } from '../../engine/command'
import type { Reader } from '../../engine/reader'
import type { Task } from '../../handler'
import { growthTables } from '../asks/growthTraces'
import { draftText, isDraftAbout } from '../sessions/drafting'
import { notedForOneself, supportTables } from '../support/supportTraces'
import type { MemberTraces } from './memberTraces'
import { type Written, writtenRecords } from './writtenColumns'

type Passage = MemberRecord['passages'][number]

/** The tables in which others are written about, and how a place in them is called. */
const places: Readonly<Record<string, (record: Written, column: string) => string>> = {
  sessions: (_record, column) => `the ${column} of a session`,
  action_items: () => 'an action item',
  members: (_record, column) =>
    column === 'about' ? 'what is written about somebody else' : 'the profile of somebody else',
  topics: () => 'a topic',
  programs: (_record, column) => `the ${column} of a program`,
  program_checks: () => 'a check of a program',
  enrolments: (_record, column) =>
    column === 'left_reason' ? 'why somebody left' : `the ${column} of an enrolment`,
  enrolment_moves: () => 'why somebody was moved',
  pair_rules: () => 'why two are kept apart, or together',
  survey_templates: (_record, column) =>
    column === 'scale' ? 'the statements of a survey' : `the ${column} of a survey`,
  check_ins: () => 'the notes of a check-in',
  snoozes: () => 'why a check-in was put off',
  flag_snoozes: () => 'why a sign of trouble was set aside',
  match_moves: () => 'why a match was changed',
  goals: () => 'a goal of a match',
  milestones: () => 'a milestone of a goal',
  closures: () => 'the end of a match',
  closure_steps: () => 'the notes of a last talk',
  communities: (_record, column) => `the ${column.replace('_', ' ')} of a community`,
  community_stages: () => 'what showed a change of stage',
  community_members: () => 'a role in a community',
  gatherings: (_record, column) => `the ${column} of a gathering`,
  asks: () => 'what somebody else asked',
  ask_answers: () => 'a note about an answer',
  invitations: (_record, column) => `the ${column} of an invitation`,
  readiness_checks: () => 'a readiness check',
  knowledge_items: (_record, column) =>
    column === 'title' ? 'the title of a piece of knowledge' : 'a piece of knowledge',
  knowledge_versions: () => 'an earlier version of a piece of knowledge',
  knowledge_files: () => 'the name of a file',
  knowledge_reuses: () => 'what came of somebody’s use of knowledge',
  saved_views: () => 'a saved view',
  report_templates: (_record, column) => `the ${column} of a report template`,
  settings: () => 'a setting',
}

/**
 * The passages of other people's records that name a member: of notes the paragraph. `replacing` finds the member.
 * @param traces the rows that are the member's own
 *
 * @throws AppError `cancelled`.
 */
export function passagesNaming(
  db: Reader,
  id: number,
  { replacing, traces }: { replacing: Replacing; traces: MemberTraces },
  task: Task,
): Passage[] {
  const passages: Passage[] = []
  const isOwn = ownOf(db, id, traces)
  for (const [table, place] of Object.entries(places)) {
    let done = 0
    const total = db.value<number>(`SELECT count(*) FROM ${table}`) ?? 0
    for (const record of writtenRecords(db, table)) {
      if (done++ % 1000 === 0) {
        task.progress({ label: 'Reading all texts', done, total })
        stopIf(task.cancelled)
      }
      for (const [column, text] of Object.entries(record.texts)) {
        if (!isNaming(text, replacing) || isOwn(record)) continue
        passages.push({
          where: place(record, column),
          text: naming(text, replacing),
          ...circumstances(db, record),
        })
      }
    }
  }
  return passages
}

/** Tables whose rows are in the member's record already, where they are the member's. */
const inRecord = [
  'community_members',
  'enrolments',
  'enrolment_moves',
  'knowledge_reuses',
  ...supportTables,
  ...growthTables,
] as const

/** Says of a record whether what is written there is in the member's record already, and so is no mention. */
function ownOf(db: Reader, id: number, { own }: MemberTraces): (record: Written) => boolean {
  const rows: ReadonlyMap<string, ReadonlySet<number>> = new Map(
    inRecord.map((table) => [table, new Set(own[table])]),
  )
  return ({ table, id: row }) => {
    if (table === 'members') return row === id
    if (table === 'sessions') return attends(db, row, id)
    if (table !== 'action_items') return rows.get(table)?.has(row) ?? false
    const item = db.get<{ owner: number | null; session: number }>(
      'SELECT owner_id AS owner, session_id AS session FROM action_items WHERE id = ?',
      row,
    )
    return item !== undefined && (item.owner === id || attends(db, item.session, id))
  }
}

function attends(db: Reader, session: number, id: number): boolean {
  const sql = 'SELECT 1 FROM session_attendees WHERE session_id = ? AND member_id = ?'
  return db.value(sql, session, id) !== undefined
}

function circumstances(db: Reader, { table, id }: Written): Pick<Passage, 'on' | 'isPrivate'> {
  const session = table === 'sessions' ? 'id = ?' : 'id = (SELECT session_id FROM action_items WHERE id = ?)'
  if (table === 'asks' || table === 'ask_answers') {
    const ask = table === 'asks' ? '?' : '(SELECT ask_id FROM ask_answers WHERE id = ?)'
    return {
      on: null,
      isPrivate: db.value(`SELECT 1 FROM asks WHERE id = ${ask} AND is_private = 1`, id) === 1,
    }
  }
  if (table !== 'sessions' && table !== 'action_items') {
    return { on: null, isPrivate: notedForOneself.has(table) || table === 'invitations' }
  }
  const row = db.get<{ on: string; isPrivate: number }>(
    `SELECT held_on AS "on", confidentiality = 'private' AS isPrivate FROM sessions WHERE ${session}`,
    id,
  )
  return { on: row?.on ?? null, isPrivate: row?.isPrivate === 1 }
}

/** The paragraphs that name the member. */
function naming(text: string, replacing: Replacing): string {
  const paragraphs = text.split(/\n[ \t]*\n/).filter((paragraph) => isNaming(paragraph, replacing))
  // A name that goes over the end of a paragraph is in none of them.
  return paragraphs.length === 0 ? text : paragraphs.join('\n\n')
}

/** Drafts are the coordinator's own until they are saved. */
export function draftsNaming(db: Reader, id: number, replacing: Replacing): MemberRecord['drafts'] {
  return db
    .all<{ body: string; savedAt: string }>('SELECT body, updated_at AS savedAt FROM drafts ORDER BY key')
    .filter(({ body }) => isDraftAbout(body, id, replacing))
    .map(({ body, savedAt }) => ({ savedAt, text: draftText(body), isPrivate: true }))
}
