import type { KnowledgeItem } from '@shared/contract/knowledge'
import { plainText } from '@shared/domain/excerpt'
import type { Reader } from '../../engine/reader'
import { list, listed } from '../conditions'
import { folded, Vocabulary } from '../search/vocabulary'

const mostRelated = 5

/** How much a link says; a topic that two pieces alone share says half of one, one that ten share a tenth. */
const linkWeight = 1
/** How much a rare word says at most, and how many of them say anything at all. */
const wordWeight = 0.15
const fewestWords = 2
const mostWordsTold = 3

/** Words are looked for in so much of a text, and so many of them. */
const lengthRead = 20_000
const mostWords = 400
const shortestWord = 6
/** A word that more pieces than that share says nothing; nor does a short one, which is mostly grammar. */
const mostSharing = 3

interface Why {
  score: number
  topics: string[]
  linked: boolean
  words: string[]
}

/**
 * What is close to an item, with why: topics that both have, the rarer the better; links, in either direction; and at
 * least two words that few other pieces have. What is retired is left out.
 */
export function relatedTo(
  db: Reader,
  item: { id: number; title: string; body: string },
  linked: readonly number[],
): KnowledgeItem['related'] {
  const found = new Map<number, Why>()
  const why = (id: number): Why => {
    const known = found.get(id) ?? { score: 0, topics: [], linked: false, words: [] }
    found.set(id, known)
    return known
  }
  for (const { id, name, uses } of sharedTopics(db, item.id)) {
    why(id).topics.push(name)
    why(id).score += 1 / uses
  }
  for (const [id, words] of sharedWords(db, item)) {
    if (words.length < fewestWords) continue
    why(id).words.push(...words.slice(0, mostWordsTold))
    why(id).score += words.length * wordWeight
  }
  for (const id of linked) {
    why(id).linked = true
    why(id).score += linkWeight
  }
  found.delete(item.id)
  const there = db.all<Pick<KnowledgeItem['related'][number], 'id' | 'name' | 'kind'>>(
    `SELECT id, title AS name, kind FROM knowledge_items WHERE id IN ${listed} AND state <> 'retired'
      ORDER BY title COLLATE NOCASE, id`,
    list([...found.keys()]),
  )
  return there
    .toSorted((a, b) => why(b.id).score - why(a.id).score)
    .slice(0, mostRelated)
    .map((one) => {
      const { topics, linked: isLinked, words } = why(one.id)
      return { ...one, topics, linked: isLinked, words }
    })
}

function sharedTopics(db: Reader, id: number): { id: number; name: string; uses: number }[] {
  return db.all(
    `SELECT other.item_id AS id, t.name,
        (SELECT count(*) FROM knowledge_topics WHERE topic_id = own.topic_id) AS uses
      FROM knowledge_topics own
      JOIN topics t ON t.id = own.topic_id
      JOIN knowledge_topics other ON other.topic_id = own.topic_id AND other.item_id <> own.item_id
      WHERE own.item_id = ? ORDER BY own.id`,
    id,
  )
}

/** By item, the words of this one that it has as well and few others have, the rarest first. */
function sharedWords(db: Reader, { id, title, body }: { id: number; title: string; body: string }) {
  const text = `${title} ${plainText(body.slice(0, lengthRead))}`
  const words = new Map<string, string>()
  for (const [word] of text.matchAll(/\p{L}{4,}/gu)) {
    if (word.length >= shortestWord && words.size < mostWords) words.set(folded(word), word.toLowerCase())
  }
  const vocabulary = new Vocabulary(db, 'knowledge_search')
  const rare = [...words]
    .map(([term, word]) => ({ word, rows: vocabulary.rowsWith(term, mostSharing + 1) }))
    .filter(({ rows }) => rows.length > 1 && rows.length <= mostSharing && rows.includes(id))
    .toSorted((a, b) => a.rows.length - b.rows.length)
  const shared = new Map<number, string[]>()
  for (const { word, rows } of rare)
    for (const row of rows) if (row !== id) shared.set(row, [...(shared.get(row) ?? []), word])
  return shared
}
