import type { Derivation } from '../engine/derivation'
import { topicalSearch } from './topicalSearch'

/** The columns of `knowledge_search`, in its order. */
export const knowledgeSearchColumns = ['title', 'topics', 'body']

/** What is indexed of each item `r`. */
export const knowledgeTexts = `
  SELECT r.id, r.title, (
    SELECT group_concat(t.name, ', ') FROM knowledge_topics kt JOIN topics t ON t.id = kt.topic_id WHERE kt.item_id = r.id
  ) AS topics, r.body FROM knowledge_items r`

/** Keeps `knowledge_search` true. */
export function knowledgeSearch(): Derivation {
  return topicalSearch({
    index: 'knowledge_search',
    columns: knowledgeSearchColumns,
    table: 'knowledge_items',
    own: ['title', 'body'],
    ties: 'knowledge_topics',
    record: 'item_id',
    texts: knowledgeTexts,
  })
}
