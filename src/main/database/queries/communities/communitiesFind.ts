import type { InputOf, OutputOf } from '@shared/contract'
import { excerptOf } from '@shared/domain/excerpt'
import type { Reader } from '../../engine/reader'
import { literalPattern } from '../conditions'

type Found = OutputOf<'communities.find'>

const mostWords = 8
const longestAsk = 100

/** Gatherings by their title and asks by their text, with the name of the community: each word is somewhere in it. */
export function findInCommunities(db: Reader, { query, limit, today }: InputOf<'communities.find'>): Found {
  const words = query.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return { gatherings: [], asks: [] }
  const patterns = words.slice(0, mostWords).map((word) => `%${literalPattern(word)}%`)
  const has = (text: string) => patterns.map(() => `${text} LIKE ? ESCAPE '\\'`).join(' AND ')
  type Row<Of extends { community: unknown }> = Omit<Of, 'community'> & { communityId: number; name: string }
  const withCommunity = <Own extends { communityId: number; name: string }>({
    communityId,
    name,
    ...row
  }: Own) => ({ ...row, community: { id: communityId, name } })
  const gatherings = db.all<Row<Found['gatherings'][number]>>(
    `SELECT g.id, g.title, g.kind, g.held_on AS heldOn, g.status, c.id AS communityId, c.name
      FROM gatherings g JOIN communities c ON c.id = g.community_id
      WHERE ${has("concat_ws(' ', g.title, g.kind, c.name)")}
      ORDER BY abs(julianday(g.held_on) - julianday(?)), g.id LIMIT ?`,
    ...patterns,
    today,
    limit,
  )
  const asks = db.all<Row<Found['asks'][number]>>(
    `SELECT a.id, a.text, a.asked_on AS askedOn, m.name AS asker, c.id AS communityId, c.name
      FROM asks a JOIN communities c ON c.id = a.community_id JOIN members m ON m.id = a.asker_id
      WHERE ${has("concat_ws(' ', a.text, m.name)")} ORDER BY a.asked_on DESC, a.id DESC LIMIT ?`,
    ...patterns,
    limit,
  )
  return {
    gatherings: gatherings.map(withCommunity),
    asks: asks.map((ask) => ({ ...withCommunity(ask), text: excerptOf(ask.text, longestAsk) })),
  }
}

/** Those that go on first, each by name. */
export function communityNames(
  db: Reader,
  { today }: InputOf<'communities.names'>,
): OutputOf<'communities.names'> {
  return db
    .all<{ id: number; name: string; ended: number }>(
      `SELECT id, name, coalesce(ended_on, '9999') <= ? AS ended FROM communities
        ORDER BY ended, name COLLATE NOCASE, id`,
      today,
    )
    .map(({ ended, ...community }) => ({ ...community, ended: ended === 1 }))
}
