import { dayNumber } from '@shared/domain/calendar'

/**
 * A session's `search_key` is the whole part of its Julian day, then its id in 24 bits. So keys sort by date, a
 * period is a range of keys, and the id can be read off the key without a look at the session.
 */
const idSpace = 2 ** 24

/** The Julian day of 1970-01-01, cut at the point as the column cuts it. */
const epoch = 2_440_587

/** SQL for the id of a session by its key. */
export function idOfKey(key: string): string {
  return `(${key} & ${idSpace - 1})`
}

export function sessionIdOf(key: number): number {
  return key % idSpace
}

/** The keys of a period; both dates belong to it, null is open. */
export function keysBetween(from: string | null, to: string | null): { lowest: number; highest: number } {
  return {
    lowest: from === null ? 0 : firstKey(dayNumber(from)),
    highest: to === null ? Number.MAX_SAFE_INTEGER : firstKey(dayNumber(to) + 1) - 1,
  }
}

function firstKey(day: number): number {
  return (day + epoch) * idSpace
}
