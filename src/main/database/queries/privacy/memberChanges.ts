import type { MemberRecord } from '@shared/domain/memberRecord'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { everyNumber } from '../merging/mergedInto'
import { notedForOneself } from '../support/supportTraces'
import { type Change, changesOf, type MemberTraces } from './memberTraces'

/** What a table's rows are called. */
const names: Readonly<Record<string, string>> = {
  members: 'member',
  member_identities: 'how they were known before a merge',
  member_skills: 'skill',
  consents: 'consent',
  match_members: 'match',
  community_members: 'community',
  gathering_attendees: 'gathering',
  sessions: 'session',
  action_items: 'action item',
  enrolments: 'enrolment',
  enrolment_moves: 'move',
  enrolment_checks: 'tick',
  wishes: 'wish',
  pair_rules: 'rule about two',
  community_steps: 'step for a community',
  asks: 'ask',
  ask_answers: 'answer to an ask',
  invitations: 'invitation',
  knowledge_authors: 'piece of knowledge',
  knowledge_reuses: 'use of knowledge',
  survey_responses: 'answer sheet',
  survey_answers: 'answer',
  check_ins: 'check-in',
  snoozes: 'check-in put off',
  flag_snoozes: 'sign of trouble set aside',
  match_moves: 'change of a match',
  goals: 'goal',
  milestones: 'milestone',
  closures: 'closure',
  closure_steps: 'step of a closure',
}

/** Each command that was about a member, oldest first, with what stood in the member's rows before. */
export function changesAbout(
  db: Reader,
  id: number,
  { sessions, own }: MemberTraces,
): MemberRecord['changes'] {
  const rows: Readonly<Record<string, number[]>> = {
    members: everyNumber(db, [id]),
    ...own,
    sessions,
  }
  const changes = Object.entries(rows).flatMap(([table, ids]) => changesOf(db, table, ids))
  const byCommand = Map.groupBy(changes, ({ command }) => command)
  const commands = db.all<{ id: number; at: string; summary: string }>(
    `SELECT id, at, summary FROM commands WHERE id IN ${listed} ORDER BY id`,
    list([...byCommand.keys()]),
  )
  const isPrivate = privacyOf(db)
  return commands.map(({ id: command, at, summary }) => {
    const made = byCommand.get(command) ?? []
    return {
      at,
      summary,
      before: made.flatMap(({ table, before }) =>
        before === null ? [] : [{ of: names[table] ?? table, values: JSON.parse(before) as unknown }],
      ),
      isPrivate: made.some((change) => touchesPrivate(db, change, sessions, isPrivate)),
    }
  })
}

/** Whether a session is private, or was at some time. */
function privacyOf(db: Reader): (session: number) => boolean {
  const once = new Set(
    db.column<number>(
      `SELECT first_row FROM changes
        WHERE table_name = 'sessions' AND json_extract(before, '$.confidentiality') = 'private'`,
    ),
  )
  return (session) =>
    once.has(session) ||
    db.value("SELECT 1 FROM sessions WHERE id = ? AND confidentiality = 'private'", session) !== undefined
}

function touchesPrivate(
  db: Reader,
  { table, first, last, before }: Change,
  sessions: readonly number[],
  isPrivate: (session: number) => boolean,
): boolean {
  // What the coordinator noted about an enrolment is their own.
  if (table === 'enrolments') return before !== null && typeof noteOf(before) === 'string'
  // Who is kept apart from whom, and why, is between the coordinator and one of the two.
  if (table === 'pair_rules') return true
  // What the coordinator noted about inviting somebody is their own as well.
  if (notedForOneself.has(table) || table === 'invitations') return before !== null
  if (table === 'sessions') return sessions.some((id) => id >= first && id <= last && isPrivate(id))
  if (table !== 'action_items') return false
  const session =
    db.value<number>('SELECT session_id FROM action_items WHERE id = ?', first) ??
    sessionOf(before) ??
    sessionOfGone(db, first)
  return session === null || isPrivate(session)
}

function noteOf(image: string): unknown {
  return (JSON.parse(image) as { note?: unknown }).note
}

/** Of an item that is gone, the change that took it away says which session it belonged to. */
function sessionOfGone(db: Reader, item: number): number | null {
  const image = db.value<string>(
    "SELECT before FROM changes WHERE table_name = 'action_items' AND kind = 'delete' AND first_row = ? LIMIT 1",
    item,
  )
  return sessionOf(image ?? null)
}

function sessionOf(before: string | null): number | null {
  const image: unknown = before === null ? null : JSON.parse(before)
  return typeof image === 'object' &&
    image !== null &&
    'session_id' in image &&
    typeof image.session_id === 'number'
    ? image.session_id
    : null
}
