import type { TimelineEntry } from '@shared/contract/members'
import { fromDayNumber } from '@shared/domain/calendar'
import { excerptOf } from '@shared/domain/excerpt'
import type { Reader } from '../../engine/reader'
import { matchMembers } from '../matches/matches'
import { attendeesOf, grouped, memberName, memberReferences } from '../references'

/**
 * What a member took part in, newest first: sessions, other contacts (one entry a day, however many there were),
 * joining, the people they brought in, the action items they settled, check-ins with them, and what became of their
 * matches.
 *
 * @throws AppError `not-found`.
 */
export function memberTimeline(db: Reader, { id, limit }: { id: number; limit: number }): TimelineEntry[] {
  memberName(db, id)
  return [
    ...sessions(db, id, limit),
    ...contacts(db, id, limit),
    ...joined(db, id),
    ...invited(db, id),
    ...actions(db, id, limit),
    ...checkIns(db, id, limit),
    ...changes(db, id, limit),
  ]
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, limit)
}

function sessions(db: Reader, id: number, limit: number): TimelineEntry[] {
  const rows = db.all<{ id: number; on: string; title: string | null; minutes: number | null }>(
    `SELECT s.id, s.held_on AS "on", s.title, s.minutes
      FROM session_attendees a CROSS JOIN sessions s ON s.id = a.session_id
      WHERE a.member_id = ? ORDER BY s.search_key DESC LIMIT ?`,
    id,
    limit,
  )
  const attendees = attendeesOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    on: row.on,
    kind: 'session' as const,
    id: row.id,
    others: (attendees.get(row.id) ?? []).filter((attendee) => attendee.id !== id),
    text: row.title,
    minutes: row.minutes,
  }))
}

interface Contact {
  day: number
  other: number
  kind: string
  times: number
}

/** Contacts that are not sessions, by day. */
function contacts(db: Reader, id: number, limit: number): TimelineEntry[] {
  // Each of these days gives an entry, be it a session's, so no earlier day can be among the newest entries.
  const days = ['from_id', 'to_id'].flatMap((end) =>
    db.column<number>(
      `SELECT DISTINCT day FROM interactions WHERE ${end} = ? ORDER BY day DESC LIMIT ?`,
      id,
      limit,
    ),
  )
  const newest = [...new Set(days)].sort((a, b) => b - a).slice(0, limit)
  const rows = db.all<Contact>(
    `SELECT day, other, kind, count(*) AS times FROM (
       SELECT day, to_id AS other, kind FROM interactions WHERE from_id = @id AND day >= @since AND session_id IS NULL
       UNION ALL
       SELECT day, from_id AS other, kind FROM interactions WHERE to_id = @id AND day >= @since AND session_id IS NULL
     ) GROUP BY day, other, kind ORDER BY day DESC, times DESC, other`,
    { id, since: newest.at(-1) ?? 0 },
  )
  const byDay = grouped(
    rows,
    ({ day }) => day,
    (row) => row,
  )
  return [...byDay].map(([day, ofDay]) => ({
    on: fromDayNumber(day),
    kind: 'contact' as const,
    id: null,
    others: memberReferences(db, [...new Set(ofDay.map(({ other }) => other))]),
    text: kindsInWords(ofDay),
    minutes: null,
  }))
}

/** "message", or "message × 12, help". */
function kindsInWords(contacts: readonly Contact[]): string {
  const kinds = new Map<string, number>()
  for (const { kind, times } of contacts) kinds.set(kind, (kinds.get(kind) ?? 0) + times)
  return [...kinds]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, times]) => (times === 1 ? kind : `${kind} × ${times}`))
    .join(', ')
}

function joined(db: Reader, id: number): TimelineEntry[] {
  const row = db.get<{ on: string | null; invitedBy: number | null }>(
    'SELECT joined_on AS "on", invited_by AS invitedBy FROM members WHERE id = ?',
    id,
  )
  if (!row || row.on === null) return []
  const others = memberReferences(db, row.invitedBy === null ? [] : [row.invitedBy])
  return [{ on: row.on, kind: 'joined', id: null, others, text: null, minutes: null }]
}

/** Those whose date of joining nobody noted are shown on the day they came into the directory. */
function invited(db: Reader, id: number): TimelineEntry[] {
  return db
    .all<{ id: number; name: string; on: string }>(
      'SELECT id, name, ifnull(joined_on, substr(created_at, 1, 10)) AS "on" FROM members WHERE invited_by = ?',
      id,
    )
    .map(({ on, ...other }) => ({
      on,
      kind: 'invited',
      id: other.id,
      others: [other],
      text: null,
      minutes: null,
    }))
}

function actions(db: Reader, id: number, limit: number): TimelineEntry[] {
  return db
    .all<{ on: string; session: number; text: string }>(
      `SELECT done_on AS "on", session_id AS session, text FROM action_items
        WHERE owner_id = ? AND done_on IS NOT NULL ORDER BY done_on DESC LIMIT ?`,
      id,
      limit,
    )
    .map(({ on, session, text }) => ({ on, kind: 'action', id: session, others: [], text, minutes: null }))
}

function checkIns(db: Reader, id: number, limit: number): TimelineEntry[] {
  return db
    .all<{ on: string; minutes: number | null; text: string }>(
      `SELECT made_on AS "on", minutes, substr(notes, 1, 600) AS text FROM check_ins
        WHERE member_id = ? ORDER BY made_on DESC, id DESC LIMIT ?`,
      id,
      limit,
    )
    .map(({ text, ...row }) => ({
      ...row,
      kind: 'check-in',
      id: null,
      others: [],
      text: excerptOf(text) || null,
    }))
}

function changes(db: Reader, id: number, limit: number): TimelineEntry[] {
  const rows = db.all<{ match: number; on: string; status: string; reason: string | null }>(
    `SELECT mo.match_id AS "match", mo.on_day AS "on", mo.to_status AS status, mo.reason
      FROM match_members mm JOIN match_moves mo ON mo.match_id = mm.match_id
      WHERE mm.member_id = ? ORDER BY mo.on_day DESC, mo.id DESC LIMIT ?`,
    id,
    limit,
  )
  const members = matchMembers(
    db,
    rows.map(({ match }) => match),
  )
  return rows.map(({ match, on, status, reason }) => ({
    on,
    kind: 'match',
    id: null,
    others: (members.get(match) ?? []).flatMap((one) =>
      one.id === id ? [] : [{ id: one.id, name: one.name }],
    ),
    text: [status, reason].filter((part) => part !== null).join(': '),
    minutes: null,
  }))
}
