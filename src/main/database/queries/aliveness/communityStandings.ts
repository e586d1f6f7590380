import { type MemberStanding, standings } from '@shared/domain/aliveness/levelMoves'
import { type ParticipationLevel, participationLevels } from '@shared/domain/vocabulary'
import { circleOf } from '../../analytics/circle'
import { nothingBesides, recordsOf } from '../../analytics/communityRecords'
import { joinedBy, populationOf } from '../../analytics/population'
import { communityNumber } from '../../analytics/scope'
import type { Columns } from '../../analytics/shape'
import type { Reader } from '../../engine/reader'
import type { NamedCommunity } from '../communities/communityRecord'
import { attendedSince, lastRecordedDay } from './alivenessRecords'

/** So far back the path of a member is told, in weeks. */
const pathWeeks = 52
/** Before every day of the calendar. */
const never = -1_000_000

export interface CommunityStandings {
  /** The last day that is looked at. */
  last: number
  /** Weeks of the window; null where the community is younger than five. */
  weeks: number | null
  /** Undefined for who is none of its members, or joined after the last day. */
  standing(memberId: number): MemberStanding | undefined
  /** The last day on which somebody took part in anything of it; who left is known as well. */
  lastSeen(memberId: number): number | null
}

/**
 * How near the centre of a community everybody is, by the same rule and to the same day as its aliveness is read; without
 * one, of all active members by all that they took part in.
 */
export function communityStandings(
  db: Reader,
  columns: Columns,
  community: NamedCommunity | null,
  today: number,
): CommunityStandings {
  const last = lastRecordedDay(db, today)
  const number = community && communityNumber(columns, community.id)
  const circle = circleOf(
    columns,
    joinedBy(populationOf(columns, number), last),
    { first: never, last, community: number },
    false,
  )
  const attended = attendedSince(db, community?.id ?? null, never)
  const records = recordsOf(columns, circle, { ...nothingBesides, attended })
  const found = standings(records, { last }, pathWeeks)
  const idOf = (person: number) => columns.members.id[circle.rows[person] ?? 0] ?? 0
  const byMember = new Map(found?.members.map((one) => [idOf(one.person), one]))
  // In the order of days: what comes later is later.
  const days = new Int32Array(records.people).fill(never)
  const { contacts } = records
  for (let at = 0; at < contacts.length; at++) {
    days[contacts.from[at] ?? 0] = contacts.day[at] ?? 0
    days[contacts.to[at] ?? 0] = contacts.day[at] ?? 0
  }
  const seen = new Map<number, number>()
  days.forEach((day, person) => {
    if (day > never) seen.set(idOf(person), day)
  })
  for (const [member, day] of attended)
    if (day <= last && day > (seen.get(member) ?? never)) seen.set(member, day)
  return {
    last,
    weeks: found?.weeks ?? null,
    standing: (memberId) => byMember.get(memberId),
    lastSeen: (memberId) => seen.get(memberId) ?? null,
  }
}

export function levelAt(index: number): ParticipationLevel {
  return participationLevels[index] ?? 'outside'
}
