import { constants } from 'node:fs'
import { copyFile, link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/errors'
import { forgetLastClose } from './lastClose'

/**
 * Another file takes the place of a program file that nobody has open: afterwards there is the old one or the new
 * one, whatever happens in between.
 *
 * Renaming over a file does that by itself, as long as no write-ahead log of the old one lies beside it: SQLite would
 * put the old pages into the new file. A file that was closed in order has none. One that could not be closed
 * (damaged, or left by a crash) has; there a journal says what is going on, and the next opening finishes it.
 */
export interface Replacement {
  /** The program file. */
  file: string
  /** A complete program file in the same folder, flushed to the disk. It is gone afterwards. */
  by: string
  /** Where the old one is kept, with its log; left out, it is not. */
  keepAs?: string | undefined
}

/** Where the file is written that is to take the place of another one. */
export const replacementOf = (file: string) => `${file}-new`

const journalOf = (file: string) => `${file}-replacing`
const logsOf = (file: string) => [`${file}-wal`, `${file}-shm`]

/** @throws AppError `file-exists` when something is at `keepAs` already; errors of the disk as they are. */
export async function replaceFile({ file, by, keepAs }: Replacement): Promise<void> {
  if (keepAs !== undefined) await keep(file, keepAs)
  const log = (await Promise.all(logsOf(file).map(isThere))).includes(true)
  if (log) await writeJournal(file, by)
  await forgetLastClose(file)
  await finish(file, by)
  if (log) await rm(journalOf(file), { force: true })
  await flushFolder(dirname(file))
}

/**
 * Ends a replacement that a crash has interrupted, or removes what had been written for it; for before a program file
 * is opened, by who holds its lock.
 */
export async function finishReplacement(file: string): Promise<void> {
  const journal = journalOf(file)
  if (!(await isThere(journal))) {
    for (const end of ['', '-journal']) await rm(`${replacementOf(file)}${end}`, { force: true })
    return
  }
  const by = await readJournal(file)
  // No name in it: the crash came while it was written, so nothing had been touched yet.
  if (by !== null && (await isThere(by))) await finish(file, by)
  await rm(journal, { force: true })
  await flushFolder(dirname(file))
}

async function finish(file: string, by: string): Promise<void> {
  for (const path of logsOf(file)) await rm(path, { force: true })
  await rename(by, file)
}

/** Under a second name first, so that at no moment there is none. */
async function keep(file: string, keepAs: string): Promise<void> {
  try {
    await link(file, keepAs)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'EEXIST')
      throw new AppError('file-exists', 'There is a file of that name already. Choose another name.')
    // Some file systems have no second names.
    await copyFile(file, keepAs, constants.COPYFILE_EXCL)
  }
  const [wal] = logsOf(file)
  if (wal !== undefined && (await isThere(wal))) await copyFile(wal, `${keepAs}-wal`)
}

/** The journal's last line says that it is complete. */
const complete = 'complete'

async function writeJournal(file: string, by: string): Promise<void> {
  const handle = await open(journalOf(file), 'w')
  try {
    await handle.writeFile(`${basename(by)}\n${complete}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readJournal(file: string): Promise<string | null> {
  const [name, last] = (await readFile(journalOf(file), 'utf8')).split('\n')
  return name !== undefined && name !== '' && last === complete ? join(dirname(file), basename(name)) : null
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** A rename is on the disk when its folder is. Windows has no such thing. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
