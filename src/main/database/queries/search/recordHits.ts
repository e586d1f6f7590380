import type { FoundKind } from '@shared/domain/vocabulary'
import { type IndexedTable, indexedRecords, recordSpace } from '../../derived/recordSearch'
import type { Reader } from '../../engine/reader'
import { allOf, type Condition, condition } from '../conditions'
import { matchWords } from '../fullText'
import { idOfKey } from '../sessions/sessionKeys'
import { type Asked, byNearness, type Hit, type HitsOfKind, mostCounted, nearnessOf, noHits } from './hits'
import { narrowed, places, sessionKeysOf } from './scope'

/**
 * To rank every hit of a common word takes as long as there are hits, so only the newest are ranked: so many. Who looks
 * for an older one has more words for it.
 */
const mostRanked = 2000

const tables = {
  program: 'programs',
  community: 'communities',
  gathering: 'gatherings',
  ask: 'asks',
  'action item': 'action_items',
} satisfies Partial<Record<FoundKind, IndexedTable>>

/** Of gatherings, communities, programs, asks or action items. */
export function recordHits(db: Reader, asked: Asked, kind: keyof typeof tables): HitsOfKind {
  const table = tables[kind]
  const conditions = narrowed(asked.scope, places[table])
  if (conditions === null) return noHits
  const from = indexedRecords[table].kind * recordSpace
  return ranked(db, asked, {
    kind,
    index: 'record_search',
    weights: '8, 1',
    name: indexedRecords[table].title,
    table,
    id: `(record_search.rowid - ${from})`,
    within: within('record_search', from, from + recordSpace - 1),
    conditions,
  })
}

/** Sessions, of equal ones the newest first. */
export function sessionHits(db: Reader, asked: Asked): HitsOfKind {
  const conditions = narrowed({ ...asked.scope, from: null, to: null }, places.sessions)
  if (conditions === null) return noHits
  const { lowest, highest } = sessionKeysOf(asked.scope)
  return ranked(db, asked, {
    kind: 'session',
    index: 'session_search',
    weights: '6, 2, 1',
    name: 'title',
    table: 'sessions',
    id: idOfKey('session_search.rowid'),
    within: within('session_search', lowest, highest),
    conditions,
  })
}

/** Knowledge; what is endorsed before a draft of the same words, what is retired at the end. */
export function knowledgeHits(db: Reader, asked: Asked): HitsOfKind {
  const conditions = narrowed(asked.scope, places.knowledge_items)
  if (conditions === null) return noHits
  return ranked(db, asked, {
    kind: 'knowledge',
    index: 'knowledge_search',
    weights: '12, 4, 1',
    name: 'title',
    table: 'knowledge_items',
    id: 'knowledge_search.rowid',
    within: condition('true'),
    conditions,
    best: (rank) =>
      `(SELECT CASE state WHEN 'retired' THEN 0 WHEN 'endorsed' THEN 1.5 ELSE 1 END
        FROM knowledge_items WHERE id = hit.id) * ${rank}`,
  })
}

/** Large numbers are bound as such with a point, which FTS5 does not take for a limit: it would look at every row. */
function within(index: string, first: number, last: number): Condition {
  return condition(`${index}.rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)`, first, last)
}

interface Source {
  kind: FoundKind
  index: 'record_search' | 'session_search' | 'knowledge_search'
  /** How much a hit says in each of the columns. */
  weights: string
  /** SQL for what the record is called; `NULL` when it has no name. */
  name: string
  table: keyof typeof places
  /** SQL for the record's id by its row in the index. */
  id: string
  /** The rows of the index that are meant. */
  within: Condition
  /** What else is asked of the record `r`. */
  conditions: readonly Condition[]
  /** What becomes of a rank, where not only the words count; the least is the best. */
  best?: (rank: string) => string
}

function ranked(db: Reader, { words, question, limit }: Asked, source: Source): HitsOfKind {
  const { kind, index, weights, id, conditions, best = (rank) => rank } = source
  const joined = conditions.length === 0 ? '' : ` CROSS JOIN ${source.table} r ON r.id = ${id}`
  const search = (match: string) => {
    const { sql, parameters } = allOf([condition(`${index} MATCH ?`, match), source.within, ...conditions])
    return { sql: `FROM ${index}${joined} WHERE ${sql}`, parameters }
  }
  const all = search(question.of[index])
  const counting = `SELECT count(*) FROM (SELECT 1 ${all.sql} LIMIT ${mostCounted})`
  const total = db.remembered(
    `${counting} ${JSON.stringify(all.parameters)}`,
    () => db.value<number>(counting, ...all.parameters) ?? 0,
  )
  if (total === 0) return noHits
  // To weigh words FTS5 counts each of them in the whole index, whatever it is asked for: of words that are everywhere
  // that takes longer than all the rest, and says nothing. Then names alone tell what is nearer.
  const everywhere = isEverywhere(db, index, question.of[index])
  const rank = everywhere ? '0' : `bm25(${index}, ${weights})`
  // All of a few are found sooner in the order of the index, which has them anyway.
  const newest = total > mostRanked ? `ORDER BY ${index}.rowid DESC LIMIT ${mostRanked}` : ''
  const ids = db.column<number>(
    `SELECT id FROM (SELECT ${id} AS id, ${index}.rowid AS "key", ${rank} AS rank ${all.sql}
        ${newest}) AS hit
      ORDER BY ${best('rank')}, "key" DESC LIMIT ?`,
    ...all.parameters,
    everywhere ? mostRanked : limit,
  )
  // A name that holds the words is found even where the newest hits are many; to look for one among all would not pay.
  if (source.name !== 'NULL' && total > mostRanked && total < mostCounted) {
    const named = search(`title : (${matchWords(words)})`)
    ids.push(
      ...db.column<number>(
        `SELECT ${id} ${named.sql} ORDER BY ${index}.rowid DESC LIMIT ?`,
        ...named.parameters,
        limit,
      ),
    )
  }
  const names = namesOf(db, source, ids)
  const hits = [...new Set(ids)].map(
    (one): Hit => ({ kind, id: one, nearness: nearnessOf(names.get(one) ?? null, words) }),
  )
  return { hits: byNearness(hits).slice(0, limit), total }
}

/** Whether so many rows of an index have these words that nobody counts them. */
function isEverywhere(db: Reader, index: Source['index'], match: string): boolean {
  const counting = `SELECT count(*) FROM (SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT ${mostCounted})`
  const rows = () => db.value<number>(counting, match) ?? 0
  return db.remembered(`${counting} ${match}`, rows) === mostCounted
}

function namesOf(db: Reader, { table, name }: Source, ids: readonly number[]): Map<number, string | null> {
  if (name === 'NULL') return new Map()
  const rows = db.all<{ id: number; name: string | null }>(
    `SELECT id, ${name} AS name FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
