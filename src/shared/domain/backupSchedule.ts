/** When a backup is made by itself, and when somebody has to be told that there is none. */

export interface BackupSchedule {
  /** Whether backups are made by themselves. */
  automatic: boolean
  everyHours: number
}

export const usualSchedule: BackupSchedule = { automatic: true, everyHours: 1 }

const minute = 60_000
const hour = 60 * minute

/** After one that failed, the next one is tried so much later. */
const retryAfter = 15 * minute

/** A change may wait so much longer than the schedule says: the file is not always open. */
const patience = 24 * hour

interface Due extends BackupSchedule {
  now: number
  /** Whether something was done that no good backup holds. */
  changed: boolean
  /** When the newest good one was made, in milliseconds; null when there is none. */
  newest: number | null
  /** When the last try failed, if it did. */
  failed: number | null
}

export function isBackupDue({ automatic, everyHours, now, changed, newest, failed }: Due): boolean {
  if (!automatic || !changed) return false
  if (failed !== null && now - failed < retryAfter) return false
  // One from the future was made by a clock that went wrong; it holds nobody up.
  return newest === null || newest > now || now - newest >= everyHours * hour
}

interface Standing extends BackupSchedule {
  now: number
  /** When the first thing was done that no good backup holds; null when there is none. */
  waitingSince: number | null
  /** When the newest good one was made; null when there is none. */
  newest: number | null
  /** Since when the file has been open. */
  openSince: number
  /** Whether the last try failed. */
  failed: boolean
}

/** @returns in a sentence, that what was done waits longer for a backup than it should; null when it does not. */
export function lateBackup({
  automatic,
  everyHours,
  now,
  waitingSince,
  newest,
  openSince,
  failed,
}: Standing): string | null {
  if (waitingSince === null) return null
  const waited = now - waitingSince
  if (waited < everyHours * hour + patience) return null
  // A file that was only just opened is backed up in a moment.
  if (automatic && !failed && now - openSince < hour) return null
  const days = Math.max(1, Math.round(waited / (24 * hour)))
  const since = days === 1 ? 'for a day' : `for ${days} days`
  const why = automatic ? '' : ' Backups are switched off.'
  return newest === null
    ? `There is no good backup of this file.${why}`
    : `What you have done ${since} is in no backup.${why}`
}
