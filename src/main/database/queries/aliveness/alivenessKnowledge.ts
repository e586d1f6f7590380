import type { Reference } from '@shared/contract/fields'
import { type KnowledgePiece, neverEnds } from '@shared/domain/aliveness/records'
import type { Besides } from '../../analytics/communityRecords'
import type { Reader } from '../../engine/reader'
import type { NamedCommunity } from '../communities/communityRecord'
import { list, listed } from '../conditions'
import { grouped } from '../references'

type Known = Pick<Besides, 'pieces' | 'used'>

/**
 * What is written down in a community, or in any, and who else than its authors used it from a day on, in the order of
 * days.
 *
 * @param since `YYYY-MM-DD`
 */
export function knowledgeSince(db: Reader, community: NamedCommunity | null, since: string): Known {
  const within = community === null ? 'true' : 'k.community_id = @id'
  const parameters = { id: community?.id ?? null }
  const authors = grouped(
    db.arrays<[number, number]>(
      `SELECT a.item_id, a.member_id FROM knowledge_items k JOIN knowledge_authors a ON a.item_id = k.id
        WHERE ${within} ORDER BY a.id`,
      parameters,
    ),
    ([item]) => item,
    ([, member]) => member,
  )
  const topics = grouped(
    db.arrays<[number, string]>(
      `SELECT kt.item_id, t.name FROM knowledge_items k JOIN knowledge_topics kt ON kt.item_id = k.id
        JOIN topics t ON t.id = kt.topic_id WHERE ${within} ORDER BY kt.id`,
      parameters,
    ),
    ([item]) => item,
    ([, name]) => name,
  )
  return {
    pieces: db
      .all<Stored>(
        `SELECT k.id, unixepoch(k.created_at) / 86400 AS made, k.state, unixepoch(k.state_since) / 86400 AS since,
            unixepoch(k.review_on) / 86400 AS reviewOn, k.session_id IS NOT NULL AS ofSession
          FROM knowledge_items k WHERE ${within} ORDER BY made, k.id`,
        parameters,
      )
      .map(
        ({ id, made, state, since: changed, reviewOn, ofSession }): KnowledgePiece => ({
          id,
          authors: authors.get(id) ?? [],
          topics: topics.get(id) ?? [],
          made,
          retired: state === 'retired' ? changed : neverEnds,
          endorsed: state === 'endorsed' ? changed : neverEnds,
          reviewOn,
          ofSession: ofSession === 1,
        }),
      ),
    used: db.all<Known['used'][number]>(
      `SELECT r.item_id AS item, r.member_id AS member, unixepoch(r.used_on) / 86400 AS day,
          coalesce(r.immediate, r.potential, r.applied, r.realised, r.reframing) IS NOT NULL AS told,
          r.applied IS NOT NULL AS applied, r.realised IS NOT NULL AS realised
        FROM knowledge_items k JOIN knowledge_reuses r ON r.item_id = k.id AND r.used_on >= @since
        WHERE ${within}
          AND NOT EXISTS (SELECT 1 FROM knowledge_authors WHERE item_id = k.id AND member_id = r.member_id)
        ORDER BY r.used_on, r.id`,
      { ...parameters, since },
    ),
  }
}

interface Stored {
  id: number
  made: number
  state: string
  since: number
  reviewOn: number | null
  ofSession: number
}

/** Pieces of knowledge by their numbers. */
export function itemTitles(db: Reader, ids: readonly number[]): Map<number, Reference> {
  const sql = `SELECT id, title AS name FROM knowledge_items WHERE id IN ${listed}`
  return new Map(db.all<Reference>(sql, list(ids)).map((item) => [item.id, item]))
}
