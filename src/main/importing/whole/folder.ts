import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type FolderHeader,
  manifestName,
  tablesFolder,
  type WholeTable,
} from '@shared/domain/whole/description'
import type { WholeSink } from '@shared/domain/whole/sink'
import { shown } from '@shared/domain/whole/values'
import { AppError } from '@shared/errors'
import type { ReadOptions } from './bytes'
import { assertCounts, Counts } from './counts'
import { wholeFolderHeader } from './header'
import { NoteReader } from './notes'
import { readTable } from './table'

/** Far more than a manifest ever has, in bytes. */
const largestManifest = 1_000_000

/**
 * Reads a folder with everything of a program file into a sink, with bounded memory. Only files of known names are
 * opened: nothing that stands in one of them says where another is.
 *
 * @throws AppError that says in which file and on which line what is wrong; the sink has then been given only a part.
 */
export async function readWholeFolder(path: string, sink: WholeSink, options: ReadOptions): Promise<void> {
  const header = await manifestOf(path)
  const { tables } = sink.begin(header)
  const present = await tablesIn(path, tables)
  const sizes = await Promise.all(present.map(({ file }) => lstat(file).then(({ size }) => size)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const counts = new Counts()
  const notes = new NoteReader(path, header.notes === 'in files', options.longest)
  let before = 0
  for (const [index, { table, file }] of present.entries()) {
    const note = header.notes === 'in files' ? table.columns.find(({ isNote }) => isNote) : undefined
    const progress = (done: number) => options.onProgress(before + done, total)
    for await (const { row, place } of readTable(file, table, note ?? null, {
      ...options,
      onProgress: progress,
    })) {
      const whole = note ? await notes.filled(table, note, row, place) : row
      sink.add(table, whole, place)
      counts.add(table.name)
    }
    before += sizes[index] ?? 0
  }
  const name = basename(path)
  assertCounts(name, counts, header.counts)
  notes.assertAll(name, header.noteFiles)
}

async function manifestOf(folder: string): Promise<FolderHeader> {
  const path = join(folder, manifestName)
  const found = await lstat(path).catch(() => null)
  if (!found?.isFile() || found.size > largestManifest) {
    throw new AppError(
      'unreadable-input',
      `“${basename(folder)}” is no exported folder: there is no “${manifestName}” in it that says what it holds.`,
    )
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(await readFile(path, 'utf8'))
  } catch {
    throw new AppError(
      'unreadable-input',
      `“${manifestName}” is no JSON. It may have been copied only in part.`,
    )
  }
  return wholeFolderHeader(parsed, manifestName)
}

/** The tables that have a file. @throws AppError for a file of which nobody knows what it is. */
async function tablesIn(
  folder: string,
  tables: readonly WholeTable[],
): Promise<{ table: WholeTable; file: string }[]> {
  const entries = await readdir(join(folder, tablesFolder), { withFileTypes: true }).catch(() => null)
  if (entries === null)
    throw new AppError('unreadable-input', `There is no folder “${tablesFolder}” beside “${manifestName}”.`)
  const link = entries.find((entry) => !entry.isFile())
  if (link !== undefined) throw new AppError('unreadable-input', `${shown(link.name)} is no file of its own.`)
  const names = entries.map(({ name }) => name)
  const stranger = names.find(
    (name) => name.endsWith('.csv') && !tables.some((table) => `${table.name}.csv` === name),
  )
  if (stranger !== undefined)
    throw new AppError('unreadable-input', `${shown(stranger)}: there is no table of that name.`)
  return tables.flatMap((table) => {
    const name = `${table.name}.csv`
    return names.includes(name) ? [{ table, file: join(folder, tablesFolder, name) }] : []
  })
}
