import type { InputOf, OutputOf } from '@shared/contract'
import type { knowledgeFiles } from '@shared/contract/knowledgeFiles'
import { mostFiles, notTakenBecause } from '@shared/domain/knowledge/files'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { storedItem } from './knowledgeRecord'
import { isPicture, mediaTypeOf } from './mediaTypes'

export const knowledgeFileHandlers: Handlers<typeof knowledgeFiles> = {
  'knowledge.files': listFiles,
  'knowledge.fileContent': fileContent,
  'knowledge.addFile': addFile,
  'knowledge.removeFile': removeFile,
}

function listFiles(db: Reader, { itemId }: InputOf<'knowledge.files'>): OutputOf<'knowledge.files'> {
  return db
    .all<{ id: number; name: string; bytes: number; addedAt: string; mediaType: string }>(
      `SELECT id, name, bytes, added_at AS addedAt, media_type AS mediaType FROM knowledge_files
        WHERE item_id = ? ORDER BY name COLLATE NOCASE, id`,
      itemId,
    )
    .map(({ mediaType, ...file }) => ({ ...file, isPicture: isPicture(mediaType) }))
}

/** @throws AppError `not-found`. */
function fileContent(
  db: Reader,
  { id }: InputOf<'knowledge.fileContent'>,
): OutputOf<'knowledge.fileContent'> {
  const file = db.get<OutputOf<'knowledge.fileContent'>>(
    'SELECT name, media_type AS mediaType, content FROM knowledge_files WHERE id = ?',
    id,
  )
  if (!file) throw fileGone()
  return file
}

/** @throws AppError `not-found`; `conflict` where it is too large, or one too many. */
function addFile(
  writer: Writer,
  { itemId, name, content }: InputOf<'knowledge.addFile'>,
): Done<{ id: number }> {
  const { title } = storedItem(writer, itemId)
  const bytes = Buffer.from(content, 'base64')
  const problem = notTakenBecause(name, bytes.length)
  if (problem !== null) throw new AppError('conflict', problem)
  const there = writer.value<number>('SELECT count(*) FROM knowledge_files WHERE item_id = ?', itemId) ?? 0
  if (there >= mostFiles)
    throw new AppError(
      'conflict',
      `${title} has ${mostFiles} files already. Take one away, or write a piece of knowledge of its own for this one.`,
    )
  const id = writer.insert('knowledge_files', {
    item_id: itemId,
    name,
    media_type: mediaTypeOf(bytes),
    bytes: bytes.length,
    content,
    added_at: writer.now,
  })
  return { value: { id }, summary: `File “${name}” with ${title}` }
}

/** @throws AppError `not-found`. */
function removeFile(writer: Writer, { id }: InputOf<'knowledge.removeFile'>): Done<{ id: number }> {
  const name = writer.value<string>('SELECT name FROM knowledge_files WHERE id = ?', id)
  if (name === undefined) throw fileGone()
  writer.remove('knowledge_files', id)
  return { value: { id }, summary: `Took away the file “${name}”` }
}

function fileGone(): AppError {
  return new AppError('not-found', 'This file is no longer there; it may have been taken away meanwhile.')
}
