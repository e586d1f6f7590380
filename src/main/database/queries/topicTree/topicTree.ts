import type { InputOf } from '@shared/contract'
import type { Topic, topics } from '@shared/contract/topics'
import { tidyName } from '@shared/domain/names'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { existingTopic, topicsWithin } from '../topics'
import { mergeTopics } from './topicMerge'
import { storedTopic } from './topicRecord'

export const topicHandlers: Handlers<typeof topics> = {
  'topics.list': listTopics,
  'topics.rename': rename,
  'topics.move': move,
  'topics.merge': mergeTopics,
  'topics.remove': remove,
}

function listTopics(db: Reader): Topic[] {
  const counted = (table: string, where = 'true') =>
    `LEFT JOIN (SELECT topic_id, count(*) AS number FROM ${table} WHERE ${where} GROUP BY topic_id)`
  return db.all<Topic>(
    `SELECT t.id, t.name, t.parent_id AS parentId, coalesce(s.number, 0) AS sessions,
        coalesce(k.number, 0) AS knowledge, coalesce(o.number, 0) AS offering, coalesce(w.number, 0) AS wanting,
        coalesce(a.number, 0) AS asks
      FROM topics t
      ${counted('session_topics')} s ON s.topic_id = t.id
      ${counted('knowledge_topics')} k ON k.topic_id = t.id
      ${counted('member_skills', "side = 'offered'")} o ON o.topic_id = t.id
      ${counted('member_skills', "side = 'wanted'")} w ON w.topic_id = t.id
      ${counted('asks', 'topic_id IS NOT NULL')} a ON a.topic_id = t.id
      ORDER BY t.name COLLATE NOCASE, t.id`,
  )
}

function rename(writer: Writer, input: InputOf<'topics.rename'>): Done<{ id: number }> {
  const { id, name: before } = storedTopic(writer, input.id)
  const name = tidyName(input.name)
  const taken = existingTopic(writer, name)
  if (taken !== undefined && taken !== id) {
    throw new AppError(
      'conflict',
      `There is a topic called ${name} already. Merge the two if they are about the same.`,
      'name',
    )
  }
  writer.update('topics', id, { name })
  return { value: { id }, summary: `Renamed the topic ${before} to ${name}` }
}

function move(writer: Writer, { id, parentId }: InputOf<'topics.move'>): Done<{ id: number }> {
  const { name } = storedTopic(writer, id)
  if (parentId === null) {
    writer.update('topics', id, { parent_id: null })
    return { value: { id }, summary: `The topic ${name} stands under no other` }
  }
  const parent = storedTopic(writer, parentId)
  if (topicsWithin(writer, [id]).includes(parentId)) {
    const why =
      id === parentId ? 'A topic cannot stand under itself.' : `${parent.name} stands under ${name} itself.`
    throw new AppError('conflict', `${why} Choose another one.`, 'parentId')
  }
  writer.update('topics', id, { parent_id: parentId })
  return { value: { id }, summary: `Moved the topic ${name} under ${parent.name}` }
}

function remove(writer: Writer, { id }: InputOf<'topics.remove'>): Done<{ id: number }> {
  const { name, parentId } = storedTopic(writer, id)
  const used = ['session_topics', 'knowledge_topics', 'member_skills', 'asks'].some(
    (table) => writer.value(`SELECT 1 FROM ${table} WHERE topic_id = ? LIMIT 1`, id) !== undefined,
  )
  if (used) {
    throw new AppError(
      'conflict',
      `Something is about ${name}, so it is not deleted. Merge it into another topic instead.`,
    )
  }
  moveUp(writer, id, parentId)
  writer.remove('topics', id)
  return { value: { id }, summary: `Deleted the topic ${name}` }
}

/** What stands below a topic stands where that one did. */
function moveUp(writer: Writer, id: number, parentId: number | null): void {
  for (const child of writer.column<number>('SELECT id FROM topics WHERE parent_id = ?', id))
    writer.update('topics', child, { parent_id: parentId })
}
