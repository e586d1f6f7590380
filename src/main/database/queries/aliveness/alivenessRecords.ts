import type { InputOf } from '@shared/contract'
import type { ReadPeriod } from '@shared/domain/aliveness/number'
import { profileOf } from '@shared/domain/aliveness/profile'
import { periodOf } from '@shared/domain/aliveness/records'
import { daysIn, earliestDay, type Span, spanBefore } from '@shared/domain/aliveness/spans'
import { dayNumber, fromDayNumber } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { circleOf } from '../../analytics/circle'
import { type Besides, recordsOf } from '../../analytics/communityRecords'
import { joinedBy, populationOf } from '../../analytics/population'
import { communityNumber, dayOf } from '../../analytics/scope'
import type { Columns } from '../../analytics/shape'
import type { Reader } from '../../engine/reader'
import { asksSince } from '../asks/asksAsked'
import { communityById, type NamedCommunity } from '../communities/communityRecord'
import { knowledgeSince } from './alivenessKnowledge'

type Input = InputOf<'aliveness.get'>

const usualDays = 90
const mostDays = 5 * 366
const calendarBegins = dayNumber('0001-01-01')

export interface ReadBoth {
  community: NamedCommunity | null
  now: ReadPeriod
  before: ReadPeriod
  /** 1 for every contact of the records that came in from a file. */
  imported: Uint8Array
  /** The member's id of each person. */
  ids: Int32Array
}

/**
 * Reads a span of a community's life, or of the program's, and the one before it.
 *
 * @throws AppError `not-found` for the community, `invalid-input` for the dates.
 */
export function readBoth(db: Reader, columns: Columns, input: Input): ReadBoth {
  const community = input.communityId === null ? null : communityById(db, input.communityId)
  const span = spanOf(db, input)
  const number = community && communityNumber(columns, community.id)
  const circle = circleOf(
    columns,
    joinedBy(populationOf(columns, number), span.last),
    { first: earliestDay(span), last: span.last, community: number },
    input.loggedOnly,
  )
  const coordinators = coordinatorsOf(db, community)
  const since = fromDayNumber(Math.max(earliestDay(span), calendarBegins))
  const records = recordsOf(columns, circle, {
    assigned: assignedPairs(db),
    // Contacts in a community have nothing to do with how long a match lasts.
    completed: community === null ? completedMatches(db) : leftOn(db, community),
    coordinators,
    attended: attendedSince(db, community?.id ?? null, earliestDay(span)),
    asks: asksSince(db, community?.id ?? null, since, coordinators),
    ...knowledgeSince(db, community, since),
  })
  const read = (own: Span): ReadPeriod => {
    const period = periodOf(records, own)
    return { period, profile: profileOf(period) }
  }
  return {
    community,
    now: read(span),
    before: read(spanBefore(span)),
    imported: circle.imported,
    ids: circle.rows.map((row) => columns.members.id[row] ?? 0),
  }
}

function spanOf(db: Reader, { from, to, today }: Input): Span {
  const last = to === null ? lastRecordedDay(db, dayOf(today)) : dayOf(to)
  const span = { first: from === null ? last - usualDays + 1 : dayOf(from), last }
  if (span.first > span.last) {
    const [first, end] = [fromDayNumber(span.first), fromDayNumber(last)]
    throw new AppError('invalid-input', `From ${first} to ${end} there is no day. Choose a later end.`, 'to')
  }
  if (daysIn(span) > mostDays) {
    throw new AppError('invalid-input', 'Choose a span of five years at most.', 'from')
  }
  if (spanBefore(span).first < calendarBegins) {
    throw new AppError('invalid-input', 'Choose a later span: before it there is no calendar.', 'from')
  }
  return span
}

/**
 * The last day on which anybody is known to have taken part in anything, no later than today: what is dated in the future
 * is a slip of the pen. A file whose records end earlier says how it was then.
 */
export function lastRecordedDay(db: Reader, today: number): number {
  const days = [
    db.value<number | null>('SELECT max(day) FROM contact_days WHERE day <= ?', today),
    db.value<number | null>(
      `SELECT unixepoch(max(g.held_on)) / 86400 FROM gatherings g
        WHERE g.status = 'held' AND g.held_on <= ?
          AND EXISTS (SELECT 1 FROM gathering_attendees WHERE gathering_id = g.id)`,
      fromDayNumber(today),
    ),
  ].filter((day): day is number => typeof day === 'number')
  return days.length === 0 ? today : Math.max(...days)
}

export function assignedPairs(db: Reader): Besides['assigned'] {
  return db.arrays<[number, number]>(
    `SELECT one.member_id, other.member_id FROM match_members one
      JOIN match_members other ON other.match_id = one.match_id AND other.member_id > one.member_id
      JOIN matches ON matches.id = one.match_id
      WHERE matches.status <> 'proposed'`,
  )
}

/** Who tends the community, or any: named as its coordinator, or in that role among its members. */
function coordinatorsOf(db: Reader, community: NamedCommunity | null): number[] {
  const [named, ofRole] = [
    'SELECT coordinator_id FROM communities WHERE coordinator_id IS NOT NULL',
    "SELECT member_id FROM community_members WHERE role = 'coordinator' COLLATE NOCASE AND left_on IS NULL",
  ]
  if (community === null) return db.column<number>(`${named} UNION ${ofRole}`)
  const sql = `${named} AND id = @id UNION ${ofRole} AND community_id = @id`
  return db.column<number>(sql, { id: community.id })
}

/** Who was at a gathering of the community, or of any, from a day on. */
export function attendedSince(db: Reader, communityId: number | null, first: number): Besides['attended'] {
  const ofOne = communityId === null ? '' : 'AND g.community_id = @id'
  return db.arrays<[number, number]>(
    `SELECT a.member_id, unixepoch(g.held_on) / 86400 AS day
      FROM gatherings g JOIN gathering_attendees a ON a.gathering_id = g.id
      WHERE g.status = 'held' AND g.held_on >= @first ${ofOne}
      ORDER BY day`,
    { id: communityId, first: fromDayNumber(Math.max(first, calendarBegins)) },
  )
}

/** When those left who are no members of a community any more. */
function leftOn(db: Reader, community: NamedCommunity): Besides['completed'] {
  return new Map(
    db.arrays<[number, number]>(
      `SELECT member_id, unixepoch(left_on) / 86400 FROM community_members
        WHERE community_id = ? AND left_on IS NOT NULL`,
      community.id,
    ),
  )
}

/** When the matches of those were completed who have no other that goes on. */
function completedMatches(db: Reader): Besides['completed'] {
  return new Map(
    db.arrays<[number, number]>(
      `SELECT member_id, max(unixepoch(ended_on) / 86400) AS ended
        FROM match_members JOIN matches ON matches.id = match_id
        GROUP BY member_id
        HAVING max(status IN ('proposed', 'active', 'paused')) = 0 AND max(status = 'completed') = 1
          AND ended IS NOT NULL`,
    ),
  )
}
