import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type FolderHeader, manifestName, notesFolder, tablesFolder } from '@shared/domain/whole/description'
import type { WholeOptions, WholeSource } from '@shared/domain/whole/source'
import { AppError } from '@shared/errors'
import { syncFolder, writeAtomically } from '../atomicFile'
import { writingError } from '../fileErrors'
import { Counter } from './counter'
import { dataDictionary } from './dictionary'
import { writeNotes } from './notes'
import { folderReadme } from './readme'
import { writeTable } from './table'

interface Wanted {
  /** Where the folder is to be; nothing may be there. */
  path: string
  /** Whether notes get files of their own, in Markdown. */
  notes: FolderHeader['notes']
}

/**
 * Writes everything into a folder: a CSV for each table, the notes as Markdown where that is wanted, and what explains
 * them. It is made beside its place and gets its name when it is whole.
 *
 * @returns how many records it holds
 * @throws AppError `file-exists` when there is something of that name, and whatever keeps it from being written
 */
export async function writeWholeFolder(
  source: WholeSource,
  { path, notes }: Wanted,
  options: WholeOptions,
): Promise<{ path: string; records: number }> {
  await assertFree(path)
  const making = await mkdtemp(join(dirname(path), '.coppice-export-')).catch((thrown: unknown) => {
    throw writingError(thrown, path)
  })
  try {
    const records = await fill(source, { path: making, notes }, options)
    await assertFree(path)
    await rename(making, path)
    await syncFolder(dirname(path))
    return { path, records }
  } catch (thrown) {
    await rm(making, { recursive: true, force: true })
    throw writingError(thrown, path)
  }
}

async function fill(source: WholeSource, { path, notes }: Wanted, options: WholeOptions): Promise<number> {
  const { description } = source
  const counter = new Counter(source.header, options)
  const inFiles = notes === 'in files'
  await mkdir(join(path, tablesFolder))
  let noteFiles = 0
  for (const table of description.tables) {
    const note = inFiles ? table.columns.find(({ isNote }) => isNote) : undefined
    await writeTable(join(path, tablesFolder, `${table.name}.csv`), source, {
      table,
      without: note?.name ?? null,
      wrote: async (batch) => {
        if (note)
          noteFiles += await writeNotes(join(path, notesFolder), { source, table, column: note }, batch)
        await counter.wrote(batch.length)
      },
    })
  }
  const header: FolderHeader = { ...source.header, notes, noteFiles }
  const texts = {
    'README.md': folderReadme(header, description),
    'data-dictionary.md': dataDictionary(description),
    [manifestName]: `${JSON.stringify(header, null, 2)}\n`,
  }
  for (const [name, text] of Object.entries(texts))
    await writeAtomically(join(path, name), (file) => file.write(text))
  return counter.done
}

async function assertFree(path: string): Promise<void> {
  if ((await stat(path).catch(() => null)) === null) return
  throw new AppError(
    'file-exists',
    `There is something called “${basename(path)}” already. Choose another name, so that nothing is mixed up.`,
  )
}
