import type { OutputOf } from '@shared/contract'
import { fromDayNumber } from '@shared/domain/calendar'
import type { Told } from '../../analytics/borders'
import type { Reader } from '../../engine/reader'

type Contact = OutputOf<'crossing.contacts'>['latest'][number]

interface Stored {
  id: number
  day: number
  fromId: number
  fromName: string
  toId: number
  toName: string
  directed: number
  kind: string
  communityId: number | null
  communityName: string | null
  sessionId: number | null
  sessionTitle: string | null
  gatheringId: number | null
  gatheringTitle: string | null
  gatheringCommunity: number | null
  file: string | null
}

/**
 * The interactions between some on some days, the latest first, each with what it was derived or read from: all of
 * them, or those in a community.
 */
export function contactRecords(db: Reader, told: readonly Told[], communityId: number | null): Contact[] {
  const inCommunity = communityId === null ? '' : 'AND i.community_id = @communityId'
  return db
    .all<Stored>(
      `SELECT i.id, i.day, i.from_id AS fromId, f.name AS fromName, i.to_id AS toId, t.name AS toName,
          i.directed, i.kind, i.community_id AS communityId, c.name AS communityName,
          i.session_id AS sessionId, s.title AS sessionTitle,
          g.id AS gatheringId, g.title AS gatheringTitle, g.community_id AS gatheringCommunity,
          imports.file_name AS file
        FROM json_each(@told) AS one
        CROSS JOIN interactions i ON i.from_id = one.value ->> 0 AND i.day = one.value ->> 1
          AND i.to_id = one.value ->> 2 ${inCommunity}
        JOIN members f ON f.id = i.from_id
        JOIN members t ON t.id = i.to_id
        LEFT JOIN communities c ON c.id = i.community_id
        LEFT JOIN sessions s ON s.id = i.session_id
        LEFT JOIN gatherings g ON g.id = i.gathering_id
        LEFT JOIN imports ON imports.id = i.import_id
        ORDER BY i.day DESC, i.id DESC`,
      { told: JSON.stringify(told), communityId },
    )
    .map((row) => ({
      id: row.id,
      on: fromDayNumber(row.day),
      from: { id: row.fromId, name: row.fromName },
      to: { id: row.toId, name: row.toName },
      directed: row.directed === 1,
      kind: row.kind,
      community: row.communityId === null ? null : { id: row.communityId, name: row.communityName ?? '' },
      session: row.sessionId === null ? null : { id: row.sessionId, title: row.sessionTitle },
      gathering:
        row.gatheringId === null || row.gatheringCommunity === null
          ? null
          : { id: row.gatheringId, title: row.gatheringTitle, communityId: row.gatheringCommunity },
      file: row.file,
    }))
}
