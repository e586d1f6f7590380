import { basename } from 'node:path'
import { AppError, type ErrorCode } from '@shared/errors'
import { writingError } from '../../exporting/fileErrors'
import { fromSqlite } from '../engine/sqliteErrors'

type Sentence = (folder: string) => string

/** What may be wrong with the disk, said of a backup. */
const sentences: Partial<Record<ErrorCode, Sentence>> = {
  'disk-full': () =>
    'There is no backup: the disk has no room for one. Your records are safe, and so are the older backups. Free some space, and try again.',
  'read-only': (folder) =>
    `There is no backup, as nothing may be written into “${folder}”. Your records are safe. Allow writing to it, or move the program file to one of your own folders.`,
  'file-not-found': (folder) =>
    `There is no backup: “${folder}” could not be made. Check that its disk is connected, and try again.`,
  'file-exists': (folder) =>
    `There is no backup: a file has the name “${basename(folder)}”, which is that of the folder of backups. Give the file another name.`,
  'file-damaged': () =>
    'There is no backup: the program file cannot be read everywhere. Check it in the settings, under Program file; the older backups are untouched.',
}

const anyOther: Sentence = (folder) =>
  `There is no backup: the disk of “${folder}” could not be read or written. Check the drive, and try again.`

export function noBackup(code: ErrorCode, folder: string): AppError {
  return new AppError(code, (sentences[code] ?? anyOther)(folder))
}

/** What went wrong with a backup, as it is told. What comes neither from the system nor from SQLite is given back. */
export function toldOfBackup(thrown: unknown, folder: string): unknown {
  const error = fromSqlite(writingError(thrown, folder))
  return thrown instanceof AppError || !(error instanceof AppError) ? error : noBackup(error.code, folder)
}
