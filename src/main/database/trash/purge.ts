import type { InputOf, OutputOf } from '@shared/contract'
import { tableWords } from '@shared/domain/historyWords'
import { AppError } from '@shared/errors'
import { forgetDeletedWords } from '../derived'
import { stopIf } from '../engine/command'
import type { Reader } from '../engine/reader'
import type { Writer } from '../engine/writer'
import type { Done, Task } from '../handler'
import { partRows, partsOf } from '../history/parts'
import { list, listed } from '../queries/conditions'
import { itemsBy, pageOfItems, type TrashItem } from './items'
import type { TrashTable } from './kinds'
import { type Line, mergeTraces } from './mergedRecords'

/**
 * Deletes for good: what was written in the records is overwritten wherever the history keeps it, and the history goes
 * on saying that there was something. All that was done up to now is final with it.
 */
export function purgeTrash(
  writer: Writer,
  { ids }: InputOf<'trash.purge'>,
  task: Task,
): Done<OutputOf<'trash.purge'>> {
  const items =
    ids === null ? pageOfItems(writer, { offset: 0, limit: Number.MAX_SAFE_INTEGER }) : itemsBy(writer, ids)
  if (items.length === 0) {
    throw new AppError('not-found', 'This is no longer in the trash; it may have come back already.')
  }
  for (const [index, item] of items.entries()) {
    stopIf(task.cancelled)
    forget(writer, item)
    writer.remove('trash', item.id)
    task.progress({ label: 'Deleting for good', done: index + 1, total: items.length })
  }
  forgetDeletedWords(writer)
  return { value: { count: items.length }, summary: `Deleted for good: ${inWords(items)}`, final: true }
}

function inWords(items: readonly TrashItem[]): string {
  const tables = [...new Set(items.map(({ table }) => table))]
  const counts = tables.map((table) => {
    const count = items.filter((item) => item.table === table).length
    const { one, many } = tableWords(table)
    return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
  })
  return counts.join(' and ')
}

function forget(writer: Writer, item: TrashItem): void {
  const { table, row } = item
  // Whoever was merged into a member is the same person under another number.
  const merged = table === 'members' ? mergeTraces(writer, item) : null
  const numbers = [row, ...(merged?.numbers ?? [])]
  forgetLines(
    writer,
    table,
    numbers.flatMap((number) => linesAbout(writer, table, number)),
  )
  if (merged) {
    blankImages(writer, merged.lines)
    forgetLines(
      writer,
      'enrolments',
      merged.enrolments.flatMap((enrolment) => linesAbout(writer, 'enrolments', enrolment)),
    )
    forgetSummaries(writer, table, merged.commands)
  }
  const draft = draftsOf[table]
  if (draft === undefined) return
  for (const number of numbers) writer.derive('DELETE FROM drafts WHERE key = ?', `${draft}:${number}`)
}

function forgetLines(writer: Writer, table: TrashTable, lines: readonly Line[]): void {
  blankImages(writer, lines)
  // A summary names names and quotes; that of a command about many others as well says nothing of this one.
  const about = writer.column<number>(
    `SELECT id FROM commands
      WHERE id IN ${listed} AND area <> 'imports' AND coalesce(json_extract(counts, ?), 0) <= 1`,
    list([...new Set(lines.map(({ command }) => command))]),
    `$.${table}`,
  )
  forgetSummaries(writer, table, about)
}

function blankImages(writer: Writer, lines: readonly Line[]): void {
  writer.derive(
    `UPDATE changes SET before = '{}' WHERE before IS NOT NULL AND id IN ${listed}`,
    list(lines.map(({ id }) => id)),
  )
}

function forgetSummaries(writer: Writer, table: TrashTable, commands: readonly number[]): void {
  writer.derive(
    `UPDATE commands SET summary = ?, reason = NULL WHERE id IN ${listed}`,
    deletedForGood[table],
    list(commands),
  )
}

/** How the draft of a record is called, before its number. */
const draftsOf: Partial<Record<TrashTable, string>> = {
  members: 'member',
  sessions: 'session',
  programs: 'program',
  communities: 'community',
  knowledge_items: 'knowledge',
}

/** Every line in the record of changes that is about this record or its parts alone. */
function linesAbout(db: Reader, table: string, row: number): Line[] {
  const own = linesOfRow(db, table, row)
  const ofParts = (partsOf[table] ?? []).flatMap((part) => {
    const kept = db.all<Line>(
      `SELECT id, command_id AS command FROM changes
        WHERE ${part.kept} AND json_extract(before, '$.${part.parent}') = ?`,
      row,
    )
    // Rows that only tie others together hold numbers, and their own numbers are given out again.
    return part.list
      ? kept
      : [...kept, ...partRows(db, part, row).flatMap((id) => linesOfRow(db, part.table, id))]
  })
  return [...own, ...ofParts]
}

const deletedForGood: Readonly<Record<TrashTable, string>> = {
  members: 'A member who was deleted for good',
  sessions: 'A session that was deleted for good',
  programs: 'A program that was deleted for good',
  enrolments: 'An enrolment that was deleted for good',
  survey_templates: 'A survey that was deleted for good',
  survey_responses: 'Answers that were deleted for good',
  check_ins: 'A check-in that was deleted for good',
  goals: 'A goal that was deleted for good',
  communities: 'A community that was deleted for good',
  gatherings: 'A gathering that was deleted for good',
  asks: 'An ask that was deleted for good',
  invitations: 'An invitation that was deleted for good',
  knowledge_items: 'A piece of knowledge that was deleted for good',
  knowledge_reuses: 'A use of knowledge that was deleted for good',
}

function linesOfRow(db: Reader, table: string, row: number): Line[] {
  return db.all<Line>(
    'SELECT id, command_id AS command FROM changes WHERE table_name = ? AND first_row = ? AND last_row = ?',
    table,
    row,
    row,
  )
}
