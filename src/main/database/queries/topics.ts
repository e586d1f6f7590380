import type { Reference } from '@shared/contract/fields'
import { tidyName } from '@shared/domain/names'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { list, literalPattern } from './conditions'

/** The topic of that name, whatever its case, made when there is none. */
export function topicId(writer: Writer, name: string): number {
  const tidy = tidyName(name)
  return existingTopic(writer, tidy) ?? writer.insert('topics', { name: tidy })
}

/** The topic of that name, whatever its case. */
export function existingTopic(db: Reader, name: string): number | undefined {
  const known = db.value<number>('SELECT id FROM topics WHERE name = ? COLLATE NOCASE', name)
  if (known !== undefined || isAscii(name)) return known
  // NOCASE knows the case of A to Z alone.
  const folded = name.toLowerCase()
  const others = db.all<Reference>("SELECT id, name FROM topics WHERE name GLOB '*[^ -~]*'")
  return others.find((topic) => topic.name.toLowerCase() === folded)?.id
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

/** Counting a topic's uses stops here; that much is "often". */
const often = 1000

/**
 * Topics with a word that begins like this, the name's own beginning first, then the most used; without words the
 * most used of all.
 */
export function findTopics(db: Reader, { query, limit }: { query: string; limit: number }): Reference[] {
  const beginning = `${literalPattern(tidyName(query))}%`
  const uses = ['session_topics', 'member_skills', 'asks', 'knowledge_topics'].map(
    (table) => `(SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE topic_id = t.id LIMIT ${often}))`,
  )
  return db.all<Reference>(
    `SELECT t.id, t.name FROM topics t
      WHERE t.name LIKE @beginning ESCAPE '\\' OR t.name LIKE '% ' || @beginning ESCAPE '\\'
      ORDER BY t.name LIKE @beginning ESCAPE '\\' DESC, ${uses.join(' + ')} DESC, t.name COLLATE NOCASE LIMIT @limit`,
    { beginning, limit },
  )
}

/** These topics and all that stand below them. */
export function topicsWithin(db: Reader, ids: readonly number[]): number[] {
  return db.column<number>(
    `WITH RECURSIVE within (id) AS (
      SELECT value FROM json_each(?)
      UNION
      SELECT t.id FROM within JOIN topics t ON t.parent_id = within.id
    ) SELECT id FROM within`,
    list(ids),
  )
}
