import type { Spelling } from '@shared/domain/nameFinder'
import { replaceNames } from '@shared/domain/replaceNames'
import { forgetDeletedWords } from '../derived'
import { stopIf } from '../engine/command'
import type { Writer } from '../engine/writer'
import type { Task } from '../handler'
import { list, listed } from '../queries/conditions'
import { belongingsOf } from './belongings'
import { eraseImages } from './images'
import { eraseRows } from './rows'
import { eraseSamples } from './samples'
import { subjectsOf } from './subjects'
import { eraseTexts } from './texts'

/**
 * Erases members from a program file: their rows stay as a nameless base of the figures, and whatever else is about
 * them or names them goes, out of the history too. Members who were erased already are passed over.
 *
 * What is deleted is overwritten at once; what the search indexes hold, and what lies in free pages, goes with
 * `tidyErased` and with the file being written anew.
 *
 * @param alsoWritten how they are written besides, for a copy in which they may not be members yet
 * @returns the members who were erased now, how they were written, and how to take them out of a text that is still to be written.
 * @throws AppError `cancelled`.
 */
export function eraseMembers(
  writer: Writer,
  asked: readonly number[],
  task: Task,
  alsoWritten: readonly Spelling<number>[] = [],
): { ids: number[]; spellings: Spelling<number>[]; without(text: string): string } {
  const ids = writer.column<number>(
    `SELECT id FROM members WHERE id IN ${listed} AND erased_at IS NULL ORDER BY id`,
    list(asked),
  )
  if (ids.length === 0 && alsoWritten.length === 0) return { ids, spellings: [], without: (text) => text }
  const subjects = subjectsOf(writer, ids, alsoWritten)
  const belongings = belongingsOf(writer, ids)
  eraseRows(writer, ids, belongings)
  eraseTexts(writer, subjects, belongings, (done, total) => {
    task.progress({ label: 'Looking through all texts', done, total })
    stopIf(task.cancelled)
  })
  eraseImages(writer, subjects, belongings)
  eraseSamples(writer)
  const { spellings, replacing } = subjects
  return { ids, spellings, without: (text) => replaceNames(text, replacing) }
}

/**
 * Writes the search indexes anew: a word that was taken out of one stays in it, marked as gone, until its parts are
 * merged. Has to come after the command, whose end brings the indexes along.
 */
export function tidyErased(writer: Writer): void {
  forgetDeletedWords(writer)
}
