import type { InputOf, OutputOf } from '@shared/contract'
import type { merging } from '@shared/contract/merging'
import { AppError } from '@shared/errors'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers } from '../../handler'
import { Names } from '../../history/names'
import { memberName } from '../references'
import { listDuplicates } from './duplicates'
import { mergeMembers } from './merge'
import { previewMerge } from './mergePreview'
import { previewSplit, splitMembers } from './split'

export const mergingHandlers: Handlers<typeof merging> = {
  'members.duplicates': listDuplicates,
  'members.distinct': distinct,
  'members.setDistinct': setDistinct,
  'members.mergePreview': previewMerge,
  'members.merge': mergeMembers,
  'members.splitPreview': previewSplit,
  'members.split': splitMembers,
  'members.mergesOf': mergesOf,
}

function distinct(db: Reader): OutputOf<'members.distinct'> {
  return db
    .all<{ first: number; second: number; saidAt: string; one: string; two: string }>(
      `SELECT d.first_id AS first, d.second_id AS second, d.said_at AS saidAt, one.name AS one, two.name AS two
        FROM distinct_members d JOIN members one ON one.id = d.first_id JOIN members two ON two.id = d.second_id
        ORDER BY d.id DESC`,
    )
    .map(({ first, second, saidAt, one, two }) => ({
      first: { id: first, name: one },
      second: { id: second, name: two },
      saidAt,
    }))
}

/** @throws AppError `not-found`, or `invalid-input` for somebody and themselves. */
function setDistinct(
  writer: Writer,
  { first, second, distinct: wanted }: InputOf<'members.setDistinct'>,
): Done<{ changed: boolean }> {
  const [one, two] = [Math.min(first, second), Math.max(first, second)]
  if (one === two) throw new AppError('invalid-input', 'Choose two members: these are the same.')
  const [name, other] = [memberName(writer, first), memberName(writer, second)]
  const known = writer.value<number>(
    'SELECT id FROM distinct_members WHERE first_id = ? AND second_id = ?',
    one,
    two,
  )
  const changed = wanted === (known === undefined)
  if (changed && known === undefined)
    writer.insert('distinct_members', { first_id: one, second_id: two, said_at: writer.now })
  else if (changed && known !== undefined) writer.remove('distinct_members', known)
  return {
    value: { changed },
    summary: wanted
      ? `${name} and ${other} are not the same person`
      : `${name} and ${other} may be the same person`,
  }
}

function mergesOf(db: Reader, { id }: InputOf<'members.mergesOf'>): OutputOf<'members.mergesOf'> {
  const names = new Names(db)
  return db
    .all<{ command: number; gone: number; mergedAt: string }>(
      `SELECT command_id AS command, gone_id AS gone, merged_at AS mergedAt
        FROM member_merges WHERE member_id = ? ORDER BY id DESC`,
      id,
    )
    .map(({ gone, ...merge }) => ({ ...merge, name: names.of('members', gone) }))
}
