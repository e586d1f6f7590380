import type { DueMember, RetentionDue } from '@shared/contract/retention'
import { addDays, fromDayNumber } from '@shared/domain/calendar'
import {
  lastActivityOn,
  lastDayPast,
  type RetainedMember,
  type RetentionRules,
  ruleFor,
} from '@shared/domain/retention'
import type { MemberStatus } from '@shared/domain/vocabulary'
import type { Reader } from '../engine/reader'
import { list, listed } from '../queries/conditions'
import { lastContactDay } from '../queries/members/lastContact'
import { attendeesOf } from '../queries/references'
import { keysBetween } from '../queries/sessions/sessionKeys'
import { itemsBy } from '../trash/items'
import { trashRows } from '../trash/list'
import { countTalks, talksDue, talksListed } from './talks'

interface Stored {
  id: number
  name: string
  status: MemberStatus
  archived: number
  because: string | null
  lastContactDay: number | null
  lastSessionOn: string | null
  lastCheckInOn: string | null
  /** When they last came to a step of a program. */
  lastMoveOn: string | null
  joinedOn: string | null
  createdOn: string
}

interface Judged extends DueMember {
  rule: 'members' | 'prospects'
  because: string | null
}

/** Members whose time is over by a rule, those who are marked as to be kept included; the longest over first. */
export function judgedMembers(db: Reader, rules: RetentionRules, today: string): Judged[] {
  if (rules.members === null && rules.prospects === null) return []
  return db
    .all<Stored>(
      `SELECT m.id, m.name, m.status, m.archived_at IS NOT NULL AS archived, m.keep_because AS because,
          ${lastContactDay('m.id')} AS lastContactDay, m.joined_on AS joinedOn,
          substr(m.created_at, 1, 10) AS createdOn,
          (SELECT max(s.held_on) FROM session_attendees a JOIN sessions s ON s.id = a.session_id
            WHERE a.member_id = m.id) AS lastSessionOn,
          (SELECT max(made_on) FROM check_ins WHERE member_id = m.id) AS lastCheckInOn,
          (SELECT max(step_since) FROM enrolments WHERE member_id = m.id) AS lastMoveOn
        FROM members m
        WHERE m.erased_at IS NULL
          AND (m.status IN ('alumni', 'prospect', 'invited') OR m.archived_at IS NOT NULL)`,
    )
    .flatMap((row): Judged[] => {
      const member = retained(row)
      const rule = ruleFor(member, rules, today)
      const { id, name, because } = row
      return rule === null ? [] : [{ id, name, since: lastActivityOn(member), rule, because }]
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id - b.id))
}

function retained({
  lastContactDay: day,
  lastSessionOn,
  lastCheckInOn,
  lastMoveOn,
  archived,
  because,
  ...row
}: Stored): RetainedMember {
  const contact = day === null ? null : fromDayNumber(day)
  const latest = [contact, lastSessionOn, lastCheckInOn, lastMoveOn].filter((on) => on !== null).sort()
  return {
    ...row,
    archived: archived === 1,
    erased: false,
    keep: because !== null,
    lastContactOn: latest.at(-1) ?? null,
  }
}

/** Sessions of so long ago that have a text, the oldest first; those with somebody who is to be kept are left. */
export function sessionsDue(db: Reader, rules: RetentionRules, today: string): number[] {
  if (rules.notes === null) return []
  const { lowest, highest } = keysBetween(null, lastDayPast(today, rules.notes))
  return db.column<number>(
    `SELECT id FROM sessions
      WHERE search_key BETWEEN ? AND ? AND notes_erased_at IS NULL
        AND (notes <> '' OR title IS NOT NULL OR agenda IS NOT NULL)
        AND id NOT IN (
          SELECT session_id FROM session_attendees
          WHERE member_id IN (SELECT id FROM members WHERE keep_because IS NOT NULL)
        )
      ORDER BY search_key`,
    lowest,
    highest,
  )
}

/** SQL for the lines of the history that hold details and are of so long ago. What lies in the trash needs its own. */
const oldDetails = `FROM changes
  WHERE before IS NOT NULL AND before <> '{}'
    AND command_id IN (
      SELECT id FROM commands WHERE at < ? AND id NOT IN (SELECT command_id FROM trash)
    )`

export function detailsDue(db: Reader, rules: RetentionRules, today: string): number[] {
  if (rules.history === null) return []
  return db.column<number>(`SELECT id ${oldDetails} ORDER BY id`, dayBehind(today, rules.history))
}

function countDetails(db: Reader, rules: RetentionRules, today: string): number {
  if (rules.history === null) return 0
  return db.value<number>(`SELECT count(*) ${oldDetails}`, dayBehind(today, rules.history)) ?? 0
}

export function trashDue(db: Reader, rules: RetentionRules, today: string): number[] {
  if (rules.trash === null) return []
  return db.column<number>(
    `SELECT t.id FROM trash t JOIN commands c ON c.id = t.command_id WHERE c.at < ? ORDER BY t.id`,
    dayBehind(today, rules.trash),
  )
}

/** The moment from which on something is not yet past its time. */
function dayBehind(today: string, months: number): string {
  return addDays(lastDayPast(today, months), 1)
}

/** So many of a kind are listed; all are counted. */
const listedAtMost = 200

export function retentionDue(db: Reader, rules: RetentionRules, today: string): RetentionDue {
  const judged = judgedMembers(db, rules, today)
  const [kept, due] = [
    judged.filter(({ because }) => because !== null),
    judged.filter(({ because }) => because === null),
  ]
  const of = (rule: Judged['rule']) => due.filter((member) => member.rule === rule)
  const sessions = sessionsDue(db, rules, today)
  const talks = talksDue(db, rules, today)
  const trash = trashDue(db, rules, today)
  return {
    members: listedMembers(of('members')),
    prospects: listedMembers(of('prospects')),
    notes: { count: sessions.length, first: sessionsListed(db, sessions.slice(0, listedAtMost)) },
    checkIns: { count: countTalks(talks), first: talksListed(db, talks, listedAtMost) },
    history: { count: countDetails(db, rules, today) },
    trash: {
      count: trash.length,
      first: trashRows(db, itemsBy(db, trash.slice(0, listedAtMost))).map(({ id, name, deletedAt }) => ({
        id,
        name,
        deletedAt,
      })),
    },
    kept: {
      count: kept.length,
      first: kept
        .slice(0, listedAtMost)
        .map(({ id, name, because }) => ({ id, name, because: because ?? '' })),
    },
  }
}

export function retentionCount(db: Reader, rules: RetentionRules, today: string) {
  const members = judgedMembers(db, rules, today).filter(({ because }) => because === null).length
  const others =
    sessionsDue(db, rules, today).length +
    countTalks(talksDue(db, rules, today)) +
    countDetails(db, rules, today) +
    trashDue(db, rules, today).length
  return { members, others }
}

function listedMembers(members: readonly Judged[]) {
  return {
    count: members.length,
    first: members.slice(0, listedAtMost).map(({ id, name, since }) => ({ id, name, since })),
  }
}

function sessionsListed(db: Reader, ids: readonly number[]): RetentionDue['notes']['first'] {
  const attendees = attendeesOf(db, ids)
  return db
    .all<{ id: number; heldOn: string }>(
      `SELECT id, held_on AS heldOn FROM sessions WHERE id IN ${listed} ORDER BY search_key`,
      list(ids),
    )
    .map((session) => ({ ...session, attendees: attendees.get(session.id) ?? [] }))
}
