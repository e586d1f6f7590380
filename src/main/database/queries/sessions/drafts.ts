import type { OutputOf } from '@shared/contract'
import type { drafts } from '@shared/contract/drafts'
import type { Handlers } from '../../handler'

/** Drafts are no records: they are written beside the history and cannot be undone. */
export const draftHandlers: Handlers<typeof drafts> = {
  'drafts.get': (db, { key }) =>
    db.get<NonNullable<OutputOf<'drafts.get'>>>(
      'SELECT body, updated_at AS updatedAt FROM drafts WHERE key = ?',
      key,
    ) ?? null,

  'drafts.save': (writer, { key, body }) => {
    writer.derive(
      'INSERT OR REPLACE INTO drafts (key, body, updated_at) VALUES (?, ?, ?)',
      key,
      body,
      writer.now,
    )
    return { value: { updatedAt: writer.now }, summary: 'Draft' }
  },

  'drafts.discard': (writer, { key }) => {
    writer.derive('DELETE FROM drafts WHERE key = ?', key)
    return { value: {}, summary: 'Draft discarded' }
  },
}
