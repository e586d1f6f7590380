import type { OutputOf } from '@shared/contract'
import type { erasure } from '@shared/contract/erasure'
import { plural } from '@shared/domain/summaryWords'
import { AppError } from '@shared/errors'
import { backupFolderOf } from '../../backups/folder'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import { eraseInFolder } from '../../erasing/backups'
import { eraseMembers, tidyErased } from '../../erasing/erase'
import { owedMembers } from '../../erasing/ledger'
import { previewErasure } from '../../erasing/preview'
import type { Handlers } from '../../handler'
import { list, listed } from '../conditions'
import { saveSetting, setting } from '../programFile/settings'

/** The moment of an erasure whose files are not all written anew yet; empty when there is none. */
const unfinished = 'erasure.unfinished'
/** Backups that could not be erased, as JSON. */
const left = 'erasure.left'

export const erasureHandlers: Handlers<typeof erasure> = {
  'members.erasePreview': previewErasure,

  'members.eraseRecords': (writer, { ids, reason }, task) => {
    assertNotKept(writer, ids)
    const { ids: erased, spellings, without } = eraseMembers(writer, ids, task)
    if (erased.length > 0) markUnfinished(writer)
    return {
      value: { erased: erased.length, spellings },
      summary: erased.length === 1 ? 'Erased a member' : `Erased ${erased.length} members`,
      final: true,
      ...(reason === null ? {} : { reason: without(reason) }),
    }
  },

  'members.tidyErased': (writer) => {
    tidyErased(writer)
    return { value: {}, summary: 'Search tidied' }
  },

  'erasure.state': async (db, _input, { setup }) => ({
    unfinished: (setting(db, unfinished) ?? '') !== '',
    erased: db.value<number>('SELECT count(*) FROM members WHERE erased_at IS NOT NULL') ?? 0,
    lastErasedAt: db.value<string>('SELECT max(erased_at) FROM members WHERE erased_at IS NOT NULL') ?? null,
    owed: (await owedMembers(db, backupFolderOf(setup.file))).length,
    left: JSON.parse(setting(db, left) ?? '[]') as OutputOf<'erasure.state'>['left'],
  }),

  'erasure.markFinished': (writer, done) => {
    saveSetting(writer, unfinished, '')
    saveSetting(writer, left, JSON.stringify(done.left))
    return { value: {}, summary: 'Erasure finished' }
  },

  'erasure.inBackups': eraseInFolder,

  'members.eraseAgain': async (writer, _input, task) => {
    const owed = await owedMembers(writer, backupFolderOf(task.setup.file))
    const { ids, spellings } = eraseMembers(writer, owed, task)
    if (ids.length > 0) markUnfinished(writer)
    return {
      value: { erased: ids.length, spellings },
      summary: `Erased ${plural(ids.length, 'member')} again`,
      reason: 'The file was a copy from before the erasure',
      final: true,
    }
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
