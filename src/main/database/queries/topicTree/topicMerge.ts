import type { InputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { topicsWithin } from '../topics'
import { storedTopic } from './topicRecord'

/** What is about topics, and what else tells two lines of it apart: of two that become the same, one stays. */
const ties = [
  { table: 'session_topics', same: ['session_id'] },
  { table: 'knowledge_topics', same: ['item_id'] },
  { table: 'member_skills', same: ['member_id', 'side'] },
] as const

export function mergeTopics(
  writer: Writer,
  { keep, other }: InputOf<'topics.merge'>,
): Done<{ moved: number }> {
  if (keep === other)
    throw new AppError('conflict', 'A topic cannot be merged with itself. Choose another one.')
  const [kept, gone] = [storedTopic(writer, keep), storedTopic(writer, other)]
  let moved = 0
  for (const { table, same } of ties) {
    const doubled = same.map((column) => `d.${column} = r.${column}`).join(' AND ')
    const rows = writer.all<{ id: number; doubled: number }>(
      `SELECT r.id, EXISTS (SELECT 1 FROM ${table} d WHERE d.topic_id = ? AND ${doubled}) AS doubled
        FROM ${table} r WHERE r.topic_id = ? ORDER BY r.id`,
      keep,
      other,
    )
    moved += rows.length
    for (const row of rows) {
      if (row.doubled === 1) writer.remove(table, row.id)
      else writer.update(table, row.id, { topic_id: keep })
    }
  }
  for (const id of writer.column<number>('SELECT id FROM asks WHERE topic_id = ? ORDER BY id', other)) {
    writer.update('asks', id, { topic_id: keep })
    moved += 1
  }
  mergePlaces(writer, keep, other, gone.parentId)
  mergeViews(writer, keep, other)
  writer.remove('topics', other)
  return { value: { moved }, summary: `Merged the topic ${gone.name} into ${kept.name}` }
}

/** What stands below the one that goes stands below the one that stays, which itself may have stood there. */
function mergePlaces(writer: Writer, keep: number, other: number, parentId: number | null): void {
  if (topicsWithin(writer, [other]).includes(keep)) writer.update('topics', keep, { parent_id: parentId })
  for (const child of writer.column<number>('SELECT id FROM topics WHERE parent_id = ?', other))
    writer.update('topics', child, { parent_id: keep })
}

/** Saved views of the directory name the skills that they are narrowed down to. */
function mergeViews(writer: Writer, keep: number, other: number): void {
  for (const { id, state } of writer.all<{ id: number; state: string }>(
    'SELECT id, state FROM saved_views',
  )) {
    const view: unknown = JSON.parse(state)
    const replaced = JSON.stringify(view, (key, value: unknown) =>
      (key === 'skills' || key === 'topicIds') && Array.isArray(value)
        ? [...new Set(value.map((one: unknown) => (one === other ? keep : one)))]
        : value,
    )
    if (replaced !== JSON.stringify(view)) writer.update('saved_views', id, { state: replaced })
  }
}
