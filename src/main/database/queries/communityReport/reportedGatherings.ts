import type { CommunityRecords, ReportedGathering } from '@shared/domain/communityReport/records'
import type { Reader } from '../../engine/reader'
import type { ReportNames } from './reportNames'

interface Days {
  from: string
  to: string
}

type Stored = Omit<ReportedGathering, 'isPrivate' | 'host' | 'members' | 'guests'> & {
  isPrivate: number
  hostId: number | null
  host: string | null
  attendees: number
  asGuests: number
  others: number
}

/** The gatherings of a community on some days, but for those that are merely planned. */
export function gatheringsWithin(
  db: Reader,
  communityId: number,
  { from, to }: Days,
  names: ReportNames,
): ReportedGathering[] {
  return db
    .all<Stored>(
      `SELECT g.title, g.kind, g.held_on AS heldOn, g.minutes, g.is_private AS isPrivate, g.status, g.notes,
          h.id AS hostId, h.name AS host, g.guests AS others, count(a.id) AS attendees,
          coalesce(sum(a.is_guest), 0) AS asGuests
        FROM gatherings g LEFT JOIN members h ON h.id = g.host_id
        LEFT JOIN gathering_attendees a ON a.gathering_id = g.id
        WHERE g.community_id = ? AND g.status <> 'planned' AND g.held_on BETWEEN ? AND ?
        GROUP BY g.id ORDER BY g.held_on, g.starts_at, g.id`,
      communityId,
      from,
      to,
    )
    .map(({ title, notes, isPrivate, hostId, host, attendees, asGuests, others, ...gathering }) => ({
      ...gathering,
      title: title === null ? null : names.note(title),
      notes: names.note(notes),
      isPrivate: isPrivate === 1,
      host: hostId === null ? null : names.called({ id: hostId, name: host ?? '' }),
      members: attendees - asGuests,
      guests: asGuests + others,
    }))
}

/** How many joined a community on some days, and how many left it. */
export function movedMembers(
  db: Reader,
  communityId: number,
  { from, to }: Days,
): Pick<CommunityRecords, 'joined' | 'left'> {
  const moved = db.get<{ joined: number; left: number }>(
    `SELECT count(*) FILTER (WHERE cm.joined_on BETWEEN @from AND @to) AS joined,
        count(*) FILTER (WHERE cm.left_on BETWEEN @from AND @to) AS "left"
      FROM community_members cm JOIN members m ON m.id = cm.member_id
      WHERE cm.community_id = @communityId AND m.archived_at IS NULL`,
    { communityId, from, to },
  )
  return moved ?? { joined: 0, left: 0 }
}
