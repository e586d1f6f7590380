import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writingError } from '../../exporting/fileErrors'
import { isRunning } from '../engine/processes'

/** The file of facts in a folder of backups. */
export const factsFile = 'backups.json'

/** The folder of a program file's backups: beside it, visible, and called after it. */
export function backupFolderOf(file: string): string {
  return join(dirname(file), folderName(file))
}

/** The folder of its backups inside another one, such as a second disk. */
export function secondFolderOf(file: string, place: string): string {
  return join(place, folderName(file))
}

function folderName(file: string): string {
  return `${basename(file, '.coppice')} backups`
}

/** What is being written, by whom: nobody takes it for a backup, and it is removed when its process is gone. */
const unfinished = /^\.(\d+)-[0-9a-f]+\.unfinished(-journal|-anew|-wal|-shm)?$/

/** A path in the folder for what is not complete yet. */
export function unfinishedPath(folder: string): string {
  return join(folder, `.${process.pid}-${randomBytes(6).toString('hex')}.unfinished`)
}

/** Gives a complete file, flushed already, its name. */
export async function putInPlace(unfinishedFile: string, path: string): Promise<void> {
  await rename(unfinishedFile, path)
  // Makes the new name last through a power cut, where a folder can be opened at all.
  const handle = await open(dirname(path), 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** Writes a small file as a whole or not at all. @throws AppError about the disk. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = unfinishedPath(dirname(path))
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await putInPlace(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw writingError(error, path)
  }
}

/** Removes what interrupted runs have left. Of no use to anybody; whatever cannot be removed stays. */
export async function clearUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const pid = Number(unfinished.exec(name)?.[1] ?? Number.NaN)
    if (!Number.isNaN(pid) && pid !== process.pid && !isRunning(pid)) {
      await rm(join(folder, name), { force: true }).catch(() => undefined)
    }
  }
}
