import { breakOut } from '../surveys/breakOut'
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

/** Whether a part of a whole may be told: neither it nor what is left may be a small group. */
export function isTellablePart(part: number, whole: number, redaction: RedactionLevel): boolean {
  return isTellable(part, redaction) && isTellable(whole - part, redaction)
}

/**
 * Which parts of a whole that is told may be told apart: no small one, and none that would give a small one away as what
 * is left. The whole itself may not be small.
 */
export function toldParts(parts: readonly number[], redaction: RedactionLevel): boolean[] {
  if (redaction !== 'figures') return parts.map(() => true)
  const shown = breakOut(parts)
  return parts.map((part, at) => part === 0 || shown[at] === true)
}

export const leftOut = `What would tell ${fewerThanSmallest} apart is left out.`
