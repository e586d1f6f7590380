import type { InputOf } from '@shared/contract'
import type { KnowledgeInput } from '@shared/contract/knowledge'
import type { Deletion } from '@shared/contract/trash'
import { titleKey } from '@shared/domain/knowledge/links'
import { AppError } from '@shared/errors'
import type { Reader, Row } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { commandOf, moveToTrash } from '../../trash/kinds'
import { memberNames } from '../references'
import { saveTies } from '../ties'
import { topicId } from '../topics'
import { itemTitled, relink } from './knowledgeLinks'
import { storedItem } from './knowledgeRecord'
import { saveItemContacts } from './reuseContacts'

/** @throws AppError `not-found`; `conflict` where another item has the title. */
export function saveItem(
  writer: Writer,
  { id, item, today }: InputOf<'knowledge.save'>,
): Done<{ id: number; relinked: number }> {
  assertKnown(writer, item)
  assertFree(writer, item.title, id)
  if (id === null) {
    const added = writer.insert('knowledge_items', {
      ...columnsOf(item),
      state: 'draft',
      state_since: today,
      written_at: writer.now,
      created_at: writer.now,
      updated_at: writer.now,
    })
    saveParts(writer, added, item)
    return { value: { id: added, relinked: 0 }, summary: `Knowledge: ${item.title}` }
  }
  const before = storedItem(writer, id)
  const columns = columnsOf(item)
  const isOther = before.title !== item.title || before.body !== columns.body
  if (isOther) keepVersion(writer, before)
  const changed = writer.update('knowledge_items', id, columns)
  const parts = saveParts(writer, id, item)
  if (isOther) writer.update('knowledge_items', id, { written_at: writer.now })
  if (changed || parts) writer.update('knowledge_items', id, { updated_at: writer.now })
  const relinked = before.title === item.title ? 0 : relink(writer, before.title, item.title)
  return { value: { id, relinked }, summary: `Changes to knowledge: ${item.title}` }
}

/** @returns whether any of it differed. */
function saveParts(writer: Writer, id: number, { authorIds, topics }: KnowledgeInput): boolean {
  const ties = (table: string) => ({ table, parent: 'item_id', id })
  return [
    saveTies(writer, ties('knowledge_authors'), 'member_id', authorIds),
    saveTies(
      writer,
      ties('knowledge_topics'),
      'topic_id',
      topics.map((name) => topicId(writer, name)),
    ),
    saveItemContacts(writer, id),
  ].includes(true)
}

/** What is about to be written over stays as a version. */
export function keepVersion(
  writer: Writer,
  { id, title, body, writtenAt }: { id: number; title: string; body: string; writtenAt: string },
): void {
  const last = writer.value<number | null>('SELECT max(number) FROM knowledge_versions WHERE item_id = ?', id)
  writer.insert('knowledge_versions', {
    item_id: id,
    number: (last ?? 0) + 1,
    title,
    body,
    written_at: writtenAt,
  })
}

function columnsOf(item: KnowledgeInput): Row {
  return {
    kind: item.kind,
    title: item.title,
    body: item.body.trim() === '' ? '' : item.body,
    community_id: item.communityId,
    session_id: item.sessionId,
    review_on: item.reviewOn,
  }
}

export function setState(
  writer: Writer,
  { ids, state, today }: InputOf<'knowledge.setState'>,
): Done<{ changed: number }> {
  const items = [...new Set(ids)].map((id) => storedItem(writer, id))
  const changed = items.filter(({ state: before }) => before !== state)
  for (const { id } of changed)
    writer.update('knowledge_items', id, { state, state_since: today, updated_at: writer.now })
  const [only] = items
  const what = items.length === 1 && only ? only.title : `${items.length} pieces of knowledge`
  return { value: { changed: changed.length }, summary: `${what}: ${state}` }
}

export function reviewItem(
  writer: Writer,
  { id, nextOn }: InputOf<'knowledge.review'>,
): Done<{ id: number }> {
  const { title } = storedItem(writer, id)
  writer.update('knowledge_items', id, { review_on: nextOn, updated_at: writer.now })
  return { value: { id }, summary: `Looked through: ${title}` }
}

export function removeItem(writer: Writer, { id }: { id: number }): Done<Deletion> {
  const { title } = storedItem(writer, id)
  // They follow from the reuses, and come back with them.
  for (const row of writer.column<number>(
    `SELECT id FROM interactions WHERE reuse_id IN (SELECT id FROM knowledge_reuses WHERE item_id = ?)`,
    id,
  ))
    writer.remove('interactions', row)
  const trash = [moveToTrash(writer, 'knowledge_items', id)]
  return { value: { command: commandOf(writer), trash }, summary: `Deleted knowledge: ${title}` }
}

function assertFree(db: Reader, title: string, id: number | null): void {
  const other = itemTitled(db, title)
  if (other === null || other === id) return
  // Two of one title are left behind by an erasure at most; the one that has it may keep it.
  if (id !== null && titleKey(storedItem(db, id).title) === titleKey(title)) return
  throw new AppError(
    'conflict',
    'There is a piece of knowledge of that title already. Links could not tell the two apart.',
    'item.title',
  )
}

function assertKnown(db: Reader, { authorIds, communityId, sessionId }: KnowledgeInput): void {
  const known = memberNames(db, authorIds)
  if (authorIds.some((author) => !known.has(author)))
    throw new AppError(
      'not-found',
      'One of the authors is no longer in the directory. Choose again.',
      'item.authorIds',
    )
  if (communityId !== null && db.value('SELECT 1 FROM communities WHERE id = ?', communityId) === undefined)
    throw new AppError('not-found', 'This community is no longer there. Choose again.', 'item.communityId')
  if (sessionId !== null && db.value('SELECT 1 FROM sessions WHERE id = ?', sessionId) === undefined)
    throw new AppError(
      'not-found',
      'The session that it was made from is no longer there. Save it without.',
      'item.sessionId',
    )
}
