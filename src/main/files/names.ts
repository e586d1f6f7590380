import { rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, extname, join, relative } from 'node:path'

export const fileExtension = '.coppice'

export function withExtension(path: string): string {
  return extname(path) === fileExtension ? path : `${path}${fileExtension}`
}

/** The name of a new program, from the name of its file. */
export function nameOf(file: string): string {
  return basename(file, fileExtension)
}

export function folderOf(file: string): string {
  return dirname(file)
}

/** A folder as people call it: below the home folder without naming it. */
export function shortPath(folder: string): string {
  const below = relative(homedir(), folder)
  if (below === '') return 'Home'
  return below.startsWith('..') ? folder : join('Home', below)
}

export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A program file is up to three files while it is open. */
export async function removeFile(file: string): Promise<void> {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) await rm(path, { force: true })
}
