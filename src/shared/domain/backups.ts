import { localDate } from './calendar'

/** Why a backup was made, in the words of its file name. */
export const backupReasons = [
  'scheduled',
  'at close',
  'by hand',
  'before import',
  'before update',
  'before restore',
  'before erasure',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** How much a backup can be relied on. */
export const backupStates = ['good', 'unverified', 'damaged', 'newer', 'other'] as const
/**
 * `good`: read back and compared. `unverified`: nobody has done that yet. `damaged`: it is not what was written.
 * `newer`: written by a newer version of Coppice. `other`: of another program that had a file of this name.
 */
export type BackupState = (typeof backupStates)[number]

/** A command by its number and its moment: after a restore, numbers are given out a second time. */
export interface Position {
  id: number
  at: string
}

export function samePosition(one: Position | null, other: Position | null): boolean {
  return one === null || other === null ? one === other : one.id === other.id && one.at === other.at
}

/** Backups of somebody who was about to do something, or who asked for one, are thinned out only when they are old. */
export function isDeliberate(reason: BackupReason | null): boolean {
  return reason !== 'scheduled' && reason !== 'at close'
}

const extension = '.coppice'
const pattern = /^(\d{4})-(\d\d)-(\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: ([a-z ]+?))?(?: \d+)?\.coppice$/

/**
 * The name of a backup's file, such as `2026-11-25 14.10.33 before import.coppice`: local time, in an order that
 * sorts, without the colons that Windows refuses.
 */
export function backupName(made: Date, reason: BackupReason, isTaken: (name: string) => boolean): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const time = [made.getHours(), made.getMinutes(), made.getSeconds()].map(two).join('.')
  const stem = `${localDate(made)} ${time} ${reason}`
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : ` ${number}`}${extension}`
    if (!isTaken(name)) return name
  }
}

/** What the name of a file tells when nothing else does; null for a name that no backup has. */
export function parseBackupName(name: string): { made: Date; reason: BackupReason | null } | null {
  const match = pattern.exec(name)
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number)
  const reason = backupReasons.find((known) => known === match[7]) ?? null
  return { made: new Date(year, month - 1, day, hour, minute, second), reason }
}
