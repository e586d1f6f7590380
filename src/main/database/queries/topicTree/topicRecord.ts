import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'

interface StoredTopic {
  id: number
  name: string
  parentId: number | null
}

/** @throws AppError `not-found`. */
export function storedTopic(db: Reader, id: number): StoredTopic {
  const topic = db.get<StoredTopic>('SELECT id, name, parent_id AS parentId FROM topics WHERE id = ?', id)
  if (!topic)
    throw new AppError('not-found', 'This topic is no longer there; it may have been merged meanwhile.')
  return topic
}
