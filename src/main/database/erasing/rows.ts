import { coarseDate, erasedName, erasedText, smallestGroup } from '@shared/domain/erasure'
import { leavingReasons } from '@shared/domain/pipeline/steps'
import type { Reader, Row, SqlValue } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { list, listed } from '../queries/conditions'
import { runsWith } from '../queries/matching/matchingTraces'
import type { Belongings } from './belongings'
import { eraseGrowth } from './growth'
import { eraseSupport } from './support'

/** Takes everything personal out of the rows that are about the members themselves; the rows stay. */
export function eraseRows(writer: Writer, ids: readonly number[], belongings: Belongings): void {
  const today = writer.now.slice(0, 10)
  // How many share a place is asked before anybody of them loses it.
  const anonymous = ids.map((id) => ({ id, row: anonymousMember(writer, id, writer.now) }))
  for (const { id, row } of anonymous) writer.update('members', id, row)
  eraseSkills(writer, ids, [...belongings.topics])
  for (const table of ['consents', 'member_identities'])
    for (const id of idsWhere(writer, table, 'member_id', ids)) writer.remove(table, id)
  for (const id of idsWhere(writer, 'community_members', 'member_id', ids)) {
    const { joined, left } = writer.get<{ joined: string | null; left: string | null }>(
      'SELECT joined_on AS joined, left_on AS "left" FROM community_members WHERE id = ?',
      id,
    ) ?? { joined: null, left: null }
    writer.update('community_members', id, {
      role: null,
      joined_on: joined ? coarseDate(joined, today) : null,
      left_on: left ? coarseDate(left, today) : null,
    })
  }
  for (const column of ['sponsor_id', 'coordinator_id'])
    for (const id of idsWhere(writer, 'communities', column, ids))
      writer.update('communities', id, { [column]: null })
  eraseEnrolments(writer, belongings)
  eraseMatching(writer, ids, belongings)
  // What was answered goes on counting, as that of somebody without a name.
  for (const id of existing(writer, 'survey_responses', [...belongings.surveyResponses]))
    writer.update('survey_responses', id, namelessResponse)
  // That something was used goes on counting; what came of it was theirs to tell.
  for (const id of existing(writer, 'knowledge_reuses', [...belongings.reuses]))
    writer.update('knowledge_reuses', id, untoldStory)
  eraseSupport(writer, belongings.support)
  eraseGrowth(writer, belongings.growth)
  blankSessions(writer, idsWhere(writer, 'session_attendees', 'member_id', ids, 'session_id'))
  for (const id of existing(writer, 'action_items', [...belongings.actionItems]))
    writer.update('action_items', id, { text: erasedText })
}

/** Who was in which program how far goes on counting; what was said about it goes. */
function eraseEnrolments(writer: Writer, { enrolments, enrolmentMoves }: Belongings): void {
  for (const id of existing(writer, 'enrolments', [...enrolments])) {
    const reason = writer.value<string | null>('SELECT left_reason FROM enrolments WHERE id = ?', id) ?? null
    writer.update('enrolments', id, erasedEnrolment(reason))
  }
  for (const id of existing(writer, 'enrolment_moves', [...enrolmentMoves]))
    writer.update('enrolment_moves', id, { reason: null })
}

/** Wishes and rules about them go, and proposals that were kept with what was known of them then. */
function eraseMatching(
  writer: Writer,
  ids: readonly number[],
  { enrolments, pairRules, matches }: Belongings,
): void {
  const wishes = new Set([
    ...idsWhere(writer, 'wishes', 'member_id', ids),
    ...idsWhere(writer, 'wishes', 'enrolment_id', [...enrolments]),
  ])
  for (const id of wishes) writer.remove('wishes', id)
  for (const id of existing(writer, 'pair_rules', [...pairRules])) writer.remove('pair_rules', id)
  for (const id of idsWhere(writer, 'members', 'manager_id', ids))
    writer.update('members', id, { manager_id: null })
  for (const id of existing(writer, 'matches', [...matches])) writer.update('matches', id, { reasons: null })
  for (const id of runsWith(writer, ids)) writer.remove('match_runs', id)
}

/** Nothing is left of what somebody told about a use of knowledge. */
export const untoldStory: Row = {
  immediate: null,
  potential: null,
  applied: null,
  realised: null,
  reframing: null,
}

/** Nothing says any more whose answers they were; the match would. */
export const namelessResponse: Row = { member_id: null, match_id: null }

/** What is left of an enrolment: one of the usual reasons for leaving says nothing of anybody in particular. */
export function erasedEnrolment(reason: SqlValue): Row {
  const isUsual = leavingReasons.some((usual) => usual === reason)
  return {
    capacity: null,
    goals: null,
    note: null,
    style_plan: null,
    style_rhythm: null,
    style_advice: null,
    style_talk: null,
    traits: null,
    import_id: null,
    left_reason: reason === null || isUsual ? reason : erasedText,
  }
}

/** Title, agenda and notes of sessions go; when, how long, who and about what stay. */
export function blankSessions(writer: Writer, ids: readonly number[]): void {
  const blank = { title: null, agenda: null, notes: '', notes_erased_at: writer.now, updated_at: writer.now }
  for (const id of ids) writer.update('sessions', id, blank)
}

interface StoredBase {
  location: string | null
  department: string | null
  joinedOn: string | null
}

/** What is left of a member: what the figures are counted by, where it is too common to tell who it was. */
function anonymousMember(db: Reader, id: number, now: string): Row {
  const { location, department, joinedOn } = baseOf(db, id)
  const shared = sharesPlace(db, id)
  return {
    name: erasedName,
    sort_name: erasedName,
    email: null,
    phone: null,
    job_title: null,
    organisation: null,
    location: shared ? location : null,
    department: shared ? department : null,
    capacity: null,
    joined_on: joinedOn === null ? null : coarseDate(joinedOn, now.slice(0, 10)),
    external_id: null,
    about: null,
    time_zone: null,
    hours: null,
    seniority: null,
    manager_id: null,
    languages: null,
    import_id: null,
    keep_because: null,
    keep_since: null,
    erased_at: now,
    updated_at: now,
  }
}

function baseOf(db: Reader, id: number): StoredBase {
  const row = db.get<StoredBase>(
    'SELECT location, department, joined_on AS joinedOn FROM members WHERE id = ?',
    id,
  )
  return row ?? { location: null, department: null, joinedOn: null }
}

/** Whether enough members, this one and erased ones included, are of the same location and department. */
export function sharesPlace(db: Reader, id: number): boolean {
  const sharing = db.value<number>(
    `SELECT count(*) FROM members one JOIN members other
        ON other.location IS one.location AND other.department IS one.department WHERE one.id = ?`,
    id,
  )
  return (sharing ?? 0) >= smallestGroup
}

/** With the topics that nobody else has ever named: the words may be theirs. */
function eraseSkills(writer: Writer, ids: readonly number[], topics: readonly number[]): void {
  for (const id of idsWhere(writer, 'member_skills', 'member_id', ids)) writer.remove('member_skills', id)
  // What was deleted and may come back out of the trash goes on needing its topics.
  const unused = writer.column<number>(
    `SELECT id FROM topics WHERE id IN ${listed}
      AND id NOT IN (SELECT topic_id FROM member_skills) AND id NOT IN (SELECT topic_id FROM session_topics)
      AND id NOT IN (SELECT topic_id FROM asks WHERE topic_id IS NOT NULL)
      AND id NOT IN (SELECT topic_id FROM knowledge_topics)
      AND id NOT IN (
        SELECT json_extract(before, '$.topic_id') FROM changes
        WHERE kind = 'delete' AND json_extract(before, '$.topic_id') IS NOT NULL
          AND (table_name IN ('session_topics', 'asks', 'knowledge_topics')
            OR table_name = 'member_skills' AND json_extract(before, '$.member_id') NOT IN ${listed})
      )`,
    list(topics),
    list(ids),
  )
  for (const id of unused) {
    const parent = writer.value<number>('SELECT parent_id FROM topics WHERE id = ?', id) ?? null
    // What stands below it stands where it did.
    for (const child of writer.column<number>('SELECT id FROM topics WHERE parent_id = ?', id))
      writer.update('topics', child, { parent_id: parent })
    writer.remove('topics', id)
  }
}

function idsWhere(
  db: Reader,
  table: string,
  column: string,
  members: readonly number[],
  wanted = 'id',
): number[] {
  const sql = `SELECT DISTINCT ${wanted} FROM ${table} WHERE ${column} IN ${listed} ORDER BY ${wanted}`
  return db.column<number>(sql, list(members))
}

function existing(db: Reader, table: string, ids: readonly number[]): number[] {
  return db.column<number>(`SELECT id FROM ${table} WHERE id IN ${listed} ORDER BY id`, list(ids))
}
