import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { localDate } from '@shared/domain/calendar'
import { AppError } from '@shared/errors'
import { fileExtension, folderOf, nameOf } from '../files/names'
import type { MainCall } from './context'
import { askWhereTo } from './whereTo'

/**
 * Asks for another place for the open file and goes on in a copy there. Nothing is removed: the old file stays in its
 * folder with all its backups, under a name by which nobody takes it for the one to work in.
 *
 * @returns null when the dialog was dismissed
 */
export async function moveOut(call: MainCall): Promise<{ path: string; left: string } | null> {
  const { files } = call
  const { path: old } = files
  if (old === null) throw new AppError('no-file-open', 'No program file is open.')
  const path = await askWhereTo(call, 'Where to keep the program file', nameOf(old))
  if (path === null) return null
  await files.goOnInCopy(path)
  const left = await setAside(old)
  call.recent.forget(old)
  keepPlan(call, old)
  return { path, left }
}

/** The schedule of its backups, and their second place, go with the file. */
function keepPlan({ files, settings }: MainCall, old: string): void {
  const { backups } = settings.get()
  const plan = backups[old]
  if (plan && files.path !== null)
    settings.set({ ...settings.get(), backups: { ...backups, [files.path]: plan } })
}

/** @returns where the old file is now: at its place where it cannot be renamed, or is not closed yet. */
async function setAside(old: string): Promise<string> {
  if (existsSync(`${old}-lock`)) return old
  const folder = folderOf(old)
  const name = `${basename(old, fileExtension)} (moved ${localDate(new Date())})`
  for (let number = 1; ; number++) {
    const to = join(folder, `${name}${number === 1 ? '' : ` ${number}`}${fileExtension}`)
    if (existsSync(to)) continue
    return rename(old, to).then(
      () => to,
      () => old,
    )
  }
}
