import type { Besides } from '../../analytics/communityRecords'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'

interface Stored {
  id: number
  asker: number
  day: number
  topic: string | null
  isClosed: number
  first: number | null
  firstByMember: number | null
  answerer: number | null
  answererByMember: number | null
}

/**
 * What was asked in a community, or in any, from a day on; in the order of days. The asker's own words are no answer.
 *
 * @param since `YYYY-MM-DD`
 * @param coordinators whose answers do not count as a member's
 */
export function asksSince(
  db: Reader,
  communityId: number | null,
  since: string,
  coordinators: readonly number[],
): Besides['asks'] {
  return db
    .all<Stored>(
      `SELECT a.id, a.asker_id AS asker, unixepoch(a.asked_on) / 86400 AS day, t.name AS topic,
          a.closed_on IS NOT NULL AS isClosed, unixepoch(min(n.answered_on)) / 86400 AS first,
          (SELECT member_id FROM ask_answers WHERE ask_id = a.id AND member_id <> a.asker_id
            ORDER BY answered_on, id LIMIT 1) AS answerer,
          (SELECT member_id FROM ask_answers WHERE ask_id = a.id AND member_id <> a.asker_id
            AND member_id NOT IN ${listed} ORDER BY answered_on, id LIMIT 1) AS answererByMember,
          unixepoch(min(n.answered_on) FILTER (WHERE n.member_id NOT IN ${listed})) / 86400 AS firstByMember
        FROM asks a LEFT JOIN topics t ON t.id = a.topic_id
        LEFT JOIN ask_answers n ON n.ask_id = a.id AND n.member_id <> a.asker_id
        WHERE a.asked_on >= ? ${communityId === null ? '' : 'AND a.community_id = ?'}
        GROUP BY a.id ORDER BY a.asked_on, a.id`,
      list(coordinators),
      list(coordinators),
      since,
      ...(communityId === null ? [] : [communityId]),
    )
    .map(({ isClosed, ...ask }) => ({ ...ask, isClosed: isClosed === 1 }))
}

/** What was asked, by the numbers of the asks. */
export function askTexts(db: Reader, ids: readonly number[]): Map<number, string> {
  return new Map(db.arrays<[number, string]>(`SELECT id, text FROM asks WHERE id IN ${listed}`, list(ids)))
}
