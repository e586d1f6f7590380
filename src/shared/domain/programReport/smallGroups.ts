import type { RedactionLevel } from '../vocabulary'
import type { Tally } from './tally'

/**
 * What fewer people than this share can point at one of them, so a report of figures does not tell it apart. Five is the
 * usual floor for small cells in published statistics.
 */
export const smallest = 5

export const otherReasons = 'For other reasons'

export const fewerThanSmallest = 'fewer than five'

/** Whether a group of so many may be told apart. */
export function isLarge(count: number, redaction: RedactionLevel): boolean {
  return redaction !== 'figures' || count >= smallest
}

/** Whether a number of people may be told: nobody is found out by a group of nobody. */
export function isTellable(count: number, redaction: RedactionLevel): boolean {
  return count === 0 || isLarge(count, redaction)
}

/**
 * Reasons and how often they were given. One in somebody's own words is told only where nothing is left out, and a rare
 * one not in a report of figures; those go into one row, and the rarest of the others with them until it is no small one.
 */
export function toldReasons(
  reasons: readonly Tally[],
  usual: readonly string[],
  redaction: RedactionLevel,
): Tally[] {
  const isTold = ({ of, count }: Tally) =>
    (redaction === 'none' || usual.includes(of)) && of !== '' && isLarge(count, redaction)
  const told = reasons.filter(isTold)
  let others = reasons.filter((reason) => !isTold(reason)).reduce((sum, { count }) => sum + count, 0)
  while (!isTellable(others, redaction)) {
    const rarest = told.pop()
    if (!rarest) return []
    others += rarest.count
  }
  return others === 0 ? told : [...told, { of: otherReasons, count: others }]
}
