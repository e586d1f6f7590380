import type { InputOf, OutputOf } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done } from '../../handler'
import { wordDiff } from '../../history/wordDiff'
import { storedItem } from './knowledgeRecord'
import { keepVersion } from './knowledgeSave'

interface Version {
  number: number
  writtenAt: string
  title: string
  body: string
}

/** The newest first, each with what differs from the one before. @throws AppError `not-found`. */
export function listVersions(
  db: Reader,
  { id }: InputOf<'knowledge.versions'>,
): OutputOf<'knowledge.versions'> {
  const { title, body, writtenAt } = storedItem(db, id)
  const earlier = db.all<Version>(
    `SELECT number, written_at AS writtenAt, title, body FROM knowledge_versions WHERE item_id = ? ORDER BY number`,
    id,
  )
  const all = [...earlier, { number: (earlier.at(-1)?.number ?? 0) + 1, writtenAt, title, body }]
  return all
    .map((version, at) => {
      const before = all[at - 1]
      return {
        number: version.number,
        writtenAt: version.writtenAt,
        title: version.title,
        titleBefore: before && before.title !== version.title ? before.title : null,
        difference: before && before.body !== version.body ? wordDiff(before.body, version.body) : [],
      }
    })
    .reverse()
}

/** @throws AppError `not-found`. */
export function restoreVersion(
  writer: Writer,
  { id, number }: InputOf<'knowledge.restoreVersion'>,
): Done<{ id: number }> {
  const now = storedItem(writer, id)
  const version = writer.get<Pick<Version, 'title' | 'body'>>(
    'SELECT title, body FROM knowledge_versions WHERE item_id = ? AND number = ?',
    id,
    number,
  )
  if (!version) throw new AppError('not-found', 'This version is no longer there.')
  // The title stays: others link to it by now.
  if (version.body !== now.body) {
    keepVersion(writer, now)
    writer.update('knowledge_items', id, {
      body: version.body,
      written_at: writer.now,
      updated_at: writer.now,
    })
  }
  return { value: { id }, summary: `Version ${number} of ${now.title} again` }
}
