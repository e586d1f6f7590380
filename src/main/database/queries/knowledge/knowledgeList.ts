import type { InputOf, OutputOf } from '@shared/contract'
import type { Reference } from '@shared/contract/fields'
import type { KnowledgeFilter, KnowledgeRow, KnowledgeSort } from '@shared/contract/knowledge'
import { excerptAround, excerptOf } from '@shared/domain/excerpt'
import type { Reader } from '../../engine/reader'
import { allOf, among, type Condition, condition, list, listed } from '../conditions'
import { hitMarks, matchExpression } from '../fullText'
import { topicsWithin } from '../topics'
import { authorsOf, topicsOfItems } from './knowledgeRecord'

/** A hit in the title says most, one in the text least: the weights of `title`, `topics` and `body`. */
const weights = '12, 4, 1'

/** With words to search for the best first; else as sorted, the latest changed first unless told. */
export function listItems(
  db: Reader,
  { filter, sort, page }: InputOf<'knowledge.list'>,
): OutputOf<'knowledge.list'> {
  const match = matchExpression(filter.query)
  const { sql, parameters } = allOf(conditionsOf(db, filter, match))
  const from = `knowledge_items k${match === null ? '' : ' JOIN knowledge_search f ON f.rowid = k.id'}`
  const total = db.value<number>(`SELECT count(*) FROM ${from} WHERE ${sql}`, ...parameters) ?? 0
  const marked =
    match === null ? 'NULL' : `highlight(knowledge_search, 2, '${hitMarks.open}', '${hitMarks.close}')`
  const hits = db.all<Hit>(
    `SELECT k.id, ${marked} AS marked FROM ${from} WHERE ${sql}
      ORDER BY ${orderOf(sort, match)} LIMIT ? OFFSET ?`,
    ...parameters,
    page.limit,
    page.offset,
  )
  return { total, rows: rowsOf(db, hits) }
}

interface Hit {
  id: number
  /** The text with the hits marked, where something was searched for. */
  marked: string | null
}

function conditionsOf(db: Reader, filter: KnowledgeFilter, match: string | null): Condition[] {
  const tied = (table: string, column: string, ids: readonly number[]) =>
    ids.length === 0
      ? []
      : [condition(`k.id IN (SELECT item_id FROM ${table} WHERE ${column} IN ${listed})`, list(ids))]
  return [
    ...(match === null ? [] : [condition('knowledge_search MATCH ?', match)]),
    ...among('k.kind', filter.kinds),
    ...among('k.state', filter.states),
    ...among('k.community_id', filter.communityIds),
    ...tied('knowledge_topics', 'topic_id', topicsWithin(db, filter.topicIds)),
    ...tied('knowledge_authors', 'member_id', filter.authorIds),
    ...(filter.reviewBy === null
      ? []
      : [condition("k.review_on <= ? AND k.state <> 'retired'", filter.reviewBy)]),
  ]
}

const uses = '(SELECT count(*) FROM knowledge_reuses WHERE item_id = k.id)'
const columns: Record<KnowledgeSort['by'], string> = {
  title: 'k.title COLLATE NOCASE',
  updatedAt: 'k.updated_at',
  reuses: uses,
  reviewOn: 'k.review_on',
}

function orderOf(sort: KnowledgeSort | null, match: string | null): string {
  if (sort) {
    const way = sort.descending ? 'DESC' : 'ASC'
    // What has no day stands at the end, whichever way.
    const known = sort.by === 'reviewOn' ? 'k.review_on IS NULL, ' : ''
    return `${known}${columns[sort.by]} ${way}, k.id ${way}`
  }
  const latest = 'k.updated_at DESC, k.id DESC'
  // What is endorsed is found before a draft of the same words; what is retired comes last.
  return match === null
    ? latest
    : `k.state = 'retired', bm25(knowledge_search, ${weights}) * iif(k.state = 'endorsed', 1.5, 1), ${latest}`
}

type StoredRow = Omit<KnowledgeRow, 'authors' | 'topics' | 'community' | 'excerpt'> & {
  communityId: number | null
  communityName: string | null
  beginning: string
}

/** So much of a text is enough for an excerpt of it. */
const beginning = 600

function rowsOf(db: Reader, hits: readonly Hit[]): KnowledgeRow[] {
  const ids = hits.map(({ id }) => id)
  const rows = db.all<StoredRow>(
    `SELECT k.id, k.kind, k.title, k.state, k.review_on AS reviewOn, k.updated_at AS updatedAt, ${uses} AS reuses,
        k.community_id AS communityId, c.name AS communityName, substr(k.body, 1, ${beginning}) AS beginning
      FROM json_each(?) AS page CROSS JOIN knowledge_items k ON k.id = page.value
      LEFT JOIN communities c ON c.id = k.community_id ORDER BY page.key`,
    list(ids),
  )
  const authors = authorsOf(db, ids)
  const topics = topicsOfItems(db, ids)
  const marked = new Map(hits.map((hit) => [hit.id, hit.marked]))
  return rows.map(({ communityId, communityName, beginning: text, ...row }) => ({
    ...row,
    authors: authors.get(row.id) ?? [],
    topics: topics.get(row.id) ?? [],
    community: communityId === null ? null : { id: communityId, name: communityName ?? '' },
    excerpt: excerptFor(marked.get(row.id) ?? null, text),
  }))
}

function excerptFor(marked: string | null, text: string): KnowledgeRow['excerpt'] {
  if (marked?.includes(hitMarks.open)) return excerptAround(marked, hitMarks)
  const begins = excerptOf(text)
  return begins === '' ? [] : [{ text: begins, hit: false }]
}

const mostChoices = 200

/** What the list can be narrowed down to, and the figures above it. */
export function itemsOverview(
  db: Reader,
  { today }: InputOf<'knowledge.overview'>,
): OutputOf<'knowledge.overview'> {
  const figures = db.get<{ items: number; endorsed: number; inReview: number; toReview: number }>(
    `SELECT count(*) AS items, count(*) FILTER (WHERE state = 'endorsed') AS endorsed,
        count(*) FILTER (WHERE state = 'in review') AS inReview,
        count(*) FILTER (WHERE review_on <= ? AND state <> 'retired') AS toReview
      FROM knowledge_items`,
    today,
  ) ?? { items: 0, endorsed: 0, inReview: 0, toReview: 0 }
  type Counted = Reference & { items: number }
  return {
    ...figures,
    reuses: db.value<number>('SELECT count(*) FROM knowledge_reuses') ?? 0,
    topics: db.all<Counted>(
      `SELECT t.id, t.name, count(*) AS items FROM knowledge_topics kt JOIN topics t ON t.id = kt.topic_id
        GROUP BY t.id ORDER BY items DESC, t.name COLLATE NOCASE LIMIT ${mostChoices}`,
    ),
    communities: db.all<Counted>(
      `SELECT c.id, c.name, count(*) AS items FROM knowledge_items k JOIN communities c ON c.id = k.community_id
        GROUP BY c.id ORDER BY c.name COLLATE NOCASE`,
    ),
    authors: db.all<Counted>(
      `SELECT m.id, m.name, count(*) AS items FROM knowledge_authors a JOIN members m ON m.id = a.member_id
        GROUP BY m.id ORDER BY items DESC, m.sort_name COLLATE NOCASE LIMIT ${mostChoices}`,
    ),
  }
}

/** By the beginnings of words of the title, what is endorsed first; without words the latest changed. */
export function findItems(
  db: Reader,
  { query, limit }: InputOf<'knowledge.find'>,
): OutputOf<'knowledge.find'> {
  const match = matchExpression(query)
  const facts = 'k.id, k.title AS name, k.kind, k.state'
  if (match === null) {
    return db.all(
      `SELECT ${facts} FROM knowledge_items k ORDER BY k.updated_at DESC, k.id DESC LIMIT ?`,
      limit,
    )
  }
  return db.all(
    `SELECT ${facts} FROM knowledge_search f JOIN knowledge_items k ON k.id = f.rowid
      WHERE knowledge_search MATCH ?
      ORDER BY k.state = 'retired', bm25(knowledge_search, ${weights}), k.id LIMIT ?`,
    `{title topics} : (${match})`,
    limit,
  )
}
