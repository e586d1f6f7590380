import type { CommunityRow } from '@shared/contract/communities'
import type { Reader } from '../../engine/reader'
import { communityById } from './communityRecord'

type Stored = Omit<CommunityRow, 'coordinator' | 'gatherings'> & {
  coordinatorId: number | null
  coordinator: string | null
  held: number
  lastOn: string | null
  nextOn: string | null
  open: number
}

const belongs = '(cm.left_on IS NULL OR cm.left_on > @today) AND m.archived_at IS NULL'

const rows = `
  SELECT c.id, c.name, c.domain, c.stage, c.rhythm_days AS rhythmDays, c.began_on AS beganOn, c.ended_on AS endedOn,
    (SELECT s.since_on FROM community_stages s WHERE s.community_id = c.id ORDER BY s.since_on DESC, s.id DESC LIMIT 1)
      AS stageSince,
    m.id AS coordinatorId, m.name AS coordinator,
    coalesce(people.members, 0) AS members, coalesce(people.places, 0) AS places,
    coalesce(met.held, 0) AS held, met.lastOn, met.nextOn, coalesce(met.open, 0) AS open
  FROM communities c
  LEFT JOIN members m ON m.id = c.coordinator_id
  LEFT JOIN (
    SELECT cm.community_id AS id, count(*) AS members, count(DISTINCT m.location) AS places
    FROM community_members cm JOIN members m ON m.id = cm.member_id WHERE ${belongs} GROUP BY cm.community_id
  ) AS people ON people.id = c.id
  LEFT JOIN (
    SELECT community_id AS id, sum(status = 'held') AS held,
      max(iif(status = 'held' AND held_on <= @today, held_on, NULL)) AS lastOn,
      min(iif(status = 'planned' AND held_on >= @today, held_on, NULL)) AS nextOn,
      sum(status = 'planned' AND held_on < @today) AS open
    FROM gatherings GROUP BY community_id
  ) AS met ON met.id = c.id`

/** Those that go on first, each by name. */
export function listCommunities(db: Reader, today: string): CommunityRow[] {
  return db
    .all<Stored>(`${rows} ORDER BY coalesce(c.ended_on, '9999') <= @today, c.name COLLATE NOCASE, c.id`, {
      today,
    })
    .map(rowOf)
}

/** @throws AppError `not-found`. */
export function communityFigures(db: Reader, id: number, today: string): CommunityRow {
  communityById(db, id)
  return rowOf(db.get<Stored>(`${rows} WHERE c.id = @id`, { id, today }) as Stored)
}

function rowOf({ coordinatorId, coordinator, held, lastOn, nextOn, open, ...row }: Stored): CommunityRow {
  return {
    ...row,
    coordinator: coordinatorId === null ? null : { id: coordinatorId, name: coordinator ?? '' },
    gatherings: { held, lastOn, nextOn, open },
  }
}
