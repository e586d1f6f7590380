import type { KnowledgeItem } from '@shared/contract/knowledge'
import { linkedTitles, renameLinks, titleKey } from '@shared/domain/knowledge/links'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { wholeWord } from '../fullText'
import { attendeesOf } from '../references'

interface Titled {
  id: number
  title: string
}

/** The item of a title, as links find it: the oldest where an erasure or an import gave two the same. */
export function itemTitled(db: Reader, title: string): number | null {
  const key = titleKey(title)
  const known = db.value<number>(
    'SELECT id FROM knowledge_items WHERE title = ? COLLATE NOCASE ORDER BY id LIMIT 1',
    title.trim(),
  )
  if (known !== undefined) return known
  // NOCASE knows the case of A to Z alone; the search index folds all letters, and accents, which a link does not.
  const found = db
    .all<Titled>(
      `SELECT k.id, k.title FROM knowledge_search f JOIN knowledge_items k ON k.id = f.rowid
        WHERE knowledge_search MATCH ? ORDER BY k.id`,
      `title : ${wholeWord(title)}`,
    )
    .find((one) => titleKey(one.title) === key)
  return found?.id ?? null
}

/** What a text links to, in its order. */
export function linksOf(db: Reader, body: string): KnowledgeItem['links'] {
  return linkedTitles(body).map((title) => ({ title, id: itemTitled(db, title) }))
}

/** What links to an item: other items by title, and sessions, the latest first. */
export function backlinksOf(db: Reader, item: Titled): KnowledgeItem['backlinks'] {
  const items = linkingItems(db, item.title)
    .filter(({ id }) => id !== item.id)
    .map(({ id, title, kind }) => ({ id, name: title, kind }))
  const sessions = linkingSessions(db, item.title)
  const attendees = attendeesOf(
    db,
    sessions.map(({ id }) => id),
  )
  return {
    items,
    sessions: sessions.map(({ id, heldOn }) => ({ id, heldOn, people: attendees.get(id) ?? [] })),
  }
}

/**
 * Lets the links to a title lead to another one, in items and in the notes of sessions.
 *
 * @returns how many texts were changed.
 */
export function relink(writer: Writer, before: string, after: string): number {
  const items = linkingItems(writer, before)
  for (const { id, body } of items)
    writer.update('knowledge_items', id, { body: renameLinks(body, before, after) })
  const sessions = linkingSessions(writer, before)
  for (const { id, notes, agenda } of sessions)
    writer.update('sessions', id, {
      notes: renameLinks(notes, before, after),
      agenda: agenda === null ? null : renameLinks(agenda, before, after),
    })
  return items.length + sessions.length
}

/** A title that stands in a text stands there as a phrase; whether it is a link, the text itself says. */
function linkingItems(db: Reader, title: string) {
  return db
    .all<Titled & { body: string; kind: KnowledgeItem['kind'] }>(
      `SELECT k.id, k.title, k.body, k.kind FROM knowledge_search f JOIN knowledge_items k ON k.id = f.rowid
        WHERE knowledge_search MATCH ? AND instr(k.body, '[[') > 0 ORDER BY k.title COLLATE NOCASE, k.id`,
      `body : ${wholeWord(title)}`,
    )
    .filter(({ body }) => isLinking(body, title))
}

function linkingSessions(db: Reader, title: string) {
  return db
    .all<{ id: number; heldOn: string; notes: string; agenda: string | null }>(
      // Few notes have links at all, and many may have the words of a title in them.
      `SELECT id, held_on AS heldOn, notes, agenda FROM sessions INDEXED BY sessions_with_links
        WHERE instr(notes, '[[') > 0 OR instr(agenda, '[[') > 0 ORDER BY search_key DESC`,
    )
    .filter(({ notes, agenda }) => isLinking(notes, title) || isLinking(agenda ?? '', title))
}

function isLinking(text: string, title: string): boolean {
  const key = titleKey(title)
  return linkedTitles(text).some((linked) => titleKey(linked) === key)
}
