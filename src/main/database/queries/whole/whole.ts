import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { dataDictionary } from '@main/exporting/whole/dictionary'
import { writeWholeFolder } from '@main/exporting/whole/folder'
import { writeWholeJson } from '@main/exporting/whole/json'
import { wholeJsonSchema } from '@main/exporting/whole/jsonSchema'
import { readWholeFolder } from '@main/importing/whole/folder'
import { readWholeJson } from '@main/importing/whole/json'
import type { InputOf, OutputOf } from '@shared/contract'
import type { whole } from '@shared/contract/whole'
import { manifestName } from '@shared/domain/whole/description'
import { AppError } from '@shared/errors'
import { stopIf } from '../../engine/command'
import type { Reader } from '../../engine/reader'
import type { Writer } from '../../engine/writer'
import type { Done, Handlers, Task } from '../../handler'
import { buildDerived } from '../../salvage/mend'
import { assertSettings, completeRecords } from '../../whole/complete'
import { describeFile } from '../../whole/describe'
import { FileFill } from '../../whole/fill'
import { wholeSource } from '../../whole/source'
import { keptSql, privateSql } from '../../whole/withheld'

/** In bytes; far more than the longest notes, and attachments as texts. */
const longestValue = 64 * 1024 * 1024

export const wholeHandlers: Handlers<typeof whole> = {
  'whole.overview': (db) => {
    const { tables } = describeFile(db)
    const sum = (where: (table: (typeof tables)[number]) => string) =>
      tables.reduce(
        (total, table) =>
          total + (db.value<number>(`SELECT count(*) FROM "${table.name}" t WHERE ${where(table)}`) ?? 0),
        0,
      )
    return {
      records: sum((table) => keptSql(table, true)),
      private: sum(privateSql),
      notes: sum(({ columns }) => columns.find(({ isNote }) => isNote)?.name.concat(" <> ''") ?? '0'),
    }
  },
  'whole.describe': (db) => {
    const description = describeFile(db)
    return {
      schema: `${JSON.stringify(wholeJsonSchema(description), null, 2)}\n`,
      dictionary: dataDictionary(description),
    }
  },
  'whole.write': write,
  'whole.fill': fill,
}

function write(
  db: Reader,
  { format, path, privateTexts }: InputOf<'whole.write'>,
  task: Task,
): Promise<OutputOf<'whole.write'>> {
  const options = {
    onProgress: ({ done, total }: { done: number; total: number }) =>
      task.progress({ label: 'Writing the records', done, total }),
    assertWanted: () => {
      if (task.cancelled()) throw new AppError('cancelled', 'The export was stopped. Nothing was written.')
    },
  }
  return db.atOneMoment(async () => {
    const source = wholeSource(db, { privateTexts, now: new Date().toISOString() })
    if (format === 'json') return writeWholeJson(source, path, options)
    const notes = format === 'markdown' ? 'in files' : 'in the tables'
    return writeWholeFolder(source, { path, notes }, options)
  })
}

/** All in one transaction. What was before the export is not in it, so undo does not go back behind it. */
async function fill(
  writer: Writer,
  { path }: InputOf<'whole.fill'>,
  task: Task,
): Promise<Done<OutputOf<'whole.fill'>>> {
  const folder = await folderOf(path)
  const filling = new FileFill(writer, task.setup)
  const reading = {
    longest: longestValue,
    shouldStop: task.cancelled,
    onProgress: (done: number, total: number) => task.progress({ label: 'Reading the export', done, total }),
  }
  const step = (label: string) => {
    stopIf(task.cancelled)
    task.progress({ label, done: 0, total: null })
  }
  try {
    if (folder === null) await readWholeJson(path, filling, reading)
    else await readWholeFolder(folder, filling, reading)
    step('Putting the records together')
    const { privateTexts } = filling.finish()
    assertSettings(writer)
    completeRecords(writer)
    step('Building the search')
    buildDerived(writer)
    markHistory(writer, basename(folder ?? path))
    return { value: { records: filling.records, privateTexts }, summary: 'Opened an export' }
  } finally {
    filling.discard()
  }
}

/** The folder of an export; it may be named by its manifest as well. Null for a file. */
async function folderOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory()) return path
  return basename(path) === manifestName ? dirname(path) : null
}

function markHistory(writer: Writer, name: string): void {
  writer.derive(
    `INSERT INTO commands (at, operation, summary, kind, is_final) VALUES (?, 'whole.fill', ?, 'do', 1)`,
    writer.now,
    `Everything came in from the export “${name}”`,
  )
}
