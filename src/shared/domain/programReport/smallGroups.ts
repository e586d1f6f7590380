import { isLarge, isTellable } from '../report/smallGroups'
import type { RedactionLevel } from '../vocabulary'
import type { Tally } from './tally'

export const otherReasons = 'For other reasons'

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
