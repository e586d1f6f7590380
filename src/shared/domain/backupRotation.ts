import { type BackupReason, isDeliberate } from './backups'
import { localDate, monthStart, weekStart } from './calendar'

/** A backup as the rotation sees it: only good ones take part, all others stay until somebody removes them. */
export interface Rotated {
  name: string
  /** When it was made, ISO 8601. */
  at: string
  reason: BackupReason | null
}

const hour = 3_600_000
const day = 24 * hour

/** Everything so new stays. */
const everythingFor = day
const deliberateFor = 30 * day

/** Of each day, week and month the last one stays, for so long. */
const periods: readonly { of: (date: string) => string; keptFor: number }[] = [
  { of: (date) => date, keptFor: 7 * day },
  { of: weekStart, keptFor: 28 * day },
  { of: monthStart, keptFor: 366 * day },
]

/**
 * Which backups are not needed any more: all of the last 24 hours stay, then one a day for 7 days, one a week for 4
 * weeks and one a month for 12 months; those before an import and the like, or made by hand, at least 30 days; and
 * always the newest.
 *
 * Every rule keeps the last of a period and counts from now, so it makes no difference how often this is done.
 *
 * @param backups good ones
 * @returns the names of those to remove
 */
export function outdatedBackups(backups: readonly Rotated[], now: Date): string[] {
  const newestFirst = backups.toSorted(
    (one, other) => compare(other.at, one.at) || compare(other.name, one.name),
  )
  const seen = new Set<string>()
  const outdated: string[] = []
  for (const [index, { name, at, reason }] of newestFirst.entries()) {
    const made = new Date(at)
    const age = now.getTime() - made.getTime()
    const date = localDate(made)
    let kept = index === 0 || age < everythingFor || (isDeliberate(reason) && age < deliberateFor)
    for (const [which, { of, keptFor }] of periods.entries()) {
      const period = `${which} ${of(date)}`
      if (!seen.has(period) && age < keptFor) kept = true
      seen.add(period)
    }
    if (!kept) outdated.push(name)
  }
  return outdated
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
