import type { InputOf, OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { Gathering, GatheringRow, GatheringSeries } from '@shared/contract/gatherings'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { communityById } from '../communities/communityRecord'

type StoredRow = Omit<GatheringRow, 'isPrivate' | 'imported' | 'host'> & {
  isPrivate: number
  imported: number
  hostId: number | null
  host: string | null
}

/** The latest first, with the series they come from. */
export function listGatherings(
  db: Reader,
  { communityId, today }: InputOf<'gatherings.list'>,
): OutputOf<'gatherings.list'> {
  communityById(db, communityId)
  const rows = db.all<StoredRow>(
    `SELECT g.id, g.series_id AS seriesId, g.title, g.kind, g.held_on AS heldOn, g.starts_at AS startsAt, g.minutes,
        g.place, g.is_private AS isPrivate, g.status, g.host_id AS hostId, h.name AS host, g.guests,
        g.import_id IS NOT NULL AS imported, coalesce(a.attendees, 0) AS attendees, coalesce(a.asGuests, 0) AS asGuests
      FROM gatherings g LEFT JOIN members h ON h.id = g.host_id
      LEFT JOIN (
        SELECT gathering_id, count(*) AS attendees, sum(is_guest) AS asGuests FROM gathering_attendees
        WHERE gathering_id IN (SELECT id FROM gatherings WHERE community_id = @communityId) GROUP BY gathering_id
      ) AS a ON a.gathering_id = g.id
      WHERE g.community_id = @communityId ORDER BY g.held_on DESC, g.starts_at DESC, g.id DESC`,
    { communityId },
  )
  return {
    gatherings: rows.map(({ hostId, host, isPrivate, imported, ...row }) => ({
      ...row,
      isPrivate: isPrivate === 1,
      imported: imported === 1,
      host: hostId === null ? null : { id: hostId, name: host ?? '' },
    })),
    series: db.all<GatheringSeries>(`${seriesWith} WHERE s.community_id = @communityId ORDER BY s.id DESC`, {
      communityId,
      today,
    }),
  }
}

const seriesWith = `
  SELECT s.id, s.rule, s.begins_on AS beginsOn, s.planned_until AS plannedUntil, s.ended_on AS endedOn,
    (SELECT count(*) FROM gatherings g WHERE g.series_id = s.id AND g.status = 'planned' AND g.held_on >= @today) AS planned
  FROM gathering_series s`

type Stored = Omit<Gathering, 'isPrivate' | 'attendees' | 'members' | 'lastTime' | 'series' | 'host'> & {
  isPrivate: number
  seriesId: number | null
}

/** @throws AppError `not-found`. */
export function getGathering(db: Reader, { id, today }: InputOf<'gatherings.get'>): Gathering {
  const stored = db.get<Stored>(
    `SELECT id, community_id AS communityId, series_id AS seriesId, title, kind, held_on AS heldOn,
        starts_at AS startsAt, minutes, place, is_private AS isPrivate, status, host_id AS hostId, notes, guests
      FROM gatherings WHERE id = ?`,
    id,
  )
  if (!stored) throw gatheringGone()
  const { seriesId, isPrivate, ...facts } = stored
  const attendees = db.all<Reference & { minutes: number | null; isGuest: number }>(
    `SELECT m.id, m.name, a.minutes, a.is_guest AS isGuest FROM gathering_attendees a
      JOIN members m ON m.id = a.member_id WHERE a.gathering_id = ? ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    id,
  )
  return {
    ...facts,
    isPrivate: isPrivate === 1,
    host: db.get<Reference>('SELECT id, name FROM members WHERE id = ?', stored.hostId) ?? null,
    series: db.get<GatheringSeries>(`${seriesWith} WHERE s.id = @seriesId`, { seriesId, today }) ?? null,
    attendees: attendees.map((one) => ({ ...one, isGuest: one.isGuest === 1 })),
    members: db.all<Reference>(
      `SELECT m.id, m.name FROM community_members cm JOIN members m ON m.id = cm.member_id
        WHERE cm.community_id = ? AND ${belongedOn} AND m.archived_at IS NULL
        ORDER BY m.sort_name COLLATE NOCASE, m.id`,
      stored.communityId,
      stored.heldOn,
    ),
    lastTime: lastTime(db, stored),
  }
}

/** SQL: whether `cm` had not left by a day. Who joins at their first gathering is often entered after it. */
const belongedOn = '(cm.left_on IS NULL OR cm.left_on > ?)'

function lastTime(db: Reader, { id, communityId, heldOn }: Stored): Gathering['lastTime'] {
  const before = db.get<{ id: number; heldOn: string }>(
    `SELECT id, held_on AS heldOn FROM gatherings g
      WHERE community_id = ? AND status = 'held' AND (held_on < ? OR held_on = ? AND id < ?)
        AND EXISTS (SELECT 1 FROM gathering_attendees WHERE gathering_id = g.id)
      ORDER BY held_on DESC, id DESC LIMIT 1`,
    communityId,
    heldOn,
    heldOn,
    id,
  )
  if (!before) return null
  const people = db.all<Reference>(
    `SELECT m.id, m.name FROM gathering_attendees a JOIN members m ON m.id = a.member_id
      WHERE a.gathering_id = ? AND m.archived_at IS NULL ORDER BY m.sort_name COLLATE NOCASE, m.id`,
    before.id,
  )
  return { heldOn: before.heldOn, people }
}

export function gatheringGone(): AppError {
  return new AppError(
    'not-found',
    'This gathering is no longer in the program file; it may have been removed meanwhile.',
  )
}

/** "Harbour visit on 2026-11-20, Field Craft". @throws AppError `not-found`. */
export function gatheringInWords(db: Reader, id: number): string {
  const row = db.get<{ what: string; heldOn: string; community: string }>(
    `SELECT coalesce(g.title, iif(g.kind = 'other', 'gathering', g.kind)) AS what, g.held_on AS heldOn, c.name AS community
      FROM gatherings g JOIN communities c ON c.id = g.community_id WHERE g.id = ?`,
    id,
  )
  if (!row) throw gatheringGone()
  return `${row.what} on ${row.heldOn}, ${row.community}`
}
