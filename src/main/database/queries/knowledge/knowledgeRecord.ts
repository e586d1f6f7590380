import type { Reference } from '@shared/contract/fields'
import type { KnowledgeItem } from '@shared/contract/knowledge'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { attendeesOf, grouped } from '../references'
import { backlinksOf, linksOf } from './knowledgeLinks'
import { relatedTo } from './knowledgeRelated'

type Stored = Pick<
  KnowledgeItem,
  | 'id'
  | 'kind'
  | 'title'
  | 'body'
  | 'state'
  | 'stateSince'
  | 'communityId'
  | 'sessionId'
  | 'reviewOn'
  | 'writtenAt'
  | 'createdAt'
  | 'updatedAt'
>

/** @throws AppError `not-found`. */
export function storedItem(db: Reader, id: number): Stored {
  const stored = db.get<Stored>(
    `SELECT id, kind, title, body, state, state_since AS stateSince, community_id AS communityId,
        session_id AS sessionId, review_on AS reviewOn, written_at AS writtenAt, created_at AS createdAt,
        updated_at AS updatedAt
      FROM knowledge_items WHERE id = ?`,
    id,
  )
  if (stored) return stored
  throw new AppError(
    'not-found',
    'This piece of knowledge is no longer in the program file; it may have been removed meanwhile.',
  )
}

/** @throws AppError `not-found`. */
export function getItem(db: Reader, { id }: { id: number }): KnowledgeItem {
  const stored = storedItem(db, id)
  const links = linksOf(db, stored.body)
  const backlinks = backlinksOf(db, stored)
  const linked = [...links, ...backlinks.items].flatMap((one) => one.id ?? [])
  return {
    ...stored,
    topics: topicsOfItems(db, [id]).get(id) ?? [],
    authors: authorsOf(db, [id]).get(id) ?? [],
    community: db.get<Reference>('SELECT id, name FROM communities WHERE id = ?', stored.communityId) ?? null,
    session: sourceOf(db, stored.sessionId),
    versions: db.value<number>('SELECT count(*) FROM knowledge_versions WHERE item_id = ?', id) ?? 0,
    links,
    backlinks,
    related: relatedTo(db, stored, linked),
  }
}

/** Authors by item, in the order of their sort names. */
export function authorsOf(db: Reader, ids: readonly number[]): Map<number, Reference[]> {
  return grouped(
    db.all<Reference & { item: number }>(
      `SELECT a.item_id AS item, m.id, m.name FROM knowledge_authors a CROSS JOIN members m ON m.id = a.member_id
        WHERE a.item_id IN ${listed} ORDER BY a.item_id, m.sort_name COLLATE NOCASE, m.id`,
      list(ids),
    ),
    ({ item }) => item,
    ({ id, name }) => ({ id, name }),
  )
}

/** Topics by item, as they were given. */
export function topicsOfItems(db: Reader, ids: readonly number[]): Map<number, string[]> {
  return grouped(
    db.all<{ item: number; name: string }>(
      `SELECT kt.item_id AS item, t.name FROM knowledge_topics kt JOIN topics t ON t.id = kt.topic_id
        WHERE kt.item_id IN ${listed} ORDER BY kt.id`,
      list(ids),
    ),
    ({ item }) => item,
    ({ name }) => name,
  )
}

function sourceOf(db: Reader, id: number | null): KnowledgeItem['session'] {
  const heldOn = db.value<string>('SELECT held_on FROM sessions WHERE id = ?', id)
  if (id === null || heldOn === undefined) return null
  return { id, heldOn, people: attendeesOf(db, [id]).get(id) ?? [] }
}
