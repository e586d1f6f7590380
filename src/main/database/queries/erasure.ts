import type { erasure } from '@shared/contract/erasure'
import { AppError } from '@shared/errors'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import { eraseMembers, tidyErased } from '../erasing/erase'
import { previewErasure } from '../erasing/preview'
import type { Handlers } from '../handler'
import { list, listed } from './conditions'
import { saveSetting, setting } from './settings'

/** The moment of an erasure whose files are not all written anew yet; empty when there is none. */
const unfinished = 'erasure.unfinished'

export const erasureHandlers: Handlers<typeof erasure> = {
  'members.erasePreview': previewErasure,

  'members.eraseRecords': (writer, { ids, reason }, task) => {
    assertNotKept(writer, ids)
    const { ids: erased, without } = eraseMembers(writer, ids, task)
    if (erased.length > 0) markUnfinished(writer)
    return {
      value: {
        erased: writer.all(
          `SELECT id, created_at AS createdAt, erased_at AS erasedAt FROM members WHERE id IN ${listed} ORDER BY id`,
          list(erased),
        ),
      },
      summary: erased.length === 1 ? 'Erased a member' : `Erased ${erased.length} members`,
      final: true,
      ...(reason === null ? {} : { reason: without(reason) }),
    }
  },

  'members.tidyErased': (writer) => {
    tidyErased(writer)
    return { value: {}, summary: 'Search tidied' }
  },

  'erasure.state': (db) => ({
    unfinished: (setting(db, unfinished) ?? '') !== '',
    erased: db.value<number>('SELECT count(*) FROM members WHERE erased_at IS NOT NULL') ?? 0,
    lastErasedAt: db.value<string>('SELECT max(erased_at) FROM members WHERE erased_at IS NOT NULL') ?? null,
  }),

  'erasure.markFinished': (writer) => {
    saveSetting(writer, unfinished, '')
    return { value: {}, summary: 'Erasure finished' }
  },
}

export function markUnfinished(writer: Writer): void {
  saveSetting(writer, unfinished, writer.now)
}

/** @throws AppError `conflict` with the reason that was written down. */
function assertNotKept(db: Reader, ids: readonly number[]): void {
  const kept = db.get<{ name: string; because: string }>(
    `SELECT name, keep_because AS because FROM members WHERE keep_because IS NOT NULL AND id IN ${listed} LIMIT 1`,
    list(ids),
  )
  if (!kept) return
  throw new AppError(
    'conflict',
    `${kept.name} has to be kept: ${kept.because}. Take that mark away first. Nothing was erased.`,
  )
}
