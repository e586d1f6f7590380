import type { RedactionLevel } from '../vocabulary'

/**
 * What fewer people than this share can point at one of them, so a report of figures does not tell it apart. Five is the
 * usual floor for small cells in published statistics.
 */
export const smallest = 5

export const fewerThanSmallest = 'fewer than five'

/** Whether a group of so many may be told apart. */
export function isLarge(count: number, redaction: RedactionLevel): boolean {
  return redaction !== 'figures' || count >= smallest
}

/** Whether a number of people may be told: nobody is found out by a group of nobody. */
export function isTellable(count: number, redaction: RedactionLevel): boolean {
  return count === 0 || isLarge(count, redaction)
}
