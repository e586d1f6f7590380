import type { InputOf, OutputOf } from '@shared/contract'
import { mostWithTies } from '@shared/domain/pairs'
import type { Reader } from '../../engine/reader'
import { communityById } from '../communities/communityRecord'

/**
 * Days with a gathering that was held, in order. At one that more came to than have ties it is the people who count.
 *
 * @throws AppError `not-found` for the community.
 */
export function gatheringDays(
  db: Reader,
  { communityId, from, to }: InputOf<'gatherings.days'>,
): OutputOf<'gatherings.days'> {
  communityById(db, communityId)
  return db.all(
    `SELECT held_on AS day, count(*) AS gatherings, sum(iif(people > @most, people, 0)) AS withoutTies
      FROM (SELECT g.held_on,
          g.guests + (SELECT count(*) FROM gathering_attendees WHERE gathering_id = g.id) AS people
        FROM gatherings g
        WHERE g.community_id = @communityId AND g.status = 'held' AND g.held_on BETWEEN @from AND @to)
      GROUP BY held_on ORDER BY held_on`,
    { communityId, from, to, most: mostWithTies },
  )
}
